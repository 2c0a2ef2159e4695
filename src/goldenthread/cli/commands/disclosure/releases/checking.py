"""Checking: whether a release holds: its seal, its list of what is hidden, its proof."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from goldenthread.cli import databases, output

HOLDS: Final = 0
DOES_NOT_HOLD: Final = 1
TOLD: Final = 20


class TableMissing(ValueError):
    """A folder is named without the table that is to be held against it."""


def check(code: str, *, as_json: bool) -> int:
    """Check one release and say what came of it; the exit code. Raises NoSuchRelease, TableMissing."""
    if Path(code).is_dir():
        raise TableMissing(f"{code} is a folder: name the protected table too, as build/absences.csv")
    # Here and not at the top: whoever checks a table on disk needs no database.
    from goldenthread.disclosure import queries, verify

    databases.check()
    listed = queries.listed(code)
    faults = verify.of_release(code)
    if as_json:
        told = {"release": code, "standing": listed.standing, "level": listed.level, "width": listed.width}
        output.as_json({**told, "holds": not faults, "faults": faults})
    elif faults:
        output.say(f"Release {code} does not hold:")
        for fault in faults[:TOLD]:
            output.say(f"  {fault}")
        if len(faults) > TOLD:
            output.say(f"  and {len(faults) - TOLD:,} more")
    else:
        output.say(
            f"Release {code} ({listed.standing}) holds at the level {listed.level}, width {listed.width}: "
            "its seal, the list of what it hides, and its proof, checked by addition."
        )
    return DOES_NOT_HOLD if faults else HOLDS

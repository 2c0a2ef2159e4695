"""Attacking: what an outsider works out of a release and of everything that was out before it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np
import polars as pl

from goldenthread.cli import databases, output
from goldenthread.cli.commands.disclosure.releases.checking import TableMissing

if TYPE_CHECKING:
    from goldenthread.disclosure.adversary.gathering import Out
    from goldenthread.disclosure.adversary.playing import Played

NOTHING: Final = 0
OPENED: Final = 1
TOLD: Final = 20
QUARTERS: Final = (25, 50, 75)


def attack(code: str, *, pack: Path | None, as_json: bool) -> int:
    """Play the outsider against a release, and against its pack, and say what came of it; the exit code.

    Names what is opened, never the count. Raises NoSuchRelease, PositionGone, TableMissing, NoSuchFolder.
    """
    if Path(code).is_dir():
        raise TableMissing(f"{code} is a folder: name the protected table too, as build/absences.csv")
    # Here and not at the top: whoever attacks a table on disk needs no database.
    from goldenthread.disclosure.adversary import gathering

    databases.check()
    out, played = gathering.played(code)
    found = _found(out.codes, played) | _in_pack(pack, out)
    if as_json:
        output.as_json(found)
    else:
        _tell(code, found)
    return OPENED if played.opens or found.get("told") else NOTHING


def _in_pack(pack: Path | None, out: Out) -> dict[str, Any]:
    """Where the files tell a hidden figure: which file, of which figure; not what it says there."""
    if pack is None:
        return {}
    from goldenthread.disclosure.adversary.secrets import secrets
    from goldenthread.publication.outside import telling

    told = telling.told_in(pack, secrets(out), area=out.area)
    return {"told": list(dict.fromkeys(f"{each.path}: {each.indicator} {each.period}" for each in told))}


def _found(codes: tuple[str, ...], played: Played) -> dict[str, Any]:
    widths = np.asarray(played.widths)
    return {
        "releases": list(codes),
        "small": played.sought,
        "printed": _named(played.printed),
        "recovered": _named(played.recovered),
        "groups": _named(played.groups),
        "groups allowed": played.groups_allowed,
        "surely small": played.surely_small,
        "widths": {str(at): float(np.percentile(widths, at, method="lower")) for at in QUARTERS}
        if len(widths)
        else {},
    }


def _named(cells: pl.DataFrame) -> list[str]:
    """Each cell in words, once."""
    rows = cells.select("indicator", "part", "area", "breakdown", "start", "end").unique(maintain_order=True)
    return [
        " ".join(
            [code, part, *filter(None, (area, group)), f"{start} to {end}" if start != end else str(end)]
        )
        for code, part, area, group, start, end in rows.iter_rows()
    ]


def _tell(code: str, found: dict[str, Any]) -> None:
    small, together = output.counted(found["small"], "small count"), len(found["releases"])
    output.say(
        f"{code}, with {output.counted(together - 1, 'release')} before it: of {small} an outsider works out "
        f"{len(found['recovered']):,}, and reads {len(found['printed']):,} in print."
    )
    if "told" in found:
        output.say(f"Its files tell a hidden figure in {output.counted(len(found['told']), 'place')}.")
    for name in ("recovered", "printed", "groups", "told"):
        cells = found.get(name, [])
        for cell in cells[:TOLD]:
            output.say(f"  {name}: {cell}")
        if len(cells) > TOLD:
            output.say(f"  {name}: {len(cells) - TOLD:,} more")
    if found["groups allowed"]:
        output.say(
            f"Of {output.counted(found['groups allowed'], 'printed group')} everybody is seen to stand in "
            "one category; their policies do not hold that for a disclosure."
        )
    if found["widths"]:
        of_quarters = ", ".join(f"{width:g}" for width in found["widths"].values())
        output.say(
            f"Possible counts of a small one differ by {of_quarters} (a quarter, half, three quarters of "
            f"them, or less); {found['surely small']:,} are surely small."
        )

"""Make a council's pack from its folder: database, returns, freeze, papers, told stage by stage.

    python -m goldenthread.cli.make_report [--council larkhythe] [--data FOLDER] [--period 2023-24-Q2]

The database stands under var/, the pack under build/. A second run with nothing new does nothing; with
something new it reads only the files that it has not read, and freezes nothing twice.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from goldenthread.cli import main as command_line

ROOT = Path.cwd()
EXAMPLES = ROOT / "examples"
HOME = "larkhythe"


def main(words: Sequence[str] | None = None) -> int:
    """Run every stage; 0 when the pack is there, 2 when something refused it."""
    parser = argparse.ArgumentParser(prog="make report", description=__doc__)
    parser.add_argument(
        "--council", default=HOME, help="a folder under examples/, or the path of a council folder"
    )
    parser.add_argument("--data", type=Path, help="where the returns lie, if not in the council folder")
    parser.add_argument(
        "--period", default="", help="the period of the pack (default: the latest that is frozen)"
    )
    parser.add_argument("--by", default="Head of Performance", help="the post that does it, for the audit")
    given = parser.parse_args(words)
    folder = EXAMPLES / given.council if (EXAMPLES / given.council).is_dir() else Path(given.council)
    name = folder.resolve().name
    os.environ.setdefault("GOLDENTHREAD_DATABASE", str(ROOT / "var" / f"{name}.sqlite3"))
    into = ROOT / "build" if name == HOME else ROOT / "build" / name

    def run() -> int:
        command_line.wire([], command_line.WEB_SETTINGS)
        from goldenthread.cli import making

        return making.run(folder=folder, data=given.data, period=given.period, into=into, by=given.by)

    return command_line.guarded(run)


if __name__ == "__main__":
    sys.exit(main())

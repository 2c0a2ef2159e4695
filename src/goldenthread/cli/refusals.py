"""Refusals: what named facts, the system and the database say, in words for the person at the door."""

from __future__ import annotations

from django.db import Error as DatabaseError

from goldenthread.cli import databases


def words(error: BaseException) -> str | None:
    """Why something was not done; None where it is a fault of ours, to be shown whole."""
    if type(error).__module__.startswith("goldenthread."):
        return str(error)
    if isinstance(error, DatabaseError):
        return databases.words(error)
    if isinstance(error, OSError) and error.strerror:
        place = error.filename or "the system refuses"
        return f"{place}: {error.strerror.lower()}"
    return None

"""Numbers: those an option may have, refused in words where it may not."""

from __future__ import annotations

from argparse import ArgumentTypeError


def one_or_more(words: str) -> int:
    """A whole number, 1 or more."""
    if not words.isdecimal() or not int(words):
        raise ArgumentTypeError(f"a whole number, 1 or more, not {words}")
    return int(words)


def more_than_nothing(words: str) -> float:
    """Seconds, more than 0 and not without end."""
    try:
        seconds = float(words)
    except ValueError:
        seconds = 0.0
    if not 0 < seconds < float("inf"):
        raise ArgumentTypeError(f"seconds are more than 0, not {words}")
    return seconds

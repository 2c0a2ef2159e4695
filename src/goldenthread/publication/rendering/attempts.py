"""Attempts: parts made one by one, so that one that fails leaves the others and is named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Failure:
    """A part of a pack that could not be made, and why."""

    part: str
    why: str


@dataclass(slots=True)
class Attempts:
    """Parts made one by one, with what failed among them."""

    failures: list[Failure] = field(default_factory=list)

    def made(self, part: str, make: Callable[[], Made]) -> Made | None:
        """What `make` makes; None where it failed, which is kept."""
        try:
            return make()
        except Exception as error:
            self.failures.append(Failure(part, f"{type(error).__name__}: {error}"))
            return None

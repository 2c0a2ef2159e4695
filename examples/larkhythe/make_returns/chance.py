"""Chance that is the same on every machine: a generator seeded by what it is for."""

from random import Random

SEED = "Larkhythe Forward 2023-26"


def chance(*purpose: str) -> Random:
    """A generator of its own for each purpose, so that adding one series leaves the others alone."""
    return Random(":".join((SEED, *purpose)))  # noqa: S311  invented figures, no secrets


def wobble(generator: Random, size: float) -> float:
    """A factor between 1 - size and 1 + size."""
    return 1 + size * (2 * generator.random() - 1)

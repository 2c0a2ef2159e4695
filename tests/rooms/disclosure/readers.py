"""Readers: every table that agrees with what releases print, for who trusts that rounded sums hold.

Written apart from the product: it counts tables, of two groups by two sexes, one by one.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterator, Mapping

CELLS = [(first, second) for first in "ab" for second in "fm"]
PARTS = {
    "": CELLS,
    **{f"ethnicity={x}": [cell for cell in CELLS if cell[0] == x] for x in "ab"},
    **{f"sex={y}": [cell for cell in CELLS if cell[1] == y] for y in "fm"},
    **{f"ethnicity={x};sex={y}": [(x, y)] for x, y in CELLS},
}
"""Each figure of the table, by its breakdown, with the cells of which it is the sum."""

SUMS = [
    ("", ["ethnicity=a", "ethnicity=b"]),
    ("", ["sex=f", "sex=m"]),
    *((f"ethnicity={x}", [f"ethnicity={x};sex={y}" for y in "fm"]) for x in "ab"),
    *((f"sex={y}", [f"ethnicity={x};sex={y}" for x in "ab"]) for y in "fm"),
]

Table = Mapping[str, int]
Told = Mapping[str, int | None]
"""What a release prints of each figure that it has: a number, or None where it is hidden."""


def table(cells: tuple[int, ...]) -> Table:
    """The figures of four counts, of a;f, a;m, b;f and b;m."""
    of = dict(zip(CELLS, cells, strict=True))
    return {name: sum(of[cell] for cell in parts) for name, parts in PARTS.items()}


def tables(most: int, named: Collection[str]) -> Iterator[Table]:
    """Every table of counts up to `most`; of the figures `named` none is nought, which would be printed."""
    every = map(table, itertools.product(range(most + 1), repeat=4))
    return (counts for counts in every if all(counts[name] for name in named))


def agrees_exactly(told: Told, counts: Table) -> bool:
    """Whether a table has the counts that are printed."""
    return all(value is None or value == counts[name] for name, value in told.items())


def agrees_nearest(told: Told, base: int, counts: Table) -> bool:
    """Whether the counts round to the nearest multiples that are printed; `base` is odd."""
    return all(value is None or round(counts[name] / base) * base == value for name, value in told.items())


def agrees_together(told: Told, base: int, alone: set[str], counts: Table) -> bool:
    """Whether there are multiples within the base of each count that are as printed and whose sums hold.

    Those `alone` were hidden for their own sake and rounded with nobody; what nobody hid and does not add up
    says that its sum was not kept.
    """
    hidden = [name for name, value in told.items() if value is None and name not in alone]
    choices = [_near(counts[name], base) for name in hidden]
    shown = {name: value for name, value in told.items() if value is not None}
    if any(abs(value - counts[name]) >= base for name, value in shown.items()):
        return False
    kept = [(whole, parts) for whole, parts in SUMS if _is_kept(whole, parts, told, shown, alone)]
    return any(
        all(multiple[whole] == sum(multiple[part] for part in parts) for whole, parts in kept)
        for found in itertools.product(*choices)
        for multiple in [{**shown, **dict(zip(hidden, found, strict=True))}]
    )


def _near(count: int, base: int) -> list[int]:
    return [multiple for multiple in range(0, count + base, base) if abs(multiple - count) < base]


def _is_kept(whole: str, parts: list[str], told: Told, shown: Table, alone: set[str]) -> bool:
    names = {whole, *parts}
    if not names <= told.keys() or names & alone:
        return False
    return not names <= shown.keys() or shown[whole] == sum(shown[part] for part in parts)

"""Rating verdicts: all that can come out of one scheme for one polarity, in words."""

from dataclasses import dataclass
from typing import Final

import polars as pl

from goldenthread.methods.rating.edges import End, Side
from goldenthread.methods.rating.scheme import GROUPS, Scheme

IN_BETTER: Final = {
    ("low", True): "at or above",
    ("low", False): "above",
    ("high", True): "at or below",
    ("high", False): "below",
}
"""Where a value must stand for the better band, by the end of the edge and whether it is inclusive."""

SIDES: Final = pl.Enum(list(IN_BETTER.values()))

IN_WORSE: Final = {
    ("low", True): "below",
    ("low", False): "at or below",
    ("high", True): "above",
    ("high", False): "at or above",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """One possible outcome, with the words of its receipt; texts are None where they do not apply."""

    rating: str
    rating_group: str
    better_band: str | None
    worse_band: str | None
    better_side: str | None
    worse_side: str | None
    other_side: str | None
    rule: str


CLOSED: Final = {
    "rating_group": pl.Enum(GROUPS),
    "better_side": SIDES,
    "worse_side": SIDES,
    "other_side": SIDES,
}
"""The texts of an outcome that come from a closed list; the others are a council's own words."""


def of_scheme(scheme: Scheme, side: Side) -> list[Verdict]:
    """Every outcome by its code (see `code`): a band for a one-sided scheme, band and end for a range."""
    if side != "range":
        end: End = "low" if side == "higher" else "high"
        return [_verdict(scheme, index, end) for index in range(len(scheme.bands))]
    ends: tuple[End, End] = ("low", "high")
    return [
        _verdict(scheme, index, end, is_last=is_last, is_range=True)
        for index in range(len(scheme.bands))
        for end in ends
        for is_last in (False, True)
    ]


def code(index: pl.Expr, side: Side) -> pl.Expr:
    """The number of the outcome in `of_scheme`: the band's and, for a range, the end that it is nearer."""
    if side != "range":
        return index.cast(pl.UInt16)
    is_last = pl.col("worse_edge").is_null()
    return (index * 4 + pl.col("_is_high").cast(pl.UInt16) * 2 + is_last.cast(pl.UInt16)).cast(pl.UInt16)


def _verdict(
    scheme: Scheme, index: int, end: End, *, is_last: bool = False, is_range: bool = False
) -> Verdict:
    band = scheme.bands[index]
    above, below = scheme.edge_above(index), None if is_last else scheme.edge_below(index)
    better = above if above is not None else index - 1
    worse = None if (is_last and below is None) or index == len(scheme.bands) - 1 else index + 1
    far: End = "high" if end == "low" else "low"
    return Verdict(
        rating=band.code,
        rating_group=band.group,
        better_band=scheme.bands[better].code if index else None,
        worse_band=scheme.bands[worse].code if worse else None,
        better_side=_side(scheme, above, end, IN_BETTER),
        worse_side=_side(scheme, below, end, IN_WORSE),
        other_side=_side(scheme, 0, far, IN_WORSE) if is_range and index == 0 else None,
        rule=scheme.rule,
    )


def _side(scheme: Scheme, edge: int | None, end: End, words: dict[tuple[str, bool], str]) -> str | None:
    return None if edge is None else words[end, scheme.edges[edge].is_inclusive]

"""Rating verdicts: all that can come out of one scheme for one polarity, in words."""

from dataclasses import dataclass
from typing import Final

import polars as pl

from goldenthread.methods.rating_edges import End, Side
from goldenthread.methods.rating_scheme import Scheme

IN_BETTER: Final = {
    ("low", True): "at or above",
    ("low", False): "above",
    ("high", True): "at or below",
    ("high", False): "below",
}
"""Where a value must stand for the better band, by the end of the edge and whether it is inclusive."""

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
    """The number of the outcome in `of_scheme`, from the band's number and, for a range, the end it is
    nearer.
    """
    if side != "range":
        return index.cast(pl.UInt16)
    is_last = pl.col("worse_edge").is_null()
    return (index * 4 + pl.col("_is_high").cast(pl.UInt16) * 2 + is_last.cast(pl.UInt16)).cast(pl.UInt16)


def _verdict(
    scheme: Scheme, index: int, end: End, *, is_last: bool = False, is_range: bool = False
) -> Verdict:
    band = scheme.bands[index]
    better = index - 1 if index else None
    worse = index if index < len(scheme.bands) - 1 and not is_last else None
    far: End = "high" if end == "low" else "low"
    return Verdict(
        rating=band.code,
        rating_group=band.group,
        better_band=None if better is None else scheme.bands[better].code,
        worse_band=None if worse is None else scheme.bands[worse + 1].code,
        better_side=None if better is None else _side(scheme, better, end, IN_BETTER),
        worse_side=None if worse is None else _side(scheme, worse, end, IN_WORSE),
        other_side=_side(scheme, 0, far, IN_WORSE) if is_range and index == 0 else None,
        rule=scheme.rule,
    )


def _side(scheme: Scheme, number: int, end: End, words: dict[tuple[str, bool], str]) -> str | None:
    if not scheme.edges or not any(_has_end(scheme, number)):
        return None
    return words[end, scheme.edges[number].is_inclusive]


def _has_end(scheme: Scheme, number: int) -> list[bool]:
    edge = scheme.edges[number]
    return [bool(edge.at), bool(edge.lower), bool(edge.upper)]

"""Words: what is charted of an indicator, its icons, limits and rebases, in the words of staff."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final

import polars as pl

from goldenthread.documents import wording
from goldenthread.documents.charts.timed import icons
from goldenthread.documents.wording import Measure
from goldenthread.methods import periods
from goldenthread.methods.message import LABELS, words

Row = Mapping[str, Any]

IN_ORDER: Final = (
    words.DETERIORATING, words.WILL_KEEP_MISSING, words.MISSED_BY_CHANCE, words.MET_BY_CHANCE,
    words.MET_RELIABLY, words.IMPROVING, words.NO_TARGET, words.NO_BETTER_WAY, words.OVERLAPPING,
    words.TOO_FEW, words.NO_FIGURE,
)  # fmt: skip
"""What asks for attention first."""

WHY_NO_TREND: Final = {
    "too_few": "too few points",
    "overlaps": "figures overlap",
    "neutral": "neither way is better",
    "range": "the range is best",
}
"""Why no line through a chart tells a trend."""

PIECES: Final = {"snapshot": ("count on a day", "counts on a day")}
"""What a point is where it is no single month, quarter or year."""


def grouped(found: pl.DataFrame) -> Iterator[tuple[str, str, list[Row]]]:
    """The label of each message, why it is said, and the rows that say it for that reason."""
    rows = sorted(
        found.iter_rows(named=True),
        key=lambda row: (IN_ORDER.index(row["message"]), row["why_message"], row["indicator"]),
    )
    for (said, why), of_one in groupby(rows, key=lambda row: (row["message"], row["why_message"])):
        yield LABELS[said], why, list(of_one)


def measure(line: Row) -> Measure:
    """What the words need to know of the indicator."""
    return Measure(line["unit"], line["decimals"], line["polarity"], line["display"])


def figure(line: Row) -> str:
    """The figure on the scorecard, or why there is none."""
    if line["value"] is None:
        return wording.missing(line["reason"] or "awaited")
    over, of = line["numerator"], line["denominator"]
    shown = wording.figure(
        line["value"], measure(line), counts=None if over is None or of is None else (over, of)
    )
    return f"{shown} {wording.status_mark(line['status'] or 'actual')}".strip()


def variation(row: Row) -> str:
    """The icon of variation, or what a run chart says in its place."""
    if row["variation_icon"]:
        return icons.VARIATION[row["variation_icon"]].removeprefix("Variation: ")
    if row["chart"] == "none":
        return "no chart"
    return {"random": "chance alone", "non-random": "more than chance"}.get(
        row["runs"] or "", "cannot be told"
    )


def assurance(row: Row) -> str:
    """The icon of assurance, or why there is none. After a change limits say what was likely before it."""
    if row["assurance_icon"]:
        said = icons.ASSURANCE[row["assurance_icon"]].removeprefix("Target: ")
        return said if row["variation_icon"] == "common_cause" else f"before the change: {said}"
    if row["chart"] == "none":
        return "no chart"
    if row["why_no_target"] == "longer_period":
        return f"not of a {row['kind']}"
    return "no limits" if row["lower"] is None else "no single target"


def charted(row: Row) -> str:
    """What is charted, of how many figures, over which time."""
    if row["chart"] == "none":
        return "nothing"
    kind = "control chart" if row["chart"] == "xmr" else "run chart"
    trial = ", trial limits" if row["is_trial"] else ""
    over = f"{label(row['first_period'])} to {label(row['last_period'])}"
    return (
        f"{kind} of {wording.plural(row['values'], *PIECES.get(row['kind'], (row['kind'],)))}, {over}{trial}"
    )


def limits(row: Row, line: Row) -> str:
    """Where chance lets the figures lie; the median of a run chart."""
    of = measure(line)
    if row["lower"] is not None:
        return f"{wording.figure(row['lower'], of)} to {wording.figure(row['upper'], of)}"
    if row["centre"] is not None:
        return f"median {wording.figure(row['centre'], of)}"
    return "none"


def rebased(starts: pl.DataFrame, code: str) -> list[str]:
    """From when limits start anew, why, and who approved that; nothing where they never did."""
    return [
        f"Limits start anew from {label(row['period'])}: {row['reason']} (approved by {row['approver']})"
        for row in starts.filter(pl.col("indicator") == code).iter_rows(named=True)
        if row["period"]
    ]


def due(row: Row) -> str:
    """A rebase that is suggested and never made by itself; "" where none is."""
    if not row["rebase_is_due"]:
        return ""
    return f"A rebase is due from {label(row['rebase_period'])}: {row['rebase_why']}"


def beside(row: Row, starts: pl.DataFrame) -> list[str]:
    """All that is to be known beside the limits, a sentence each."""
    said = [_sentence(row["beneath"]), *rebased(starts, row["indicator"]), due(row), _sentence(row["remark"])]
    return [f"{each}." for each in said if each]


def label(period: str) -> str:
    """A period as a chart names it: "Sep 2023", "Q2 2023-24", "30 September 2023"."""
    return periods.label(periods.parse(period))


def counts(found: pl.DataFrame) -> Iterable[tuple[str, int]]:
    """How many say what, in the order in which it asks for attention."""
    tally = dict(found.group_by("message").len().iter_rows())
    return [(LABELS[said], tally[said]) for said in IN_ORDER if said in tally]


def _sentence(text: str | None) -> str:
    return f"{text[:1].upper()}{text[1:]}" if text else ""

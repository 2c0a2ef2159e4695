"""Receipts: why a figure got its rating, said from the very columns that computed it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from goldenthread.methods import reasons
from goldenthread.methods.reasons import REASONS
from goldenthread.methods.receipts import words

Row = Mapping[str, Any]

LIMITS: Final = (
    ("better_edge", "better_side", "better_band"),
    ("worse_edge", "worse_side", "worse_band"),
    ("other_edge", "other_side", "worse_band"),
)


@dataclass(frozen=True, slots=True)
class StatedLimit:
    """A limit of the rating: a value that stands on that side of it would get that band.

    `cases` is how many more numerator cases (negative: fewer) of the same denominator would bring it there.
    """

    band: str
    side: str
    limit: float
    cases: int | None


@dataclass(frozen=True, slots=True)
class Receipt:
    """One rating explained. `limits` are those to the next better band, if any, and to the next worse."""

    value: float | None
    rating: str | None
    reason: str
    target: str
    set_by: str
    rule: str
    limits: tuple[StatedLimit, ...]
    previous_rating: str | None
    sentences: tuple[str, ...]

    def lines(self) -> list[str]:
        """The sentences, one idea each."""
        return list(self.sentences)


def receipt(row: Row) -> Receipt:
    """The receipt of one row of `rating.rate`, with the columns of `targets.attach` beside.

    Uses, if there: `unit`, `decimals`, `numerator`, `denominator`, `multiplier` for words and counts;
    `old_target`, `old_amber`, `old_lower`, `old_upper`, `old_rating` for the verdict under the target before
    this one; `hidden`
    (then it tells nothing that narrows the figure down, such as a second rating under another target).
    """
    is_hidden = bool(row.get("hidden"))
    limits = () if is_hidden else tuple(_limits(row))
    target = _target(row)
    # Where a target was looked for and none is held, nobody has set it, whoever adopted the plan.
    set_by = _set_by(row) if target else ""
    rating = row.get("rating")
    sentences = [
        _verdict(row),
        target and f"Target: {target}.",
        set_by and f"Set by {set_by}.",
        *(_turning(row, limit) for limit in limits),
        "" if is_hidden else _before(row),
        _care(row),
        row.get("rule") and f"Rule: {row['rule']}.",
    ]
    return Receipt(
        value=None if is_hidden else row.get("value"),
        rating=rating,
        reason=row.get("reason") or "",
        target=target,
        set_by=set_by,
        rule=row.get("rule") or "",
        limits=limits,
        previous_rating=None if is_hidden else row.get("old_rating"),
        sentences=tuple(sentence for sentence in sentences if sentence),
    )


def _limits(row: Row) -> Iterator[StatedLimit]:
    for edge, side, band in LIMITS:
        limit, where, beyond = row.get(edge), row.get(side), row.get(band)
        if limit is not None and where and beyond:
            yield StatedLimit(beyond, where, limit, words.cases(limit, where, row))


def _verdict(row: Row) -> str:
    rating, reason = row.get("rating"), row.get("reason") or ""
    if rating is None:
        return f"Not rated: {reasons.get(reason).label}. {REASONS[reasons.get(reason).code].explanation}"
    shown = words.band(rating)
    if row.get("hidden"):
        return f"Rated {shown}. The figure is hidden to protect individuals."
    return f"Rated {shown}: the figure is {words.computed(row)}{_counts(row)}."


def _counts(row: Row) -> str:
    numerator, denominator = row.get("numerator"), row.get("denominator")
    if numerator is None or not denominator:
        return ""
    above, below = f"{float(numerator):,.10g}", f"{float(denominator):,.10g}"
    if row.get("unit") == "%" and numerator <= denominator:
        return f" ({above} of {below})"
    times = float(row.get("multiplier") or 1)
    return f" ({above} divided by {below}{f', times {times:,.10g}' if times != 1 else ''})"


def _target(row: Row, before: str = "") -> str:
    """The target and its limit in words; `before` prefixes the columns of an earlier version."""
    of = {name: row.get(f"{before}{name}") for name in TARGET_COLUMNS}
    if of["target"] is not None:
        return words.figure(of["target"], row) + _nearness(row, of)
    if of["lower"] is None and of["upper"] is None:
        return ""
    return _span(row, of["lower"], of["upper"]) + _wider(row, of)


TARGET_COLUMNS: Final = (
    "target", "lower", "upper", "amber", "amber_lower", "amber_upper", "tolerance", "tolerance_kind", "floor",
)  # fmt: skip


def _nearness(row: Row, of: Row) -> str:
    if of["amber"] is not None:
        return f", amber to {words.figure(of['amber'], row)}"
    if of["tolerance"] is not None:
        is_share = of["tolerance_kind"] == "relative"
        size = f"{of['tolerance']:g}% of it" if is_share else words.gap(of["tolerance"], row)
        return f", tolerance {size}"
    return f", floor {words.figure(of['floor'], row)}" if of["floor"] is not None else ""


def _span(row: Row, low: float | None, high: float | None) -> str:
    if low is None or high is None:
        end, limit = ("up to", high) if low is None else ("from", low)
        return f"{end} {words.figure(limit or 0.0, row)}"
    return f"{words.figure(low, row)} to {words.figure(high, row)}"


def _wider(row: Row, of: Row) -> str:
    if of["amber_lower"] is None and of["amber_upper"] is None:
        return ""
    return f", amber {_span(row, of['amber_lower'], of['amber_upper'])}"


def _set_by(row: Row) -> str:
    """Who set the target and when, and why if it says so."""
    approver = row.get("target_approver") or ""
    if not approver:
        return ""
    since = words.day(row.get("target_effective_from"))
    why = row.get("target_why") or ""
    return approver + (f", from {since}" if since else "") + (f": {why}" if why else "")


def _turning(row: Row, limit: StatedLimit) -> str:
    """What would make it another band."""
    where = f"{words.band(limit.band).capitalize()} {limit.side} {words.figure(limit.limit, row)}"
    if row.get("value") is None:
        return f"{where}."
    if limit.cases is None:
        return f"{where}: {words.gap(limit.limit - row['value'], row)} away."
    count = abs(limit.cases)
    step = "more" if limit.cases > 0 else "fewer"
    return f"{where}: {count:,} {step} of the {row['denominator']:,.10g}."


def _before(row: Row) -> str:
    target, rating = _target(row, "old_"), row.get("old_rating")
    if not target:
        return ""
    verdict = f"it would have been {words.band(rating)}" if rating else "it would not have been rated"
    if rating and rating == row.get("rating"):
        verdict = f"it would have been {words.band(rating)} too"
    return f"Under the target before ({target}) {verdict}."


def _care(row: Row) -> str:
    if not row.get("with_care"):
        return ""
    few = "answers" if row.get("respondents") is not None else "cases"
    return f"Few {few}: interpret with care."

"""Interim check: which figures about people are too small to publish.

Until disclosure control with its proof lands, a plain rule stands at the gate: a count of people of
1 to 5, or a count that leaves 1 to 5 people out (D - N), is hidden; so is an earlier figure of the
same running total that would give a small count away by subtraction. Zero is published.
Source of the convention: Department for Education, children in need, "c" for counts 1 to 5.
The rule looks at one report at a time; what earlier reports have said is for disclosure control.
"""

from __future__ import annotations

from collections.abc import Sequence

import polars as pl

SMALLEST_HIDDEN = 1
LARGEST_HIDDEN = 5


def is_small(count: pl.Expr) -> pl.Expr:
    """True where a count of people is 1 to 5; false where it is null: nothing known, nothing hidden."""
    whole = count.round(0)
    return whole.is_between(SMALLEST_HIDDEN, LARGEST_HIDDEN).fill_null(value=False)


def people_counted(prefix: str = "") -> pl.Expr:
    """The count of people behind a figure: its numerator, else what a reader would work it out to be.

    That is the value itself of a plain count, and of a share its value times the denominator.
    """
    value, denominator = pl.col(f"{prefix}value"), pl.col(f"{prefix}denominator")
    worked_out = (
        pl.when(denominator.is_null()).then(value).otherwise(value * denominator / pl.col("multiplier"))
    )
    return pl.coalesce(pl.col(f"{prefix}numerator"), worked_out)


def must_hide(prefix: str = "") -> pl.Expr:
    """True where a figure on people is too small, or leaves too few out.

    Reads `{prefix}numerator`, `{prefix}denominator`, `{prefix}value`, `multiplier` (Float64, null where
    unknown) and `counts_people` (Boolean).
    """
    counted = people_counted(prefix)
    left_out = pl.col(f"{prefix}denominator") - counted
    return pl.col("counts_people").fill_null(value=True) & (is_small(counted) | is_small(left_out))


def earlier_gives_away(later: str, earlier: str) -> pl.Expr:
    """True where two points of one running total differ by 1 to 5 people: the earlier one must go too.

    Only for figures cumulative within the year (`is_cumulative`); `later` and `earlier` are column prefixes.
    """
    between = people_counted(later) - people_counted(earlier)
    return pl.col("counts_people").fill_null(value=True) & pl.col("is_cumulative") & is_small(between)


def gone_of_a_running_total(counts: Sequence[float | None], small: Sequence[bool]) -> list[bool]:
    """Of one year's figures to date, in order, which must go: the small, and what gives a small one away.

    Read from the latest back: each is held against the next that is shown, for a hidden one says nothing.
    """
    shown: float | None = None
    gone = []
    for count, is_too_small in zip(reversed(counts), reversed(small), strict=True):
        between = None if count is None or shown is None else round(shown - count)
        hide = is_too_small or (between is not None and SMALLEST_HIDDEN <= between <= LARGEST_HIDDEN)
        gone.append(hide)
        if count is not None and not hide:
            shown = count
    return gone[::-1]


def candidates(hidden: pl.DataFrame) -> pl.DataFrame:
    """Every value a hidden figure could have for a reader who knows the rule: five rows a line.

    `hidden` holds lines whose figure is hidden (numerator, denominator, value, multiplier). A line hidden for
    its numerator gets N = 1 to 5; one hidden for what it leaves out gets N = D - 1 to D - 5. A line that is
    both gets both ranges. Only `numerator` and `value` are replaced.
    """
    steps = pl.DataFrame(
        {"step": list(range(SMALLEST_HIDDEN, LARGEST_HIDDEN + 1))}, schema={"step": pl.Float64}
    )
    small_count = hidden.filter(is_small(people_counted())).join(steps, how="cross")
    left_out = pl.col("denominator") - people_counted()
    small_rest = hidden.filter(is_small(left_out)).join(steps, how="cross")
    low = small_count.with_columns(numerator=pl.col("step"))
    high = small_rest.with_columns(numerator=pl.col("denominator") - pl.col("step"))
    rate = pl.col("multiplier") * pl.col("numerator") / pl.col("denominator")
    value = pl.when(pl.col("denominator").is_null()).then(pl.col("numerator")).otherwise(rate)
    return pl.concat([low, high]).filter(pl.col("numerator") >= 0).with_columns(value=value).drop("step")


def rating_is_safe(rated: pl.DataFrame) -> pl.DataFrame:
    """Whether one band covers every hidden value: `indicator`, `rating_is_safe`.

    `rated` is `candidates(...)` after rating. A colour that only some of the hidden values would have is a
    statement about the number, so it may not stand.
    """
    bands = pl.col("rating").fill_null("").n_unique()
    return rated.group_by("indicator", maintain_order=True).agg(rating_is_safe=bands == 1)

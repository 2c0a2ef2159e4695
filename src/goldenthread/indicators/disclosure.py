"""How to ask how figures are protected: policies, shared counts, groupings, exceptions, names.

As in `queries`, each answer is what was so on a day, as known at a moment.
"""

from datetime import date, datetime

import polars as pl

from goldenthread.audit import versions
from goldenthread.indicators.models import (
    CountLink,
    DisclosureException,
    DisclosurePolicy,
    DisclosureRole,
    Grouping,
    GuardedName,
    Indicator,
)
from goldenthread.methods.disclosure import policy
from goldenthread.methods.disclosure.policy import Policy

POLICY_OF = pl.Schema({"indicator": pl.String(), "policy": pl.String()})
LINKS = pl.Schema({"link": pl.String(), "indicator": pl.String(), "part": pl.String(), "since": pl.Date()})
GROUPINGS = pl.Schema(
    {
        "grouping": pl.String(),
        "dimension": pl.String(),
        "whole": pl.String(),
        "parts": pl.List(pl.String()),
        "is_complete": pl.Boolean(),
        "indicators": pl.List(pl.String()),
    }
)
EXCEPTIONS = pl.Schema(
    {
        "exception": pl.String(),
        "indicator": pl.String(),
        "breakdown": pl.String(),
        "period": pl.String(),
        "keep": pl.String(),
        "since": pl.Date(),
        "until": pl.Date(),
        "reason": pl.String(),
        "approver": pl.String(),
    }
)


def policies(*, on: date, known_at: datetime) -> dict[str, Policy]:
    """The policies by code: the conventions that are shipped, and over them the council's own."""
    shipped = {code: policy.preset(code) for code in policy.PRESETS if code != policy.NONE}
    own = versions.in_force(DisclosurePolicy, on, known_at)
    return {**shipped} | {row.code: policy.from_dict(row.definition) for row in own}


def default_policy(*, on: date, known_at: datetime) -> str:
    """The code of the policy for figures on people that name none.

    The council's default; where it has none, the convention of the Department for Education.
    """
    found = versions.in_force(DisclosurePolicy, on, known_at, is_default=True)
    return found[0].code if found else policy.CHILDREN_IN_NEED


def policy_of(*, on: date, known_at: datetime) -> pl.DataFrame:
    """The policy of each indicator in force (columns of `POLICY_OF`), by code.

    The one it names; else the default if it counts people; else null: nothing of it is protected. Ready to be
    joined to figures for `methods.disclosure.policy.primary`, with `policies`.
    """
    default = default_policy(on=on, known_at=known_at)
    found = versions.in_force(Indicator, on, known_at)
    rows = [(row.code, row.disclosure or (default if row.counts_people else None)) for row in found]
    return pl.DataFrame(rows, schema=POLICY_OF, orient="row")


def roles(*, on: date, known_at: datetime) -> dict[str, tuple[str, ...]]:
    """The roles of disclosure control by code, each with the codes of the posts that hold it."""
    return {row.code: tuple(row.posts) for row in versions.in_force(DisclosureRole, on, known_at)}


def links(*, on: date, known_at: datetime) -> pl.DataFrame:
    """Counts that are one under several indicators (columns of `LINKS`): those of one `link` are equal.

    For the same period, if it ends on the day `since` or later, and the same area and breakdown. `part` is
    numerator, denominator or remainder.
    """
    rows = [
        (row.code, *count.split("/"), row.effective_from)
        for row in versions.in_force(CountLink, on, known_at)
        for count in row.counts
    ]
    return pl.DataFrame(rows, schema=LINKS, orient="row")


def groupings(*, on: date, known_at: datetime) -> pl.DataFrame:
    """Which values of a dimension make up which other (columns of `GROUPINGS`).

    The counts of `parts` come to that of `whole` ("": everybody, the figure without this dimension), or to no
    more than it where not `is_complete`. `indicators` empty: wherever all these values occur.
    """
    found = versions.in_force(Grouping, on, known_at)
    rows = [(r.code, r.dimension, r.whole, r.parts, r.is_complete, r.indicators) for r in found]
    return pl.DataFrame(rows, schema=GROUPINGS, orient="row")


def exceptions(*, on: date, known_at: datetime) -> pl.DataFrame:
    """What is `shown` or `hidden` (`keep`) whatever its policy says, on that day (columns of `EXCEPTIONS`).

    `breakdown` is written as in "age=under-5;sex=male", dimensions in order of the alphabet, "" for the
    council as a whole; `period` "" means every period. Those whose `until` has passed are left out.
    """
    found = versions.in_force(DisclosureException, on, known_at, until__gte=on)
    rows = [
        (
            row.code,
            row.indicator,
            ";".join(f"{name}={value}" for name, value in sorted(row.breakdown.items())),
            row.period,
            row.keep,
            row.effective_from,
            row.until,
            row.reason,
            row.approver,
        )
        for row in found
    ]
    return pl.DataFrame(rows, schema=EXCEPTIONS, orient="row")


def guarded_names(*, on: date, known_at: datetime) -> list[str]:
    """Names of persons that no output may print, in order of the alphabet."""
    return sorted({row.name for row in versions.in_force(GuardedName, on, known_at)})

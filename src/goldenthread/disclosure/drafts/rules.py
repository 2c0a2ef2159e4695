"""Rules: what the council has decided on protecting its figures, in the form in which a pack needs it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Final

import polars as pl

from goldenthread.disclosure.drafts.world import EXCEPTIONS
from goldenthread.indicators import disclosure
from goldenthread.methods.disclosure import linked

# What a link can be between; a remainder follows from the two.
LINKED_PARTS: Final = ("numerator", "denominator")


def of(*, on: date, known_at: datetime) -> dict[str, Any]:
    """Policies, groupings, links and exceptions on a day, as known at a moment: fields of `World`."""
    policies = disclosure.policies(on=on, known_at=known_at)
    named = disclosure.policy_of(on=on, known_at=known_at).drop_nulls("policy")
    return {
        "policies": {row["indicator"]: policies[row["policy"]] for row in named.iter_rows(named=True)},
        "otherwise": policies[disclosure.default_policy(on=on, known_at=known_at)],
        "groupings": _groupings(disclosure.groupings(on=on, known_at=known_at)),
        "links": _links(disclosure.links(on=on, known_at=known_at)),
        "exceptions": disclosure.exceptions(on=on, known_at=known_at).select(EXCEPTIONS.names()),
    }


def _groupings(found: pl.DataFrame) -> pl.DataFrame:
    """Each value with the group that it makes up with others; incomplete groups tell nothing."""
    complete = found.filter("is_complete").explode("parts")
    named = complete.select("dimension", "grouping", value="parts", part_of="whole")
    return named.select(linked.GROUPINGS.names()).unique(maintain_order=True)


def _links(found: pl.DataFrame) -> pl.DataFrame:
    """Each count of a link with the next; where they differ, as before they were one, they stay apart."""
    counts = found.filter(pl.col("part").is_in(LINKED_PARTS))
    after = pl.col("indicator", "part").shift(-1).over("link").name.prefix("other_")
    pairs = counts.with_columns(after).drop_nulls("other_indicator")
    apart = [pl.lit(None, pl.String).alias(name) for name in ("breakdown", "other_breakdown")]
    whole = pairs.with_columns(*apart, revised=pl.lit(value=True))
    return whole.select(pl.col(name).cast(kind) for name, kind in linked.LINKS.items())

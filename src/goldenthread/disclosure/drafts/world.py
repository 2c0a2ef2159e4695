"""World: what is known beside a pack: rules, hierarchies, the counts behind, and what is out already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import polars as pl

from goldenthread.methods.disclosure import linked, policy
from goldenthread.methods.disclosure.policy import Policy

SPAN: Final = ("indicator", "area", "breakdown", "start", "end")
HELD: Final = pl.Schema(
    {
        **dict.fromkeys(SPAN[:3], pl.String()),
        "start": pl.Date(),
        "end": pl.Date(),
        "numerator": pl.Int64(),
        "denominator": pl.Int64(),
    }
)
"""Counts that the council holds and the pack does not print, such as the quarters of twelve months."""


EXCEPTIONS: Final = pl.Schema(
    {
        "indicator": pl.String(),
        "area": pl.String(),
        "breakdown": pl.String(),
        "period": pl.String(),
        "keep": pl.String(),
    }
)
"""Figures that stay "shown" or "hidden" whatever their policy says; `area` is the council's own where the
exception names no other, `period` "" is every one."""


OUT: Final = pl.Schema({**linked.EARLIER, "release": pl.Int64()})
"""What releases that are out said of counts, exactly or not at all; `release` numbers them."""
OUT_ROUNDED: Final = pl.Schema(
    {
        **dict.fromkeys(SPAN[:3], pl.String()),
        "start": pl.Date(),
        "end": pl.Date(),
        "part": pl.String(),
        "count": pl.Int64(),
        "published_on": pl.Date(),
        "release": pl.Int64(),
        "is_shown": pl.Boolean(),
        "base": pl.Int64(),
        "kind": pl.String(),
        "printed": pl.Int64(),
        "least": pl.Int64(),
        "most": pl.Int64(),
        "protects": pl.Int64(),
    }
)
"""Counts that releases that are out rounded: the multiple `printed`, unless the figure `is_shown` not.

`least` to `most` is what an outsider holds possible of one that is shown; a hidden one has the multiple that
whoever trusts the sums may tell (null where the count took no part in them). Counts of 1 to `protects` must
not be worked out for its rounding's sake.
"""


@dataclass(frozen=True, slots=True, eq=False)
class World:
    """What is known beside the pack itself; by default nothing is.

    `policies` by indicator, `otherwise` that of figures on people without one. `held` has the columns `HELD`,
    `exceptions` EXCEPTIONS, the others those of `linked`: `areas` AREAS, `groupings` GROUPINGS, `links`
    LINKS. `earlier` (OUT) is what releases that are out printed or hid, `rounded` (OUT_ROUNDED) what they
    rounded; of what they printed rounded `earlier` says nothing. `releases` are their codes, `names` every
    code that was given, as `naming.code` takes them. `scopes` are the indicators for which a grouping is
    said to be complete, where that is not said of all. `stored` gives a release that is out by the digest of
    what it was made from, as `kept.read` takes it, or None.
    """

    policies: Mapping[str, Policy] = field(default_factory=dict)
    otherwise: Policy = field(default_factory=lambda: policy.preset(policy.CHILDREN_IN_NEED))
    held: pl.DataFrame = field(default_factory=HELD.to_frame)
    areas: pl.DataFrame = field(default_factory=linked.AREAS.to_frame)
    groupings: pl.DataFrame = field(default_factory=linked.GROUPINGS.to_frame)
    links: pl.DataFrame = field(default_factory=linked.LINKS.to_frame)
    exceptions: pl.DataFrame = field(default_factory=EXCEPTIONS.to_frame)
    earlier: pl.DataFrame = field(default_factory=OUT.to_frame)
    rounded: pl.DataFrame = field(default_factory=OUT_ROUNDED.to_frame)
    releases: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)
    scopes: Mapping[str, frozenset[str]] = field(default_factory=dict)
    stored: Callable[[str], tuple[str, str] | None] = lambda inputs: None

    def plain_policies(self, indicators: Iterable[str]) -> dict[str, Any]:
        """The policies of some indicators as plain data."""
        return {indicator: policy.to_dict(self.policy(indicator)) for indicator in indicators}

    def frames(self) -> dict[str, pl.DataFrame]:
        """What decides beside figures and policies; not what is out already."""
        return {name: getattr(self, name) for name in ("held", "areas", "groupings", "links", "exceptions")}

    def may_print(self, breakdown: Mapping[str, Any]) -> bool:
        """Whether a breakdown may be printed at all, hidden figures and all.

        The indicator's definition lets it out, and its policy lets its dimensions be crossed.
        """
        crossed = frozenset(part["code"] for part in breakdown.get("dimensions") or ())
        areas = frozenset(self.areas["grouping"].unique())
        allowed = self.policy(breakdown["indicator"]).allows(crossed, areas)
        return bool(breakdown.get("may_be_published", True)) and allowed

    def in_use(self, lines: Iterable[Mapping[str, Any]]) -> list[Policy]:
        """The policies by which figures of these indicators are protected, each once."""
        codes = (
            line["indicator"]
            for line in lines
            if line["counts_people"] is not False or line["indicator"] in self.policies
        )
        return list({rule.code: rule for rule in map(self.policy, codes)}.values())

    def policy(self, indicator: str) -> Policy:
        """By what the figures on people of an indicator are protected."""
        return self.policies.get(indicator, self.otherwise)

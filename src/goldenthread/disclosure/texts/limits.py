"""Limits: up to which count the people of a text are too few to be told, by the policies of its measures."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from goldenthread.disclosure.drafts.world import World
from goldenthread.methods.disclosure.words import FEW


@dataclass(frozen=True, slots=True)
class Limits:
    """The largest count that is hidden, by measure; `otherwise` for those that name no policy.

    `strictest` is the largest of all, for a text on no measure: it may speak of any.
    """

    by_measure: Mapping[str, int] = field(default_factory=dict)
    otherwise: int = FEW
    strictest: int = FEW

    def of(self, measures: Collection[str]) -> int:
        """For a text on these measures that count people; 0 where their counts are shown as they are."""
        limits = [self.by_measure.get(measure, self.otherwise) for measure in measures]
        return max(limits, default=self.strictest)


def limits(world: World) -> Limits:
    """By the policies that are known beside a pack."""
    by_measure = {measure: policy.largest_hidden for measure, policy in world.policies.items()}
    otherwise = world.otherwise.largest_hidden
    return Limits(by_measure, otherwise, max([otherwise, *by_measure.values()]))

"""Policy: how the figures of one kind are protected, as data that holds together."""

from __future__ import annotations

from dataclasses import dataclass

from goldenthread.methods.disclosure.policy import contradictions
from goldenthread.methods.disclosure.policy.terms import Terms


class PolicyRefused(ValueError):
    """The policy contradicts itself or is not understood; the message says where and what to write."""


@dataclass(frozen=True, slots=True)
class Policy(Terms):
    """How figures are protected (`Terms`). Raises PolicyRefused for a policy that contradicts itself."""

    def __post_init__(self) -> None:
        if faults := contradictions.of(self):
            raise PolicyRefused(f"policy {self.code}: {'; '.join(faults)}")

    def is_small(self, count: int) -> bool:
        """Whether a count must be hidden for being small."""
        return self.zeros == "hidden" if count == 0 else 0 < count <= self.largest_hidden

    def allows(self, dimensions: frozenset[str], areas: frozenset[str] = frozenset({"ward"})) -> bool:
        """Whether a table may be broken down by these dimensions at once; `areas` are those that are places.

        One dimension, and one with areas, may stand unless a set of `never_cross` lies within. More only
        where a set of `may_cross` covers them.
        """
        if any(never <= dimensions for never in self.never_cross):
            return False
        return len(dimensions - areas) <= 1 or any(dimensions <= allowed for allowed in self.may_cross)

    def may_see_unprotected(self, roles: frozenset[str]) -> bool:
        """Whether somebody with one of these roles may see the figures as they are."""
        return not self.protects or bool(roles & set(self.unprotected_for))

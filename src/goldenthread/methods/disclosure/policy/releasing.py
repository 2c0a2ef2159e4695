"""Releasing: what a policy may ask of a table that no release can keep, and what to write instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from goldenthread.methods.disclosure.level import Level
from goldenthread.methods.disclosure.policy.rule import Policy, PolicyRefused

AMOUNTS: Final = "it needs what each contributor adds to a total, and returns bring the total alone"
BY_EXCEPTION: Final = "Write {field}: null, and hide totals that few make up by an exception"
CONTRIBUTORS: Final = "it needs how many contribute to a figure, and returns do not say so"
BY_BASE: Final = (
    "Write minimum_contributors: null; of fewer cases than minimum_base no share or average is printed"
)
LEVEL: Final = "no release leaves without a witness, so that less than that is never what holds"
AS_IT_IS: Final = "Write level: witness, or leave it out"


@dataclass(frozen=True, slots=True)
class Beyond:
    """A field of a policy that would do nothing in a release: why it would not, and what to write."""

    field: str
    why: str
    instead: str


_RULES: Final[tuple[tuple[Callable[[Policy], bool], Beyond], ...]] = (
    (
        lambda policy: policy.dominance is not None,
        Beyond("dominance", AMOUNTS, BY_EXCEPTION.format(field="dominance")),
    ),
    (
        lambda policy: policy.p_percent is not None,
        Beyond("p_percent", AMOUNTS, BY_EXCEPTION.format(field="p_percent")),
    ),
    (
        lambda policy: policy.minimum_contributors is not None,
        Beyond("minimum_contributors", CONTRIBUTORS, BY_BASE),
    ),
    (lambda policy: policy.level is not Level.WITNESS, Beyond("level", LEVEL, AS_IT_IS)),
)


def cannot_be_kept(policy: Policy) -> list[Beyond]:
    """What a policy asks that would do nothing in a release; none if a release can keep all of it.

    `judging.primary` keeps the rules on contributors for tables that bring the contributions.
    """
    return [beyond for is_asked, beyond in _RULES if is_asked(policy)]


def check(policies: Iterable[Policy]) -> None:
    """Raises PolicyRefused where no release can be protected by one of these policies."""
    faults = [
        f"policy {policy.code}, {beyond.field}: {beyond.why}. {beyond.instead}."
        for policy in policies
        for beyond in cannot_be_kept(policy)
    ]
    if faults:
        raise PolicyRefused(" ".join(faults))

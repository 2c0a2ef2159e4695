"""Ruled: what of a policy a table of counts can keep, and what it cannot promise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from goldenthread.methods.disclosure.policy import Beyond, Policy, PolicyRefused

AMOUNTS: Final = "it is of totals of amounts, and a table of counts does not say who contributes"
CROSSED: Final = "what a table crosses is decided by its dimensions, and none of them is taken out"
CLASSES: Final = "whole groups are not looked for here (the disclosure test names them)"
SHARES: Final = "it is of shares, and a table of counts prints none"
SUMS: Final = "each figure is rounded by itself here, and none is made to add up"
NOTHING: Final = "it hides no count, and by its threshold alone a table of counts is protected"
TAKE_BACK: Final = "Write {field}: null"

_RULES: Final[tuple[tuple[Callable[[Policy], bool], str, str, str], ...]] = (
    (
        lambda policy: policy.largest_hidden == 0 and policy.zeros != "hidden",
        "threshold",
        NOTHING,
        "Write a threshold",
    ),
    (lambda policy: policy.class_disclosure, "class_disclosure", CLASSES, TAKE_BACK),
    (lambda policy: policy.minimum_base is not None, "minimum_base", SHARES, TAKE_BACK),
    (lambda policy: policy.dominance is not None, "dominance", AMOUNTS, TAKE_BACK),
    (lambda policy: policy.p_percent is not None, "p_percent", AMOUNTS, TAKE_BACK),
    (lambda policy: policy.minimum_contributors is not None, "minimum_contributors", AMOUNTS, TAKE_BACK),
    (
        lambda policy: policy.rounding is not None and policy.rounding.kind == "controlled",
        "rounding",
        SUMS,
        "Write kind: independent",
    ),
    (lambda policy: bool(policy.may_cross), "may_cross", CROSSED, TAKE_BACK),
    (lambda policy: bool(policy.never_cross), "never_cross", CROSSED, TAKE_BACK),
)


def cannot_be_kept(policy: Policy) -> list[Beyond]:
    """What a policy asks that would do nothing for a table of counts; none if all of it can be kept.

    `complement` is not among it: a table of counts has no denominators, and what is left of a total beside
    one cell is other cells, each judged by itself. Nor is `percentages`, for no share is printed.
    """
    return [
        Beyond(field, why, instead.format(field=field))
        for is_asked, field, why, instead in _RULES
        if is_asked(policy)
    ]


def check(policy: Policy) -> None:
    """Raises PolicyRefused where a table of counts cannot be protected by this policy."""
    faults = [
        f"policy {policy.code}, {beyond.field}: {beyond.why}. {beyond.instead}."
        for beyond in cannot_be_kept(policy)
    ]
    if faults:
        raise PolicyRefused(" ".join(faults))

"""Contradictions: what cannot all be asked of one policy, and what to write instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from goldenthread.methods.disclosure.level import Level
from goldenthread.methods.disclosure.policy.terms import Terms

HIDDEN_SYMBOL: Final = "[c]"
SYMBOLS: Final = ("[c]", "[x]", "[z]", "[low]", "[u]", "[p]", "[r]")
"""The shorthand of the Government Analysis Function; every hidden figure has the first."""

EVERYBODY: Final = frozenset({"public", "everybody", "everyone", "anybody", "all"})

Fault = tuple[bool, str]


def of(policy: Terms) -> list[str]:
    """Every contradiction in a policy; none if it can be kept."""
    rules: tuple[Callable[[Terms], list[Fault]], ...] = (
        _of_limits,
        _of_zeros,
        _of_small_counts,
        _of_rounding,
        _of_the_whole,
        _of_crossings,
        _of_people_and_symbols,
    )
    return [message for rule in rules for is_broken, message in rule(policy) if is_broken]


def _of_limits(policy: Terms) -> list[Fault]:
    dominance, p_percent = policy.dominance, policy.p_percent
    return [
        (policy.threshold is not None and policy.threshold < 1, "threshold is 1 or more, or left out"),
        (policy.width < 1, "width is 1 or more"),
        (
            policy.minimum_base is not None and policy.minimum_base < 2,
            "minimum_base is 2 or more, or left out",
        ),
        (
            policy.minimum_contributors is not None and policy.minimum_contributors < 2,
            "minimum_contributors is 2 or more, or left out",
        ),
        (
            dominance is not None and not (dominance.n >= 1 and 0 < dominance.k < 1),
            "dominance takes n of 1 or more and k between 0 and 1, as {n: 2, k: 0.9}",
        ),
        (
            p_percent is not None and not 0 < p_percent < 1,
            "p_percent is a share between 0 and 1, as 0.1 for 10%",
        ),
    ]


def _of_zeros(policy: Terms) -> list[Fault]:
    shown = policy.zeros == "shown"
    return [
        (
            policy.threshold == 1 and not policy.is_inclusive and policy.zeros != "hidden",
            "a threshold of 1 that is not inclusive hides zeros alone, and zeros are not hidden: "
            "write zeros: hidden, or a higher threshold",
        ),
        (
            policy.zeros == "hidden" and policy.threshold is None,
            "zeros are hidden but counts above them are not: write a threshold too",
        ),
        (
            policy.class_disclosure and policy.complement and shown,
            "a numerator of 0 puts the whole group among the others, which class_disclosure with complement "
            "hides and zeros: shown publishes: write zeros: hidden, or leave out one of the two",
        ),
    ]


def _of_small_counts(policy: Terms) -> list[Fault]:
    return [
        (
            policy.complement and policy.threshold is None,
            "complement judges what is left by the threshold: write a threshold",
        ),
    ]


def _of_rounding(policy: Terms) -> list[Fault]:
    rounding = policy.rounding
    if rounding is None:
        return [
            (
                policy.percentages == "rounded_parts",
                "percentages: rounded_parts needs a rounding, as {base: 5, kind: independent}",
            )
        ]
    is_alone = rounding.kind == "independent"
    to_zero = (rounding.base - 1) // 2 if is_alone else rounding.base - 1
    return [
        (rounding.base < 2, "rounding takes a base of 2 or more"),
        (
            policy.threshold is None and policy.zeros == "shown" and to_zero == 1,
            f"with a base of {rounding.base} whatever is printed as [low] is 1, for zeros are shown as 0: "
            "take a larger base, or write zeros: may_hide, or a threshold",
        ),
        (
            policy.threshold is not None and is_alone and to_zero > policy.largest_hidden,
            f"a count of {to_zero} would be printed as 0 though it is none, for the threshold hides only up "
            f"to {policy.largest_hidden}: raise the threshold or take a smaller base",
        ),
        (
            policy.threshold is not None and not is_alone and to_zero > policy.largest_hidden,
            f"controlled rounding may print {to_zero} as 0 though it is none, for the threshold "
            f"hides only up to {policy.largest_hidden}: raise the threshold, or leave it out and only round",
        ),
        (
            policy.percentages == "safe_parts",
            "percentages: safe_parts would print shares of unrounded parts, from which these can be worked "
            "out: write percentages: rounded_parts",
        ),
    ]


def _of_the_whole(policy: Terms) -> list[Fault]:
    return [
        (
            not policy.protects and not policy.none_because,
            "it protects nothing: write a threshold or another rule, or why none is needed in none_because",
        ),
        (
            policy.protects and bool(policy.none_because),
            "none_because says that nothing is protected, and a rule protects: leave out one of the two",
        ),
        (
            policy.width > 1 and policy.level is not Level.WITNESS,
            f"a width of {policy.width} is held at the level witness alone: write that level, or width: 1",
        ),
        (not policy.source and not policy.none_because, "source is missing: say where the rule comes from"),
    ]


def _of_crossings(policy: Terms) -> list[Fault]:
    torn = [
        sorted(allowed)
        for allowed in policy.may_cross
        if any(never <= allowed for never in policy.never_cross)
    ]
    sets = (*policy.may_cross, *policy.never_cross)
    return [
        (
            bool(torn),
            f"{' x '.join(torn[0]) if torn else ''} is both allowed and never crossed: "
            "take it out of may_cross or never_cross",
        ),
        (
            any(len(dimensions) < 2 for dimensions in sets),
            "a crossing names two dimensions or more, as [age, sex]",
        ),
    ]


def _of_people_and_symbols(policy: Terms) -> list[Fault]:
    open_to = sorted(EVERYBODY & set(policy.unprotected_for))
    unknown = sorted(set(policy.symbols) - set(SYMBOLS))
    return [
        (
            bool(open_to) and policy.protects,
            f"unprotected_for names {', '.join(open_to)}, to whom it protects nothing: name roles of staff",
        ),
        (
            bool(unknown),
            f"symbols has {', '.join(unknown)}: every hidden figure is {HIDDEN_SYMBOL}; "
            f"write a note for one of {', '.join(SYMBOLS)}",
        ),
    ]

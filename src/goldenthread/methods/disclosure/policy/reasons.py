"""Reasons: the closed words for why a rule hides a figure, and the sentences for staff."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from goldenthread.methods.disclosure.policy.rule import Policy


class Reason(StrEnum):
    """Why a figure is hidden for what it is itself; in this order, the first that holds is named.

    The words are for staff and the decision log. Outside every hidden figure has the one symbol `[c]`: a
    reason beside it would tell how small it is.
    """

    ZERO = "zero"
    THRESHOLD = "threshold"
    CLASS_DISCLOSURE = "class_disclosure"
    COMPLEMENT = "complement"
    CONTRIBUTORS = "contributors"
    DOMINANCE = "dominance"
    P_PERCENT = "p_percent"
    UNSAFE_PERCENTAGE = "unsafe_percentage"
    SMALL_BASE = "small_base"

    def in_words(self, policy: Policy) -> str:
        """The reason as a sentence, with the limits of the policy by which it was hidden."""
        dominance = policy.dominance
        return _SENTENCES[self].format(
            largest=policy.largest_hidden,
            contributors=policy.minimum_contributors,
            n=dominance.n if dominance else 0,
            k=f"{dominance.k:.0%}" if dominance else "",
            p=f"{policy.p_percent:.0%}" if policy.p_percent else "",
            base=policy.minimum_base,
        )


_SENTENCES: Final = {
    Reason.ZERO: "It counts nobody, and the policy hides that nobody is concerned.",
    Reason.THRESHOLD: "It counts 1 to {largest}: few enough to tell of a person.",
    Reason.CLASS_DISCLOSURE: "The whole group stands in one place, which tells as much of each member.",
    Reason.COMPLEMENT: "It leaves too few out: the rest of the group counts {largest} or fewer.",
    Reason.CONTRIBUTORS: "Fewer than {contributors} contribute to it.",
    Reason.DOMINANCE: "The {n} largest contributors make up more than {k} of it.",
    Reason.P_PERCENT: "The second largest contributor could work out the largest to within {p}.",
    Reason.UNSAFE_PERCENTAGE: "It is a share of counts that are hidden, and would give them away.",
    Reason.SMALL_BASE: "It is a share of fewer than {base}.",
}

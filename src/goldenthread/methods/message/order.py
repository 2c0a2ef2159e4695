"""Message order: the table of rules, tried from the first on, that turns what is known into a message."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import product
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods.message import words

STATES: Final[Mapping[str, tuple[str, ...]]] = {
    "latest": ("there", "missing"),
    "better": ("one way", "in a range", "neither way"),
    "evidence": ("limits", "constant", "runs", "few", "overlapping"),
    "variation": ("chance", "improving", "worsening", "unclear"),
    "limits": ("beyond the target", "short of the target", "around the target", "no target"),
    "standing": ("met", "not met", "unknown"),
}
"""All that a message rests on, each in its closed list.

`evidence` is what tells change from chance: process limits of 13 values or more, limits without width, a run
chart, nothing, or figures that overlap and are not charted. `limits` is where the limits lie: on the good
side of the target, on its bad side, or on both. `standing` is the rating: whether the target is met, and not
how closely it is missed.
"""


@dataclass(frozen=True)
class Rule:
    """A message, the states in which it is given, and why in a plain sentence.

    A state that `when` does not name may be anything; of several states "or" stands between them.
    """

    message: str
    when: Mapping[str, str]
    why: str

    def applies(self, states: Mapping[str, str]) -> bool:
        """Whether these states are ones in which the message is given."""
        return all(states[name] in allowed.split(" or ") for name, allowed in self.when.items())


ORDER: Final = (
    Rule(words.NO_FIGURE, {"latest": "missing"}, "the latest figure is missing"),
    Rule(
        words.NO_BETTER_WAY,
        {"better": "in a range"},
        "the figure is best within a range, so that no direction is better",
    ),
    Rule(words.NO_BETTER_WAY, {"better": "neither way"}, "neither more nor less is said to be better"),
    Rule(
        words.OVERLAPPING,
        {"evidence": "overlapping"},
        "years to date and rolling figures are not charted; look at the single periods beneath",
    ),
    Rule(words.TOO_FEW, {"evidence": "few"}, "limits need 13 figures, and a run chart 10"),
    Rule(
        words.DETERIORATING,
        {"variation": "worsening"},
        "the latest figures are worse than chance explains",
    ),
    Rule(words.IMPROVING, {"variation": "improving"}, "the latest figures are better than chance explains"),
    Rule(
        words.TOO_FEW,
        {"evidence": "runs", "variation": "unclear"},
        "the figures have shifted, but now move neither way, and are too few for limits",
    ),
    Rule(
        words.TOO_FEW,
        {"evidence": "runs"},
        "the figures vary by chance alone, and are too few for limits",
    ),
    Rule(
        words.NO_TARGET,
        {"limits": "no target"},
        "the figures vary by chance alone, and there is no target",
    ),
    Rule(
        words.NO_TARGET,
        {"standing": "unknown"},
        "the figures vary by chance alone, and the latest is not held against a target",
    ),
    Rule(
        words.MET_RELIABLY,
        {"evidence": "constant", "standing": "met"},
        "every figure has been the same, and meets the target",
    ),
    Rule(
        words.WILL_KEEP_MISSING,
        {"evidence": "constant"},
        "every figure has been the same, and misses the target",
    ),
    Rule(
        words.MET_RELIABLY,
        {"standing": "met", "limits": "beyond the target"},
        "all that chance allows is on the good side of the target",
    ),
    Rule(
        words.WILL_KEEP_MISSING,
        {"standing": "not met", "limits": "short of the target"},
        "all that chance allows is on the bad side of the target",
    ),
    Rule(
        words.MET_BY_CHANCE,
        {"standing": "met", "limits": "around the target"},
        "the target lies within what chance allows",
    ),
    Rule(
        words.MISSED_BY_CHANCE,
        {"standing": "not met", "limits": "around the target"},
        "the target lies within what chance allows",
    ),
    Rule(
        words.MET_BY_CHANCE,
        {"standing": "met", "limits": "short of the target"},
        "it is rated as met, though all that chance allows is on the bad side of the target",
    ),
    Rule(
        words.MISSED_BY_CHANCE,
        {"standing": "not met", "limits": "beyond the target"},
        "it is rated as missed, though all that chance allows is on the good side of the target",
    ),
)
"""The first rule whose states are all so gives the message.

Limits foretell only as long as nothing changes: that is why a change is told before them.
"""

WHY: Final = pl.Enum(list(dict.fromkeys(rule.why for rule in ORDER)))


@cache
def answers() -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """Numbers in words.MESSAGES and in WHY for every combination of states, an axis for each of STATES."""
    messages, whys = (list(known.categories) for known in (words.MESSAGES, WHY))
    found = [
        next(rule for rule in ORDER if rule.applies(dict(zip(STATES, each, strict=True))))
        for each in product(*STATES.values())
    ]
    shape = [len(states) for states in STATES.values()]
    message = np.array([messages.index(rule.message) for rule in found], np.uint8)
    why = np.array([whys.index(rule.why) for rule in found], np.uint8)
    return message.reshape(shape), why.reshape(shape)

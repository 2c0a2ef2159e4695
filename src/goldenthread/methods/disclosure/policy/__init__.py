"""Policy: which figures are too telling to print, by rules that are data.

`controlled` rounding is asked of its own module: it brings a solver, and who only reads a policy should not
wait for that.
"""

from goldenthread.methods.disclosure.policy.judging import UnknownPolicy, primary
from goldenthread.methods.disclosure.policy.presets import CHILDREN_IN_NEED, NONE, PRESETS
from goldenthread.methods.disclosure.policy.reading import FIELDS, from_dict, preset, resolved, to_dict
from goldenthread.methods.disclosure.policy.reasons import Reason
from goldenthread.methods.disclosure.policy.releasing import Beyond, cannot_be_kept, check
from goldenthread.methods.disclosure.policy.rounding import (
    around,
    possible,
    rounded,
    rounds_to_nothing,
    share_of_rounded,
)
from goldenthread.methods.disclosure.policy.rule import Policy, PolicyRefused
from goldenthread.methods.disclosure.policy.terms import Dominance, Rounding

__all__ = [
    "CHILDREN_IN_NEED",
    "FIELDS",
    "NONE",
    "PRESETS",
    "Beyond",
    "Dominance",
    "Policy",
    "PolicyRefused",
    "Reason",
    "Rounding",
    "UnknownPolicy",
    "around",
    "cannot_be_kept",
    "check",
    "from_dict",
    "possible",
    "preset",
    "primary",
    "resolved",
    "rounded",
    "rounds_to_nothing",
    "share_of_rounded",
    "to_dict",
]

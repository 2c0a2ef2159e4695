"""Policy: which figures are too telling to print, by rules that are data."""

from goldenthread.methods.disclosure.policy.controlled import Rounded, controlled
from goldenthread.methods.disclosure.policy.judging import UnknownPolicy, primary
from goldenthread.methods.disclosure.policy.presets import CHILDREN_IN_NEED, NONE, PRESETS
from goldenthread.methods.disclosure.policy.reading import FIELDS, from_dict, preset, resolved, to_dict
from goldenthread.methods.disclosure.policy.reasons import Reason
from goldenthread.methods.disclosure.policy.rounding import possible, rounded, share_of_rounded
from goldenthread.methods.disclosure.policy.rule import Policy, PolicyRefused
from goldenthread.methods.disclosure.policy.terms import Dominance, Rounding

__all__ = [
    "CHILDREN_IN_NEED",
    "FIELDS",
    "NONE",
    "PRESETS",
    "Dominance",
    "Policy",
    "PolicyRefused",
    "Reason",
    "Rounded",
    "Rounding",
    "UnknownPolicy",
    "controlled",
    "from_dict",
    "possible",
    "preset",
    "primary",
    "resolved",
    "rounded",
    "share_of_rounded",
    "to_dict",
]

"""Attack: what an outsider can work out who has everything published, the rule, and a good computer."""

from goldenthread.methods.disclosure.attack.groups import Group, whole_groups
from goldenthread.methods.disclosure.attack.intervals import intervals
from goldenthread.methods.disclosure.attack.recovery import narrower, recovered
from goldenthread.methods.disclosure.attack.report import Findings, attack

__all__ = ["Findings", "Group", "attack", "intervals", "narrower", "recovered", "whole_groups"]

"""Rank: no primary cell is fixed by the published ones and the sums between them."""

from goldenthread.methods.disclosure.rank import basis
from goldenthread.methods.disclosure.rank.audit import exposed
from goldenthread.methods.disclosure.rank.protecting import protect

__all__ = ["basis", "exposed", "protect"]

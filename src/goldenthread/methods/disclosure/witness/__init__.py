"""Witness: tables of whole numbers that an outsider cannot tell from the true one, as a proof."""

from goldenthread.methods.disclosure.witness.checking import faults
from goldenthread.methods.disclosure.witness.finding import find
from goldenthread.methods.disclosure.witness.other import other_table, other_tables
from goldenthread.methods.disclosure.witness.protecting import protect

__all__ = ["faults", "find", "other_table", "other_tables", "protect"]

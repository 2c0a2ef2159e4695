"""Witness: tables of whole numbers that an outsider cannot tell from the true one, as a proof."""

from goldenthread.methods.disclosure.proof import faults
from goldenthread.methods.disclosure.witness.finding import find
from goldenthread.methods.disclosure.witness.other import other_table, other_tables
from goldenthread.methods.disclosure.witness.plain import BadProof, as_plain, from_plain
from goldenthread.methods.disclosure.witness.protecting import protect

__all__ = ["BadProof", "as_plain", "faults", "find", "from_plain", "other_table", "other_tables", "protect"]

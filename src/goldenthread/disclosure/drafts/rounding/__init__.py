"""Rounding: what is printed instead of the counts of a policy that rounds, and what that tells of them."""

from goldenthread.disclosure.drafts.rounding.counts import ROUNDED, rounded
from goldenthread.disclosure.drafts.rounding.earlier import known
from goldenthread.disclosure.drafts.rounding.intervals import Told, told
from goldenthread.disclosure.drafts.rounding.lines import Lines
from goldenthread.disclosure.drafts.rounding.ratings import kept
from goldenthread.disclosure.drafts.rounding.relaxing import relaxed
from goldenthread.disclosure.drafts.rounding.texts import TOLD, as_printed

__all__ = ["ROUNDED", "TOLD", "Lines", "Told", "as_printed", "kept", "known", "relaxed", "rounded", "told"]

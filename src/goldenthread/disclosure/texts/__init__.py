"""Texts: words beside the figures, withheld where they may tell of a person or of a hidden figure."""

from goldenthread.disclosure.texts.limits import Limits, limits
from goldenthread.disclosure.texts.measures import LEAD, Known, Line, Measures, measures
from goldenthread.disclosure.texts.withholding import (
    WITHHELD,
    WORDS_OF_A_COMMENT,
    Decision,
    actions,
    comments,
    of_action,
    said_of_figures,
    subject,
)
from goldenthread.methods.disclosure.words import REASONS, Rule

FEW = REASONS[Rule.FEW_PEOPLE]

__all__ = [
    "FEW",
    "LEAD",
    "WITHHELD",
    "WORDS_OF_A_COMMENT",
    "Decision",
    "Known",
    "Limits",
    "Line",
    "Measures",
    "actions",
    "comments",
    "limits",
    "measures",
    "of_action",
    "said_of_figures",
    "subject",
]

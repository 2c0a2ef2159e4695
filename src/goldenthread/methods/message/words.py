"""Message words: the closed set of plain sentences, one of which every indicator says."""

from typing import Final

import polars as pl

MET_RELIABLY: Final = "met_reliably"
MET_BY_CHANCE: Final = "met_by_chance"
MISSED_BY_CHANCE: Final = "missed_by_chance"
WILL_KEEP_MISSING: Final = "will_keep_missing"
IMPROVING: Final = "improving"
DETERIORATING: Final = "deteriorating"
TOO_FEW: Final = "too_few"
NO_FIGURE: Final = "no_figure"
NO_BETTER_WAY: Final = "no_better_way"
NO_TARGET: Final = "no_target"
OVERLAPPING: Final = "overlapping"

LABELS: Final = {
    MET_RELIABLY: "Met reliably",
    MET_BY_CHANCE: "Met this time by chance",
    MISSED_BY_CHANCE: "Missed by chance",
    WILL_KEEP_MISSING: "Will keep missing unless something changes",
    IMPROVING: "Improving",
    DETERIORATING: "Deteriorating",
    TOO_FEW: "Too few points to say",
    NO_FIGURE: "No latest figure",
    NO_BETTER_WAY: "Neither way is better",
    NO_TARGET: "No target to judge by",
    OVERLAPPING: "Figures overlap",
}
"""What stands in a column of a scorecard."""

SENTENCES: Final = {
    MET_RELIABLY: "The target is met, and will go on being met as long as nothing changes.",
    MET_BY_CHANCE: "The target is met this time, but by chance alone it may be missed next time.",
    MISSED_BY_CHANCE: "The target is missed this time, but by chance alone it may be met next time.",
    WILL_KEEP_MISSING: "The target is missed, and will go on being missed unless something changes.",
    IMPROVING: "The latest figures are better than chance explains.",
    DETERIORATING: "The latest figures are worse than chance explains.",
    TOO_FEW: "There are too few figures to tell a change from chance.",
    NO_FIGURE: "There is no latest figure to judge.",
    NO_BETTER_WAY: "Neither more nor less is better, so there is no verdict.",
    NO_TARGET: "The figures vary by chance alone, and there is no target to hold them against.",
    OVERLAPPING: "Each figure holds much of the one before, so a change cannot be told from chance.",
}
"""What is said in a text. They hold no icon's name and no word of process control: they are public."""

MESSAGES: Final = pl.Enum(list(LABELS))

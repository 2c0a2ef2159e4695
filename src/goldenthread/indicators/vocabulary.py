"""Vocabulary: the closed lists of words in which an indicator is defined."""

from typing import Final, Literal

# Roles in disclosure control: who approves what leaves, and whoever owns the indicator in question.
DATA_PROTECTION_LEAD: Final = "data_protection_lead"
OWNER: Final = "owner"

Polarity = Literal["higher", "lower", "range", "neutral"]

Frequency = Literal["monthly", "quarterly", "termly", "thirds", "annual"]

# What one figure on a scorecard is about.
Basis = Literal[
    "month",
    "quarter",
    "ytd",
    "rolling_3",
    "rolling_6",
    "rolling_12",
    "rolling_24",
    "snapshot",
    "annual",
    "academic_year",
    "third",
    "term",
    "forecast",
    "years_2",
    "years_3",
    "years_4",
    "years_5",
]

Calendar = Literal["financial", "academic", "calendar"]

# How the parts of a period make the whole; percentages and means are never averaged.
Aggregation = Literal[
    "sum",
    "ratio_of_sums",
    "latest",
    "cumulative",
    "rolling_sum",
    "rolling_ratio",
    "average_n",
    "annual_only",
]

MeasureUnit = Literal[
    "%",
    "% change",
    "count",
    "days",
    "days per FTE",
    "cases per FTE",
    "seconds",
    "kg per household",
    "per 1,000",
    "per 10,000",
    "per 100,000",
    "£",
    "£m",
    "£000s",
    "score",
    "rate",
    "other",
]

Display = Literal["", "minutes_seconds", "counts", "money"]

MarginKind = Literal["absolute", "relative", "none"]

# How the field states what is near: some of these become a target's tolerance, others a scheme.
TypicalTolerance = Literal["absolute", "relative", "range", "floor", "bands", "confidence_interval", "none"]

SmallNumberRisk = Literal["none", "low", "medium", "high"]

NoTarget = Literal["no_target", "target_not_set", "baseline_year"]

# Who answers for an indicator of the library, in any council's words.
Field = Literal[
    "children",
    "education",
    "adults",
    "public_health",
    "housing",
    "waste_and_streets",
    "highways",
    "planning",
    "regulation",
    "community_safety",
    "culture",
    "finance",
    "revenues",
    "workforce",
    "customer",
    "corporate",
]

BreakdownDimension = Literal[
    "action_type",
    "age",
    "appeal_type",
    "bedrooms",
    "centre",
    "directorate",
    "disability",
    "duty_type",
    "estate",
    "ethnicity",
    "free_school_meals",
    "gp_practice",
    "household_type",
    "land_type",
    "land_use",
    "library",
    "nationality",
    "queue",
    "road_user",
    "round",
    "service",
    "sex",
    "team",
    "tenure",
    "waste_type",
    "ward",
]

"""Level: against what a protection holds."""

from enum import StrEnum


class Level(StrEnum):
    """Against what a protection holds; each level holds against all that the one before does.

    `RANK`: no primary cell is fixed by what is published. `RULE_AWARE`: none is fixed either for an outsider
    who knows the rule by which cells are hidden. `WITNESS`: for each primary cell there are two tables of
    whole numbers that agree with everything published and differ there by the width or more.
    """

    RANK = "rank"
    RULE_AWARE = "rule-aware"
    WITNESS = "witness"

"""Receipts: how each rating came about, in words."""

from datetime import date

import pytest

from goldenthread.methods import receipts
from tests.spec.figures import rated


def receipt(**cells):
    shown = {name: cells.pop(name) for name in list(cells) if name not in RATED}
    row = rated(**cells) | shown
    return receipts.receipt(row).lines()


RATED = {
    "scheme",
    "polarity",
    "value",
    "target",
    "amber",
    "decimals",
    "lower",
    "upper",
    "amber_lower",
    "amber_upper",
}


def test_what_it_says():
    """Value, target, who set it and when, what would turn it (in cases if they are counted), the rule."""
    assert receipt(
        value=100 * 486 / 585, numerator=486, denominator=585, multiplier=100, unit="%", decimals=1,
        target=85, amber=80, target_approver="Cabinet", target_effective_from=date(2023, 4, 1),
        target_why="Larkhythe Forward adopted",
    ) == [
        "Rated amber: the figure is 83.1% (486 of 585).",
        "Target: 85.0%, amber to 80.0%.",
        "Set by Cabinet, from 1 April 2023: Larkhythe Forward adopted.",
        "Green at or above 85.0%: 12 more of the 585.",
        "Red below 80.0%: 19 fewer of the 585.",
        "Rule: Target and limit, version 1.",
    ]  # fmt: skip


def test_under_the_target_before():
    """A changed target is told with the verdict under the one before."""
    said = receipt(
        value=61.3, unit="%", decimals=1, target=60, amber=55, old_target=70, old_amber=65, old_rating="red"
    )
    assert "Under the target before (70.0%, amber to 65.0%) it would have been red." in said


def test_both_ends_of_a_range():
    """Inside a range there are two ways to fall out of it."""
    said = receipt(
        polarity="range", value=17.4, unit="%", decimals=1, lower=15, upper=20, amber_lower=12, amber_upper=23
    )
    assert said[1:4] == [
        "Target: 15.0% to 20.0%, amber 12.0% to 23.0%.",
        "Amber below 15.0%: 2.4 percentage points away.",
        "Amber above 20.0%: 2.6 percentage points away.",
    ]


def test_a_count():
    """A count says how far away the next band is."""
    said = receipt(polarity="lower", value=1164, unit="count", decimals=0, target=1050, amber=1103)
    assert said[0] == "Rated red: the figure is 1,164."
    assert "Amber at or below 1,103: 61 away." in said


def test_a_figure_that_seems_to_contradict_its_colour():
    """94.96 is printed as 95.0 and is not 95: the receipt gives the places that show it."""
    said = receipt(value=94.96, unit="%", decimals=1, target=95, amber=90)
    assert said[0] == "Rated amber: the figure is 94.96% (printed as 95.0%)."


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        ("not due", "Not rated: not due. Measured less often than reported: none falls due this period."),
        ("", "Not rated: awaited. The figure is due and has not arrived."),
    ],
)  # fmt: skip
def test_no_rating(reason, words):
    """Without a rating it says which reason there is."""
    row = rated(value=None, target=90, amber=85, reason=reason)
    assert receipts.receipt(row).lines()[0] == words


def test_nothing_that_gives_a_hidden_figure_away():
    """Of a hidden figure the receipt tells the rating and the target, and nothing that narrows it down."""
    said = receipt(
        value=97.9, numerator=142, denominator=145, multiplier=100, unit="%", decimals=1, target=95, amber=90,
        hidden=True,
    )  # fmt: skip
    assert said == [
        "Rated green. The figure is hidden to protect individuals.",
        "Target: 95.0%, amber to 90.0%.",
        "Rule: Target and limit, version 1.",
    ]

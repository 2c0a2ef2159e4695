"""Roll-up: many ratings into counts and percentages."""

import polars as pl
import pytest

from goldenthread.methods import rollup
from goldenthread.methods.rollup import share
from tests.spec.worked import examples


def lines(**counts: int) -> pl.DataFrame:
    """So many lines of each rating; `not_due=4` are four without one, and why."""
    ratings = [
        (name if name in rollup.STANDARD else None, "" if name in rollup.STANDARD else name, "actual")
        for name, count in counts.items()
        for _ in range(count)
    ]
    return pl.DataFrame(ratings, schema=["rating", "reason", "status"], orient="row")


@examples("""
| published_by     | part | whole | decimals | percentage |
|------------------|------|-------|----------|------------|
| Havering 2017/18 | 28   | 42    | 1        | 66.7       |
| Havering 2017/18 | 14   | 42    | 1        | 33.3       |
| Bracknell Forest | 64   | 114   | 1        | 56.1       |
| Bracknell Forest | 78   | 95    | 0        | 82         |
| Medway 2009/10   | 41   | 73    | 0        | 56         |
| Barnet 2016/17   | 191  | 244   | 0        | 78         |
| East Sussex      | 43   | 52    | 0        | 83         |
""")
def test_percentages_are_computed_from_the_counts(published_by, part, whole, decimals, percentage):
    """28 of 42 is 66.7%: Havering printed 68, and Bracknell Forest 55 for 64 of 114. Nobody types one."""
    assert share(int(part), int(whole), int(decimals)) == float(percentage), published_by


def test_shares_may_not_sum_to_100():
    """30, 14 and 13 of 57 are 53, 25 and 23%, together 101: each is rounded by itself, and a note says so."""
    counts = rollup.shares(rollup.tally(lines(green=30, amber=14, red=13, not_due=4, awaited=3, no_target=2)))

    row = counts.row(0, named=True)
    assert (row["green_share"], row["amber_share"], row["red_share"]) == (53, 25, 23)
    assert row["may_not_sum"]


def test_shares_that_do_sum_carry_no_note():
    """50, 25 and 25 of 100 are 50, 25 and 25%."""
    assert not rollup.shares(rollup.tally(lines(green=50, amber=25, red=25)))["may_not_sum"].item()


def test_not_rated_is_counted_and_never_dropped():
    """Of 66 lines 57 are rated; 9 are not: 4 not due, 3 awaited, 2 without a target."""
    report = lines(green=30, amber=14, red=13, no_target=2, not_due=4, awaited=3)
    counts = rollup.tally(report).row(0, named=True)

    assert (counts["green"], counts["amber"], counts["red"]) == (30, 14, 13)
    assert (counts["rated"], counts["not_rated"], counts["all"]) == (57, 9, 66)
    why = rollup.not_rated(report)
    assert list(zip(why["count"], why["label"], strict=True)) == [
        (4, "not due"),
        (3, "awaited"),
        (2, "no target"),
    ]


def test_what_a_share_is_of_is_always_said():
    """22 green of 44 rated are 50%; of all 55 lines they are 40%. Which of the two must be said."""
    counts = rollup.tally(lines(green=22, amber=11, red=11, awaited=11))

    assert rollup.shares(counts)["green_share"].item() == 50
    assert rollup.shares(counts, [*rollup.STANDARD, "not_rated"], whole="all")["green_share"].item() == 40


def test_by_priority_in_the_order_of_the_plan():
    """Counts by priority keep the plan's order; figures in arrears are counted among the rated."""
    report = pl.concat(
        [
            lines(green=9, amber=7, red=6, not_due=2).with_columns(
                priority=pl.lit("residents first"), late=False
            ),
            lines(green=9, amber=3, red=2, awaited=3).with_columns(
                priority=pl.lit("clean and safe"), late=True
            ),
        ]
    )
    counts = rollup.tally(report, ["priority"], flags=["late"])

    assert counts.rows() == [
        ("residents first", 9, 7, 6, 22, 2, 24, 0),
        ("clean and safe", 9, 3, 2, 14, 3, 17, 14),
    ]


def test_a_scale_of_other_words():
    """A council that rates on track or off track is counted on its own scale."""
    report = pl.DataFrame({"rating": ["on_track"] * 28 + ["off_track"] * 14, "reason": ""})
    counts = rollup.tally(report, scale=["on_track", "off_track"])

    assert counts.rows() == [(28, 14, 42, 0, 42)]
    with pytest.raises(rollup.NotABand, match="the scale has green, amber, red"):
        rollup.tally(report)


def test_how_many_have_reported():
    """15 figures are due; 12 have arrived, 2 of them provisional. One that is not due is not waited for."""
    statuses = ["actual"] * 10 + ["provisional", "estimated"] + ["missing"] * 4
    report = pl.DataFrame({"status": statuses, "reason": [""] * 12 + ["awaited"] * 3 + ["not_due"]})

    assert rollup.reported(report)["words"].item() == "12 of 15 reported, 2 provisional"


def test_nothing_provisional_is_not_mentioned():
    """Where every figure is final, only the count is said."""
    report = pl.DataFrame({"status": ["actual"] * 3, "reason": [""] * 3, "unit": ["RES", "PLA", "RES"]})

    by_unit = rollup.reported(report, ["unit"])
    assert dict(by_unit.select("unit", "words").rows()) == {
        "RES": "2 of 2 reported",
        "PLA": "1 of 1 reported",
    }


def test_nothing_has_no_percentages():
    """Where no line is rated there are counts and no percentages."""
    counts = rollup.shares(rollup.tally(lines(awaited=3)))

    assert counts.select("green", "all", "green_share", "may_not_sum").row(0) == (0, 3, None, False)
    with pytest.raises(rollup.NothingToShare):
        share(0, 0)

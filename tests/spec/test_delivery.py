"""Delivery: actions and milestones of the plan."""

from datetime import date

import polars as pl
import pytest

from goldenthread.methods import delivery
from tests.spec.worked import examples

WORDS = {"C": "complete", "G": "green", "A": "amber", "R": "red"}

# The fictional borough of Larkhythe: each line's status in quarter 1 and at 30 September 2023.
LARKHYTHE = {
    "residents first": "R1 AG, R2a GC, R2b AR, R3 GC, R4 GA, R5 GG, R6 GC, R7 GG, R8 AA",
    "clean and safe": "C1 GG, C2a GG, C2b AR, C3 GG, C4 GC, C5 GG, C6 GG, C7 GA, C8 GG, C9 GA",
    "supporting those in need": "S1a AA, S1b GG, S2 AR, S3 GG, S4 GG, S5 AA, S6 GG, S7 GG",
}


def larkhythe(quarter: int) -> pl.DataFrame:
    """The 27 lines as they stood at the end of quarter 1 or 2."""
    rows = []
    for priority, text in LARKHYTHE.items():
        for line in text.split(", "):
            action, statuses = line.split()
            parent = action[:-1] if action[-1] in "ab" else ""
            rows.append((action, parent, priority, WORDS[statuses[quarter - 1]]))
    return pl.DataFrame(rows, schema=["action", "parent", "priority", "status"], orient="row")


def test_actions_as_reported():
    """27 lines at 30 September: 4 complete, 14 green, 6 amber, 3 red. 18 are complete or green, 66.7%."""
    counts = delivery.tally(larkhythe(2)).row(0, named=True)

    assert [counts[status] for status in delivery.STATUSES] == [4, 14, 6, 3, 0]
    assert (counts["all"], counts["on_course"], counts["on_course_share"]) == (27, 18, 66.7)


def test_actions_as_adopted():
    """24 adopted actions, each as its worst part: 3, 12, 6 and 3. 15 are complete or green, 62.5%."""
    counts = delivery.tally(delivery.worst_part(larkhythe(2))).row(0, named=True)

    assert [counts[status] for status in delivery.STATUSES] == [3, 12, 6, 3, 0]
    assert (counts["all"], counts["on_course"], counts["on_course_share"]) == (24, 15, 62.5)


def test_actions_a_quarter_earlier():
    """In quarter 1 the 27 lines stood at 20 green and 7 amber."""
    counts = delivery.tally(larkhythe(1)).row(0, named=True)

    assert [counts[status] for status in delivery.STATUSES] == [0, 20, 7, 0, 0]


def test_actions_by_priority():
    """By priority, complete, green, amber and red: 3, 3, 2, 1; then 1, 6, 2, 1; then 0, 5, 2, 1."""
    counts = delivery.tally(larkhythe(2), ["priority"])

    assert counts.select("priority", "complete", "green", "amber", "red", "all").rows() == [
        ("residents first", 3, 3, 2, 1, 9),
        ("clean and safe", 1, 6, 2, 1, 10),
        ("supporting those in need", 0, 5, 2, 1, 8),
    ]


def test_why_there_are_more_lines_than_actions():
    """The report says first what the opposition will ask: why 24 adopted actions make 27 lines."""
    assert str(delivery.reconciliation(larkhythe(2))) == (
        "27 lines are shown because 3 of the 24 adopted actions are reported in parts."
    )


@examples("""
| parts                        | adopted_action |
|------------------------------|----------------|
| complete, red                | red            |
| green, amber                 | amber          |
| complete, green              | green          |
| complete, complete           | complete       |
| not_started, green           | green          |
| not_started, complete        | green          |
| not_started, not_started     | not_started    |
| not_started, amber, complete | amber          |
""")
def test_an_action_stands_where_its_worst_part_stands(parts, adopted_action):
    """Red is worst, then amber, green, complete. An action of which a part is delivered has started."""
    lines = pl.DataFrame(
        [(f"R2{letter}", "R2", status) for letter, status in zip("abc", parts.split(", "), strict=False)],
        schema=["action", "parent", "status"],
        orient="row",
    )
    made = delivery.worst_part(lines)

    assert made["action"].to_list() == ["R2"]
    assert made["status"].to_list() == [adopted_action]
    assert made["parts"].to_list() == [lines["action"].to_list()]


NORTH_NORFOLK = {
    "completed successfully": "complete",
    "progressing to plan": "green",
    "on track": "green",
    "some problems": "amber",
    "needs attention": "amber",
    "postponed or delayed": "red",
    "on hold": "red",
    "failed": "red",
    "not started": "not_started",
}


def test_words_of_other_councils_are_translated_by_a_table():
    """North Norfolk had nine statuses; a table says what each stands for, and a word it lacks is refused."""
    written = pl.Series(["On track", "Some problems", "completed successfully ", "Failed", None])

    assert delivery.translated(written, NORTH_NORFOLK).to_list() == [
        "green",
        "amber",
        "complete",
        "red",
        None,
    ]
    with pytest.raises(delivery.NotAStatus, match="nearly there: give each word its status"):
        delivery.translated(pl.Series(["nearly there"]), NORTH_NORFOLK)
    with pytest.raises(delivery.NotAStatus, match="purple: a status is one of complete, green"):
        delivery.tally(larkhythe(2).with_columns(status=pl.lit("purple")))


@examples("""
| due        | done       | state    | days_late |
|------------|------------|----------|-----------|
| 2023-09-18 | 2023-09-18 | met      | 0         |
| 2023-09-04 | 2023-09-18 | met_late | 14        |
| 2023-07-10 |            | late     | 82        |
| 2023-10-15 |            | due      | 0         |
| 2024-03-31 |            | ahead    | 0         |
| 2023-09-30 |            | due      | 0         |
| 2023-10-12 | 2023-10-12 | due      | 0         |
""")
def test_milestones_as_they_stood_on_the_position_date(due, done, state, days_late):
    """At 30 September, what was done on 12 October had not been done, whatever was known by the freeze."""
    rows = [(date.fromisoformat(due), done and date.fromisoformat(done))]
    stood = delivery.milestones(
        pl.DataFrame(rows, schema={"due": pl.Date, "done": pl.Date}, orient="row"), on=date(2023, 9, 30)
    )

    assert stood.select("state", "days_late").row(0) == (state, int(days_late))

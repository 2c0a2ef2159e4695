"""What stands in the way of sending a report is told after it is written, a few of each kind."""

from goldenthread.cli import despatch
from goldenthread.reports.despatch import Finding


def test_a_few_of_each_kind_are_told_and_how_many_more_there_are():
    fields = [Finding("not-given", f"Nobody has answered “Field {number}”.") for number in range(1, 6)]
    told = despatch.in_words(
        [Finding("clearance-awaited", "Clearance by the Monitoring Officer is awaited."), *fields]
    )
    assert told == [
        "before despatch: Clearance by the Monitoring Officer is awaited.",
        "before despatch: Nobody has answered “Field 1”.",
        "before despatch: Nobody has answered “Field 2”.",
        "before despatch: Nobody has answered “Field 3”.",
        "before despatch: 2 more like these (not given); report --json lists them all",
    ]


def test_nothing_is_said_of_a_report_that_may_go():
    assert despatch.in_words([]) == []

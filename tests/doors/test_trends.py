"""Asking at the command line which indicators have moved over the window of their chart."""

METHODS = {"regression over the charted window", "regression within seasons"}


def test_every_indicator_with_a_chart_has_a_trend_and_the_method_beside_it(door):
    told = door("trends", "2023-24-Q2", "--json")
    rows = {row["indicator"]: row for row in told.json}

    assert (told.code, told.err) == (0, "")
    assert {row["method"] for row in rows.values()} == METHODS
    assert all(bool(row["trend"]) != bool(row["why"]) for row in rows.values())
    assert (rows["HOU01"]["trend"], rows["HOU01"]["arrow"]) == ("worsening", "up")
    assert rows["CUS09"]["why"] == "too_few"
    assert rows["ENV08"]["from_period"] == "2022-23-T1", "no line across the new way of surveying"


def test_in_words_the_method_stands_beside_each(door):
    lines = door("trends", "2023-24-Q2").out.splitlines()

    assert sum(line.endswith(tuple(METHODS)) for line in lines) >= 55
    assert lines[-1] == "5 indicators without a chart."


def test_a_period_that_is_not_frozen_is_refused(door):
    refused = door("trends", "2023-24-Q3")

    assert refused.code == 2
    assert "2023-24-Q3 is not frozen" in refused.err

"""A judgement stands beside the computed rating and never replaces it."""

from datetime import UTC, datetime

import polars as pl
import pytest

from goldenthread.methods import judgement

RATED = pl.DataFrame(
    {"indicator": ["A", "B"], "period": ["2023-24-Q2", "2023-24-Q2"], "rating": ["red", "green"]}
)


def judged(**fields):
    given = {"indicator": "A", "period": "2023-24-Q2", "rating": "amber", "author": "Head of Service",
             "why": "on course by November", "known_from": datetime(2023, 10, 30, tzinfo=UTC)}  # fmt: skip
    return given | fields


def test_it_stands_beside():
    got = judgement.attach(RATED, pl.DataFrame([judged()]))
    assert got["rating"].to_list() == ["red", "green"]
    assert got["judgement"].to_list() == ["amber", None]
    assert got["judgement_differs"].to_list() == [True, False]
    assert got.row(0, named=True)["judgement_author"] == "Head of Service"


def test_the_latest_counts():
    later = judged(rating="red", known_from=datetime(2023, 11, 3, tzinfo=UTC))
    got = judgement.attach(RATED, pl.DataFrame([later, judged()]))
    assert got["judgement"].to_list() == ["red", None]
    assert got["judgement_differs"].to_list() == [False, False]


def test_it_may_come_before_the_rating():
    got = judgement.attach(RATED.drop("rating"), pl.DataFrame([judged(rating="capable")]))
    assert got["judgement"].to_list() == ["capable", None]


@pytest.mark.parametrize("field", ["author", "why"])
def test_without_author_or_reason_it_is_refused(field):
    with pytest.raises(judgement.JudgementWithoutReason, match="the judgement on A in 2023-24-Q2"):
        judgement.attach(RATED, pl.DataFrame([judged(**{field: " "})]))

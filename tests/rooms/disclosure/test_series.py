"""Series: groups stay with the total that they add up to, though it was restated since."""

from datetime import date

import polars as pl
import pytest

from goldenthread.disclosure.drafts import joining


def rows(totals, groups):
    """A total in several versions, and its groups as one said them."""
    span = {"indicator": "CSC01", "area": "LKH", "start": date(2023, 7, 1), "end": date(2023, 9, 30)}
    whole = [{**span, "breakdown": "", "version": n, "count": count} for n, count in enumerate(totals)]
    parts = [
        {**span, "breakdown": f"sex={n}", "version": 0, "count": count} for n, count in enumerate(groups)
    ]
    return pl.DataFrame([*whole, *parts]).with_row_index("row")


@pytest.mark.parametrize(
    ("totals", "groups", "series"),
    [
        ([585], [285, 300], 0),
        ([588, 585], [285, 300], 1),  # restated: the groups add up to what was said before
        ([588, 585], [288, 300], 0),
        ([588, 585], [285, 298], 0),  # two are of a group that is not known: no more than either
        ([580, 585], [285, 298], 1),  # more than the total as restated, so of the one before
    ],
)
def test_groups_go_with_the_total_that_they_make_up(totals, groups, series):
    told = joining.in_series(rows(totals, groups), "LKH")
    assert told.filter(pl.col("breakdown") != "")["series"].to_list() == [series, series]
    assert told.filter(pl.col("breakdown") == "")["series"].to_list() == list(range(len(totals)))

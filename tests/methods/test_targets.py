"""Targets at their corners: what a frame may lack, and what stays as it was."""

from datetime import date

import polars as pl

from goldenthread.methods import targets

KNOWN = pl.DataFrame(
    [{"indicator": "A", "period": "", "valid_from": date(2023, 4, 1), "valid_to": None, "target": 90.0}],
    schema_overrides={"valid_to": pl.Date},
)


def test_rows_and_their_order_stay():
    figures = pl.DataFrame(
        {"indicator": ["B", "A", "A"], "period": ["2023-24", "2023-24-Q2", "2022-23"], "value": [1, 2, 3]}
    )
    got = targets.attach(figures, KNOWN)
    assert got.select("indicator", "period", "value").equals(figures)
    assert got["target"].to_list() == [None, 90.0, None]


def test_attaching_again_replaces_the_target():
    figures = pl.DataFrame({"indicator": ["A"], "period": ["2023-24-Q2"]})
    old = targets.attach(figures, KNOWN)
    new = targets.attach(old, KNOWN.with_columns(target=pl.lit(95.0)))
    assert new["target"].item() == 95
    assert new.columns == old.columns


def test_the_last_day_is_taken_from_the_frame_where_it_has_it():
    figures = pl.DataFrame({"indicator": ["A"], "period": ["special"], "end": [date(2023, 9, 30)]})
    assert targets.attach(figures, KNOWN)["target"].item() == 90


def test_every_target_has_a_place_beside_the_figure():
    full = KNOWN.with_columns(
        amber=pl.lit(85.0), tolerance=pl.lit(None), tolerance_kind=pl.lit("none"), floor=pl.lit(80),
        target_exact=pl.lit("90"), rationale=pl.lit("as last year"), year_end=pl.lit(92.0),
    )  # fmt: skip
    got = targets.attach(pl.DataFrame({"indicator": ["A"], "period": ["2023-24-Q2"]}), full).row(
        0, named=True
    )
    assert (got["amber"], got["floor"], got["target_exact"]) == (85.0, 80.0, "90")
    assert (got["target_rationale"], got["target_year_end"]) == ("as last year", 92.0)


def test_no_targets_at_all():
    figures = pl.DataFrame({"indicator": ["A"], "period": ["2023-24-Q2"]})
    assert targets.attach(figures, KNOWN.clear())["target_reason"].to_list() == ["no_target"]
    assert targets.attach(figures.clear(), KNOWN).height == 0

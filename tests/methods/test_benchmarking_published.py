"""Benchmarking held against published places, quartiles and changes; skipped where they are not at hand."""

import json

import polars as pl
import pytest

from goldenthread.methods import benchmarking
from tests.examples import reference

POLARITY = {"Ascending": "lower", "Descending": "higher", "Goldilocks": "range"}


def ranked_by_the_publisher():
    """The places that the Improvement Service published, with what we need to find them."""
    published = pl.read_csv(reference.folder("benchmarking") / "lgbf_ranks_expected.csv")
    return published.with_columns(
        indicator="Code",
        period="Period",
        area="LocalAuthority",
        value="Real_Value",
        definition=pl.lit("as published"),
        unit=pl.lit("as published"),
        polarity=pl.col("Ranking_Type").replace_strict(POLARITY),
        midpoint="Ranking_GoldilocksMidpoint",
    )


def test_all_published_places_in_scotland_and_in_the_family_are_reproduced():
    rows = ranked_by_the_publisher()
    assert rows.height == 3027
    for keys, rank, percentile in (
        (("indicator", "period"), "ScotRank", "ScotPct"),
        (("indicator", "period", "Family_Group"), "FamilyRank", "FamilyPct"),
    ):
        areas = benchmarking.compare(rows, keys=keys).areas
        assert areas["rank"].cast(pl.Float64).equals(rows[rank])
        assert areas["percentile"].equals(rows[percentile])


def small_cases():
    path = reference.folder("benchmarking") / "quartile_methods_small.csv"
    return pl.read_csv(path, infer_schema=False).to_dicts()


def rows_of(case, polarity):
    values = [float(word) for word in case["values"].split(";")]
    areas = [f"A{n}" for n in range(len(values))]
    rows = pl.DataFrame({"area": areas, "value": values})
    return rows.with_columns(
        period=pl.lit("p"), definition=pl.lit("d"), unit=pl.lit(""), polarity=pl.lit(polarity)
    )


@pytest.mark.parametrize(
    ("method", "column"), [("type7", "type7"), ("type6", "type6"), ("ntile", "fingertips_ntile")]
)
def test_published_quartiles_median_and_mad_are_reproduced(method, column):
    for case in small_cases():
        found = benchmarking.compare(rows_of(case, "higher"), quartile_method=method).sets
        for part in ("q1", "q2", "q3"):
            expected = case[f"{column}_{part}"]
            assert found[part].to_list() == [float(expected) if expected else None], case["case"]
        assert found["median"].to_list() == [float(case["median"])]
        assert found["mad"].to_list() == [float(case["mad_unscaled"])]


@pytest.mark.parametrize(("polarity", "column"), [("higher", "rank_min_high"), ("lower", "rank_min_low")])
def test_published_ranks_with_ties_are_reproduced(polarity, column):
    for case in small_cases():
        rank = benchmarking.compare(rows_of(case, polarity)).areas["rank"].to_list()
        assert rank == [int(word) for word in case[column].split(";")], case["case"]


TOLD_AS_IF_MORE_WERE_BETTER = ["CORP 11", "CORP 12"]
"""Ranked by nearness to 1, while the publisher tells their changes as if more were better."""


def changes_told_by_the_publisher():
    """Each published figure with an earlier one and the change between them, previous and first."""
    folder = reference.folder("lgbf")
    told = pl.read_csv(folder / "LGBF_values_with_ranks.csv", infer_schema_length=None).to_dicts()
    rows = [
        {
            "Code": row["Code"],
            "value": row["Real_Value"],
            "earlier": earlier["Real_Value"],
            "told": changes[f"PercentChange_AimAdjusted_{since}"],
        }
        for row in told
        for column, since in (("Previous_Row", "SincePrevious"), ("First_Row", "SinceFirst"))
        if (earlier := json.loads(row[column] or "null")) and (changes := json.loads(row["Changes"]))
    ]
    about = pl.read_csv(folder / "indicator_information.csv", infer_schema=False).select(
        Code="Code_Sortable",
        polarity=pl.col("Ranking_Type").replace_strict(POLARITY),
        unit=pl.when(pl.col("MeasureType") == "Percentage").then(pl.lit("%")).otherwise(pl.lit("")),
        midpoint=pl.col("Ranking_GoldilocksMidpoint").cast(pl.Float64),
    )
    return pl.DataFrame(rows, infer_schema_length=None).join(about, on="Code", how="left")


def test_all_published_changes_adjusted_for_the_aim_are_reproduced():
    rows = changes_told_by_the_publisher()
    found = benchmarking.aim_adjusted(rows)
    change, told = pl.col("aim_change"), pl.col("told")
    agrees = ((change - told).abs() < 1e-9 * (1 + told.abs())) | (change.is_null() & told.is_null())
    agree = found.filter(agrees.fill_null(value=False))
    others = found.join(agree, on=["Code", "value", "earlier"], how="anti")
    assert (found.height, agree.height) == (6220, 6147)
    # Where we differ, on purpose: points from a share of nothing, and nearness to a midpoint.
    from_nothing = (pl.col("earlier") == 0) & told.is_null() & (pl.col("unit") == "%")
    goldilocks = pl.col("Code").is_in(TOLD_AS_IF_MORE_WERE_BETTER)
    assert others.filter(~(from_nothing | goldilocks)).to_dicts() == []
    plain = others.filter(goldilocks).select((pl.col("value") - pl.col("earlier") - told).abs().max())
    assert plain.item() < 1e-9

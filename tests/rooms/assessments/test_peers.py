"""Peers: a family's average as the target of those who are held against it."""

import polars as pl

from goldenthread.assessments.aims import peers
from goldenthread.indicators import scheme_presets

SCHEMA = {
    "scheme": pl.String,
    "polarity": pl.String,
    "target": pl.Float64,
    "benchmark": pl.Float64,
}


def targets(*rows):
    frame = pl.DataFrame(rows, schema=SCHEMA, orient="row")
    return peers.as_targets(frame, scheme_presets.schemes())["target"].to_list()


def test_what_peers_reached_is_the_target_of_a_scheme_that_rates_by_it():
    assert targets(("exeter", "higher", None, 71.5), ("exeter", "lower", None, None)) == [71.5, None]


def test_a_target_that_somebody_set_stays():
    assert targets(("exeter", "higher", 80.0, 71.5)) == [80.0]


def test_other_schemes_and_measures_without_a_better_side_have_no_target_by_it():
    assert targets(("standard", "higher", None, 71.5), ("exeter", "neutral", None, 71.5)) == [None, None]

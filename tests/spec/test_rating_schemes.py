"""Rating schemes: the keys that councils and regulators have published, each as data."""

import csv
from pathlib import Path

import polars as pl
import pytest

from goldenthread.indicators import scheme_presets
from goldenthread.methods import rating

SCHEMES = scheme_presets.schemes()
FIXTURES = Path(__file__).parents[1] / "methods" / "data" / "rag_fixtures.csv"

# The rule in a fixture, the preset that says the same, and what each of its bands was called in print.
PUBLISHED = {
    "amber_within_relative": ("maidstone", {"green": "green", "amber": "amber", "red": "red"}),
    "green_includes_tolerance_relative": (
        "havering_2013",
        {"green": "green", "amber": "amber", "red": "red"},
    ),
    "absolute_tolerance": (
        "cheshire_west",
        {"on_target": "on target (tick)", "within_tolerance": "within tolerance (triangle)"},
    ),
    "explicit_bands": ("ico", {"good": "good", "adequate": "adequate", "unsatisfactory": "unsatisfactory"}),
    "data_only": ("maidstone", {}),
    "annual_not_due": ("maidstone", {}),
}


def rated(scheme: str, *, polarity: str = "higher", **figures: object) -> dict[str, object]:
    row = pl.DataFrame([{"scheme": scheme, "polarity": polarity, **figures}])
    return rating.rate(row, SCHEMES).row(0, named=True)


def published_figures() -> list[dict[str, str]]:
    with FIXTURES.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    "row", published_figures(), ids=lambda row: f"{row['fixture_set']}: {row['indicator']}"
)
def test_figures_as_councils_printed_them(row):
    """Every published figure that we found gets the status that the council itself printed."""
    scheme, words = PUBLISHED[row["scheme"]]
    tolerance = row["tolerance"] if row["scheme"] == "absolute_tolerance" else ""
    got = rated(
        scheme,
        polarity={"none": "neutral"}.get(row["polarity"], row["polarity"]),
        value=float(row["actual"]) if row["actual"] else None,
        target=float(row["target"]) if row["target"] else None,
        tolerance=float(tolerance) if tolerance else None,
        reason="not due" if row["scheme"] == "annual_not_due" else "",
    )
    if row["scheme"] == "data_only":
        assert (got["rating"], got["reason"]) == (None, "no_target")
    elif row["scheme"] == "annual_not_due":
        assert (got["rating"], got["reason"]) == (None, "not_due")
    else:
        assert words[str(got["rating"])] == row["published_status"]

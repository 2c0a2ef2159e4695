"""Rating by a confidence interval: who has one by the counts behind its figure, and what it makes of it."""

from datetime import UTC, date, datetime

import polars as pl
import pytest

from goldenthread.assessments import assess
from goldenthread.assessments.aims import intervals
from goldenthread.council_folder import load
from goldenthread.indicators import scheme_presets
from goldenthread.methods import confidence, rating
from goldenthread.observations import actions
from tests import small_council

SCHEMES = scheme_presets.schemes()
SHARE = {
    "unit": "%",
    "aggregation": "ratio_of_sums",
    "numerator_label": "In time",
    "denominator_label": "All",
}
RATE = {**SHARE, "unit": "per 1,000"}
COUNT = {**SHARE, "unit": "count", "denominator_label": ""}


def figure(above, below, multiplier=100.0, **said):
    value = above if below is None else multiplier * above / below if below else None
    row = {"indicator": "A1", "scheme": "trillium", "polarity": "higher", "target": 90.0, "value": value}
    return {**row, "numerator": above if below is not None else None, "denominator": below,
            "multiplier": multiplier, "tolerance_kind": "none", **said}  # fmt: skip


NUMBERS = ("target", "value", "numerator", "denominator", "multiplier")


def held(row, definition):
    figures = pl.DataFrame([row], schema_overrides=dict.fromkeys(NUMBERS, pl.Float64))
    return intervals.beside(figures, pl.DataFrame([{"indicator": "A1", **definition}]), SCHEMES)


def rated(row, definition):
    got = rating.rate(held(row, definition), SCHEMES).row(0, named=True)
    return got["rating"] or got["reason"]


@pytest.mark.parametrize(
    ("above", "below", "rating_"),
    [(980.0, 1000.0, "green"), (98.0, 100.0, "green"), (19.0, 20.0, "no_difference"), (60.0, 100.0, "red")],
)
def test_a_share_is_rated_by_whether_its_target_lies_in_wilsons_interval(above, below, rating_):
    row = figure(above, below)
    limits = confidence.intervals(
        pl.DataFrame({"interval": ["proportion"], "numerator": [above], "denominator": [below]})
    )
    lower, upper = (limits[name][0] * 100 for name in ("interval_lower", "interval_upper"))

    assert rated(row, SHARE) == rating_
    assert (lower > 90, upper < 90) == (rating_ == "green", rating_ == "red")


def test_rates_and_plain_counts_have_byars_interval():
    assert rated(figure(59.0, 6377.0, 1000.0, target=3.0, polarity="lower"), RATE) == "red"
    assert rated(figure(100.0, None, 1.0, target=121.0, polarity="lower"), COUNT) == "no_difference"
    assert rated(figure(100.0, None, 1.0, target=122.0, polarity="lower"), COUNT) == "green"


@pytest.mark.parametrize(
    "definition",
    [
        {**SHARE, "unit": "days"},
        {**SHARE, "denominator_label": "Rent due in the year"},
        {**SHARE, "numerator_label": "Household waste sent for recycling, tonnes"},
    ],
)
def test_averages_and_shares_of_amounts_have_no_interval_by_counts(definition):
    assert rated(figure(980.0, 1000.0), definition) == "no_interval"


@pytest.mark.parametrize(("above", "below"), [(0.0, 0.0), (1010.0, 1000.0), (None, 1000.0)])
def test_counts_that_make_no_share_stop_nothing(above, below):
    row = {**figure(980.0, 1000.0), "numerator": above, "denominator": below, "value": 95.0}

    assert rated(row, SHARE) == "no_interval"


def test_other_schemes_are_rated_as_ever():
    row = figure(980.0, 1000.0, scheme="standard")

    assert held(row, SHARE).columns == list(row)


AT = datetime(2024, 6, 1, tzinfo=UTC)
KNOWN = datetime(2023, 10, 20, tzinfo=UTC)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("in_time", "answered", "rating_"), [(540, 561, "green"), (512, 561, "no_difference"), (450, 561, "red")]
)
def test_a_council_that_picks_the_scheme_has_its_figures_rated_by_it(tmp_path, in_time, answered, rating_):
    folder = small_council.write(tmp_path)
    file = folder / "indicators.yaml"
    written = file.read_text(encoding="utf-8")
    picked = written.replace("from_library: CUS01\n", "from_library: CUS01\n    scheme: trillium\n")
    assert picked != written
    file.write_text(picked, encoding="utf-8")
    load.load(folder=folder, by="Test", at=AT)
    figures = pl.DataFrame(
        [{"indicator": "CUS01", "period": "2023-24-Q2", "area": "SMH", "breakdown": "", "status": "actual",
          "numerator_exact": str(in_time), "denominator_exact": str(answered), "value_exact": None}],
        schema_overrides={"value_exact": pl.String},
    )  # fmt: skip
    source = actions.Source(kind="file", name="customer.xlsx")
    actions.record(observations=figures, known_from=KNOWN, source=source, by="Test", at=AT)

    found = assess.lines(
        report_period="2023-24-Q2",
        position_date=date(2023, 9, 30),
        known_at=KNOWN,
        area="SMH",
        only=["CUS01"],
    ).row(0, named=True)
    assert (found["rating"], found["reason"]) == (rating_, "")

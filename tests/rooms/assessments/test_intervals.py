"""Rating by a confidence interval: who has one by the counts behind its figure, and what it makes of it."""

from datetime import UTC, date, datetime

import polars as pl
import pytest

from goldenthread.assessments import assess
from goldenthread.assessments.aims import intervals
from goldenthread.council_folder import load
from goldenthread.indicators import scheme_presets
from goldenthread.methods import confidence, rating, receipts
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


SURVEYED = {"respondents": 842.0, "given_lower": 88.0, "given_upper": 94.0}


def surveyed(**said):
    row = {**figure(910.0, 1000.0), **SURVEYED, **said}
    return row


@pytest.mark.parametrize(("target", "rating_"), [(87.0, "green"), (90.0, "no_difference"), (95.0, "red")])
def test_the_interval_given_with_a_survey_goes_before_the_one_by_its_counts(target, rating_):
    """By its counts, 910 of 1,000, the figure would lie between 89.1 and 92.6."""
    assert rated(surveyed(target=target), SHARE) == rating_
    assert rated(surveyed(target=88.5), SHARE) == "no_difference"
    assert rated({**figure(910.0, 1000.0), "target": 88.5}, SHARE) == "green"


def test_a_weighted_share_without_counts_is_rated_by_the_interval_given():
    row = surveyed(numerator=None, denominator=842.0, value=91.0, target=95.0)

    assert rated(row, SHARE) == "red"


def test_a_survey_without_an_interval_has_none_by_its_counts():
    """Who answers is seldom a plain draw: only who ran the survey knows how wide its interval is."""
    assert rated(surveyed(given_lower=None, given_upper=None), SHARE) == "no_interval"


def test_an_average_has_the_interval_that_was_given():
    definition = {**SHARE, "unit": "days"}
    row = surveyed(value=6.1, given_lower=5.8, given_upper=6.4, target=7.0, polarity="lower")

    assert rated(row, definition) == "green"


def test_the_interval_is_named_as_given():
    frame = pl.DataFrame([surveyed()], schema_overrides=dict.fromkeys((*NUMBERS, *SURVEYED), pl.Float64))
    found = intervals.of(frame, pl.DataFrame([{"indicator": "A1", **SHARE}])).row(0, named=True)

    assert (found["interval_lower"], found["interval_upper"]) == (88.0, 94.0)
    assert (found["interval_method"], found["value_type"]) == ("as given", "proportion")


@pytest.mark.django_db
@pytest.mark.parametrize(("answers", "with_care"), [("842", False), ("99", True)])
def test_what_a_survey_gives_rates_its_indicator_and_few_answers_are_told(tmp_path, answers, with_care):
    """The share is weighted and told without counts: how many answered is what it is a share of."""
    folder = small_council.write(tmp_path)
    file = folder / "indicators.yaml"
    asked = "from_library: CUS01\n    scheme: trillium\n    min_denominator: 100\n"
    file.write_text(file.read_text("utf-8").replace("from_library: CUS01\n", asked), encoding="utf-8")
    load.load(folder=folder, by="Test", at=AT)
    figures = pl.DataFrame(
        [{"indicator": "CUS01", "period": "2023-24-Q2", "area": "SMH", "breakdown": "", "status": "actual",
          "value_exact": "91", "respondents_exact": answers, "given_lower_exact": "88",
          "given_upper_exact": "94"}],
    )  # fmt: skip
    source = actions.Source(kind="file", name="survey.xlsx")
    actions.record(observations=figures, known_from=KNOWN, source=source, by="Test", at=AT)

    found = assess.lines(
        report_period="2023-24-Q2",
        position_date=date(2023, 9, 30),
        known_at=KNOWN,
        area="SMH",
        only=["CUS01"],
    ).row(0, named=True)

    assert (found["rating"], found["target"], found["denominator"]) == ("no_difference", 90, float(answers))
    assert found["with_care"] is with_care
    told = receipts.receipt(found).lines()
    assert ("Few answers: interpret with care." in told) is with_care

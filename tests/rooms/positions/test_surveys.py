"""A frozen quarter keeps what a survey said beside its figure, and adds nothing to figures of no survey."""

from datetime import UTC, date, datetime

import polars as pl
import pytest

from goldenthread.council_folder import load
from goldenthread.observations import actions
from goldenthread.positions import freezing, queries
from tests import small_council

pytestmark = pytest.mark.django_db

PERIOD = "2023-24-Q2"
NOW = datetime(2024, 3, 10, tzinfo=UTC)
FREEZE = datetime(2023, 11, 10, 17, tzinfo=UTC)
FIGURE = {
    "indicator": "CUS01",
    "period": PERIOD,
    "area": "SMH",
    "breakdown": "",
    "status": "actual",
    "value_exact": "91",
}
SURVEY = {"respondents_exact": "842", "given_lower_exact": "88", "given_upper_exact": "94"}


def sealed(tmp_path, **survey):
    load.load(folder=small_council.write(tmp_path), by="Head of Performance", at=NOW)
    source = actions.Source(kind="file", name="survey.xlsx")
    actions.record(
        observations=pl.DataFrame([{**FIGURE, **survey}]),
        known_from=datetime(2023, 10, 20, tzinfo=UTC),
        source=source,
        by="Test",
        at=NOW,
    )
    freezing.freeze(
        period=PERIOD, position_date=date(2023, 9, 30), known_at=FREEZE, by="Head of Performance", at=NOW
    )
    return {line["indicator"]: line for line in queries.sealed(PERIOD).of("indicator")}


def test_the_seal_holds_the_interval_as_given_and_how_many_answered(tmp_path):
    line = sealed(tmp_path, **SURVEY)["CUS01"]

    assert line["survey"] == {"respondents": 842, "given_lower": 88, "given_upper": 94}
    assert (line["value"], line["denominator"], line["denominator_exact"]) == (91, 842, None)


def test_a_figure_of_no_survey_is_sealed_in_the_form_it_always_had(tmp_path):
    assert all("survey" not in line for line in sealed(tmp_path).values())

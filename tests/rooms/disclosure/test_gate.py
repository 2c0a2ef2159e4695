"""The gate: what leaves, what is hidden with it, and what is said instead."""

from datetime import UTC, date, datetime
from typing import Any

import pytest

from goldenthread.disclosure import gate
from goldenthread.positions.queries import Sealed

SCHEME: dict[str, Any] = {
    "code": "standard",
    "name": "Target and limit",
    "bands": [
        {
            "code": "green",
            "label": "Green",
            "short": "G",
            "shape": "circle",
            "token": "green",
            "group": "met",
        },
        {
            "code": "amber",
            "label": "Amber",
            "short": "A",
            "shape": "triangle",
            "token": "amber",
            "group": "near",
        },
        {"code": "red", "label": "Red", "short": "R", "shape": "square", "token": "red", "group": "missed"},
    ],
    "edges": [{"at": "target"}, {"at": "amber"}],
}


def figure(
    when: str, numerator: float | None, denominator: float | None, value: float | None
) -> dict[str, Any]:
    return {f"{when}numerator": numerator, f"{when}denominator": denominator, f"{when}value": value}


def line(**said: Any) -> dict[str, Any]:
    return {
        "indicator": "CSC10",
        "basis": "snapshot",
        "scheme": "standard",
        "polarity": "higher",
        "counts_people": True,
        "multiplier": 100.0,
        "target": 95.0,
        "amber": 90.0,
        "period": "at2023-09-30",
        "previous_period": "at2023-06-30",
        "like_period": "at2022-09-30",
        "rating": "green",
        "reason": "",
        "trend_previous": "improving",
        "why_previous": "",
        "trend_like": "improving",
        "why_like": "",
        "previous_rating": "green",
        "receipt": ["97.9% against 95%"],
        "sources": ["children.xlsx, sheet Q2, D14"],
        "history": [],
        **figure("", 142, 145, 97.931),
        **figure("previous_", 138, 145, 95.172),
        **figure("like_", 132, 138, 95.652),
        **said,
    }


def admissions(**said: Any) -> dict[str, Any]:
    """ASC02: 7 people to September, 4 to June, 9 a year ago."""
    about = {
        "indicator": "ASC02",
        "basis": "ytd",
        "polarity": "lower",
        "multiplier": 100_000.0,
        "target": 6.0,
        "amber": 8.0,
        "period": "ytd-2023-09",
        "previous_period": "ytd-2023-06",
        "like_period": "ytd-2022-09",
        **figure("", 7, 164_900, 4.245),
        **figure("previous_", 4, 164_900, 2.426),
        **figure("like_", 9, 164_100, 5.484),
    }
    return line(**{**about, **said})


def point(period: str, numerator: float, denominator: float = 164_900) -> dict[str, Any]:
    value = 100_000 * numerator / denominator
    return {"period": period, "target": 6.0, **figure("", numerator, denominator, value)}


def passed(
    *lines: dict[str, Any],
    commentary: tuple[dict[str, Any], ...] = (),
    **others: tuple[dict[str, Any], ...],
) -> gate.Cleared:
    sealed = Sealed(
        period="2023-24-Q2",
        position_date=date(2023, 9, 30),
        known_at=datetime(2023, 11, 10, 17, tzinfo=UTC),
        frozen_by="Head of Performance",
        digest="d" * 64,
        previous_digest="",
        lines={"scheme": (SCHEME,), "indicator": lines, "commentary": commentary, **others},
    )
    return gate.for_publication(sealed)


def only(cleared: gate.Cleared) -> dict[str, Any]:
    (row,) = cleared.sealed.of("indicator")
    return row


def test_what_three_young_people_would_give_away_is_hidden_and_a_safe_rating_stays():
    """142 of 145: value, counts, trend and receipt go; green stays, for every hidden value is green."""
    row = only(passed(line()))
    assert row["hidden"]
    assert (row["value"], row["numerator"], row["denominator"]) == (None, None, None)
    assert (row["trend_previous"], row["why_previous"]) == (None, "hidden")
    assert (row["receipt"], row["sources"], row["history"]) == ([], [], [])
    assert row["rating"] == "green"


def test_a_rating_that_would_narrow_the_number_goes_too():
    """With a target of 98, some hidden values are green and some amber: the colour would be a statement."""
    row = only(passed(line(target=98.0)))
    assert (row["rating"], row["reason"]) == (None, "hidden")


@pytest.mark.parametrize(("target", "said"), [(90.0, {"rating": "amber"}), (98.0, None)])
def test_a_persons_own_rating_goes_with_the_rating(target: float, said: dict | None):
    """Whoever rates a figure otherwise has seen it, so where its colour would tell, theirs would too."""
    judged = {"rating": "amber", "why": "Homes are far away.", "author": "Head of Service"}
    own = only(passed(line(target=target, judgement=judged)))["judgement"]
    assert (own and {"rating": own["rating"]}) == said


def test_junes_running_total_goes_where_septembers_would_give_it_away():
    """7 to September less 4 to June is 3 people: September is shown, June is hidden, and so is the trend."""
    row = only(passed(admissions()))
    assert not row["hidden"]
    assert row["value"] == 4.245
    assert row["previous_hidden"]
    assert row["previous_value"] is None
    assert row["like_value"] == 5.484


def test_of_a_year_of_running_totals_old_points_go_before_the_one_that_today_is_held_against():
    """9, 12 and 16 have 3 and 4 people between them: 12 stands beside today's figure, so 9 and 16 go."""
    year = [point("ytd-2022-09", 9), point("ytd-2022-12", 12), point("ytd-2023-03", 16)]
    to_december = {"period": "ytd-2023-12", "previous_period": "ytd-2023-09", "like_period": "ytd-2022-12"}
    figures = {**figure("", 20, 164_900, 12.1), **figure("previous_", 7, 164_900, 4.2)}
    like = figure("like_", 12, 164_100, 7.3)
    row = only(passed(admissions(**to_december, **figures, **like, history=year)))
    assert [one["value"] is None for one in row["history"]] == [True, False, True]
    assert (row["like_hidden"], row["like_value"]) == (False, 7.3)


def test_a_new_year_begins_anew():
    """22 to June and 20 in all of the year before have no people between them to count."""
    figures = {**figure("", 22, 164_900, 13.3), **figure("previous_", 20, 164_100, 12.2)}
    row = only(passed(admissions(period="ytd-2023-06", previous_period="ytd-2023-03", **figures)))
    assert not row["previous_hidden"]


def test_the_colour_under_the_target_before_goes_with_the_figure():
    """Amber before and green now would narrow three people down to one number."""
    change = {"indicator": "CSC10", "rating_old": "amber", "rating_new": "green"}
    cleared = passed(line(old_rating="amber", printed_contradicts=True), target_change=(change,))
    row = only(cleared)
    assert (row["rating"], row["old_rating"], row["printed_contradicts"]) == ("green", None, None)
    (told,) = cleared.sealed.of("target_change")
    assert (told["rating_old"], told["rating_new"]) == (None, "green")


def test_homes_pass():
    """3 homes without a gas check are homes, not people."""
    cleared = passed(line(counts_people=False, **figure("", 4417, 4420, 99.932)))
    assert not only(cleared)["hidden"]
    assert cleared.decisions == ()


def test_a_small_point_in_the_history_becomes_a_gap_and_no_counts_leave_with_it():
    """The sparkline has a gap where a past figure was small, and the counts behind the points stay inside."""
    points = [
        {"period": "at2022-06-30", "value": 97.2, "numerator": 140, "denominator": 144, "target": 95.0},
        {"period": "at2022-09-30", "value": 95.7, "numerator": 132, "denominator": 138, "target": 95.0},
    ]
    row = only(passed(line(history=points, **figure("", 138, 145, 95.172))))
    assert [point["value"] for point in row["history"]] == [None, 95.7]
    assert all(set(point) == {"period", "value", "target"} for point in row["history"])


def test_a_comment_that_counts_two_siblings_is_withheld():
    """The comment is replaced by a sentence that says so, and the decision is on record."""
    comment = {"indicator": "CSC10", "happened": "Two siblings moved twice in August.", "why": "", "next": ""}
    cleared = passed(line(**figure("", 100, 145, 68.9)), commentary=(comment,))
    assert cleared.sealed.of("commentary")[0]["happened"] == gate.WITHHELD
    assert [decision.what for decision in cleared.decisions] == ["comment"]


@pytest.mark.parametrize("happened", ["142 of 145.", "All but three.", "97.9%, better than in June."])
def test_a_comment_that_tells_a_hidden_figure_is_withheld(happened: str):
    """The figure is hidden, so its owner's comment may hold no number at all; one without a number stands."""
    comment = {"indicator": "CSC10", "happened": happened, "why": "", "next": ""}
    kept = {**comment, "happened": "Better than in June 2023. See S7."}
    cleared = passed(line(), commentary=(comment, kept))
    assert [one["happened"] for one in cleared.sealed.of("commentary")] == [gate.WITHHELD, kept["happened"]]


def test_an_action_and_a_judgement_may_not_tell_it_either():
    """The progress of an action that follows the indicator, and the reason for a person's own rating."""
    action = {"ref": "S7", "words": "142 of 145 are in suitable homes.", "linked_indicator": "CSC10"}
    judged = line(judgement={"rating": "amber", "why": "three are not", "author": "Head of Service"})
    cleared = passed(judged, action=(action,))
    assert cleared.sealed.of("action")[0]["words"] == gate.WITHHELD
    assert only(cleared)["judgement"]["why"] == gate.WITHHELD


@pytest.mark.parametrize("few", [1, 5])
def test_the_record_names_what_was_hidden_and_why(few: int):
    """Each decision names the indicator, the periods and the reason, for the data notes."""
    cleared = passed(line(**figure("", 145 - few, 145, 100 * (145 - few) / 145)))
    assert cleared.decisions == (gate.Decision("CSC10", "at2023-09-30", gate.WHY_HIDDEN),)


FORECAST = {
    "forecast": 98.6,
    "forecast_exact": "98.6",
    "forecast_basis": "All but a few by March",
    "forecast_author": "Head of Service",
    "forecast_rating": "green",
}


def foretold(**said: Any) -> dict[str, Any]:
    """A line of 100 of 145, which is shown, with a forecast."""
    shown = figure("", 100, 145, 68.966) | figure("previous_", 90, 145, 62.069)
    return line(**{**shown, **FORECAST, **said})


def forecast_of(row: dict[str, Any]) -> list[Any]:
    return [row[name] for name in FORECAST]


def test_the_forecast_of_a_hidden_figure_goes_with_it():
    """Value, exact text, how it was arrived at, by whom, and its colour."""
    assert set(FORECAST) <= set(gate.ON_THE_FIGURE)
    cleared = passed(line(**FORECAST))
    assert forecast_of(only(cleared)) == [None] * len(FORECAST)
    assert cleared.decisions == (gate.Decision("CSC10", "at2023-09-30", gate.WHY_HIDDEN),)


@pytest.mark.parametrize(
    "few",
    [
        {"forecast": 98.0},  # 142.1 of 145: 3 are not
        {"forecast": 2.1},  # 3 of 145
        {"forecast": 4.0, "unit": "count", "multiplier": 1.0, **figure("", 12, None, 12)},
        {"forecast": 5.0, "unit": "count", "multiplier": 1.0, **figure("", None, None, None)},
    ],
)
def test_a_forecast_of_very_few_people_is_hidden_beside_a_figure_that_is_shown(few: dict[str, Any]):
    cleared = passed(foretold(**few))
    row = only(cleared)
    assert (row["hidden"], row["forecast_hidden"]) == (False, True)
    assert forecast_of(row) == [None] * len(FORECAST)
    assert row["value"] == few.get("value", 68.966)
    assert cleared.decisions == (gate.Decision("CSC10", "forecast", gate.WHY_HIDDEN),)


def test_words_beside_a_hidden_forecast_may_hold_no_number():
    comment = {"indicator": "CSC10", "happened": "We expect 142 of 145 by March.", "why": "", "next": ""}
    hidden = passed(foretold(forecast=98.0), commentary=(comment,))
    assert hidden.sealed.of("commentary")[0]["happened"] == gate.WITHHELD


@pytest.mark.parametrize("many", [{"forecast": 75.0}, {"forecast": 0.0}, {"forecast": None}])
def test_a_forecast_of_many_or_none_is_shown(many: dict[str, Any]):
    row = only(passed(foretold(**many)))
    assert not row["forecast_hidden"]
    assert (row["forecast"], row["forecast_rating"]) == (many["forecast"], "green")


def test_a_forecast_of_homes_passes():
    row = only(passed(foretold(counts_people=False, forecast=98.0)))
    assert (row["forecast_hidden"], row["forecast"]) == (False, 98.0)


def test_how_a_forecast_was_arrived_at_may_not_count_two_siblings():
    row = only(passed(foretold(forecast=75.0, forecast_basis="As last year, less the two siblings")))
    assert (row["forecast"], row["forecast_basis"]) == (75.0, gate.WITHHELD)

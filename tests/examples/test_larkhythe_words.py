"""Larkhythe's words keep the rules of the pack: length, owners, nothing that tells of a child."""

import re
from collections import Counter
from datetime import UTC, datetime

import pytest

from goldenthread.methods.disclosure.words import small_counts
from tests.examples import reckoning
from tests.examples.reckoning import FREEZE

Q2 = "2023-24-Q2"
WORDS = ("happened", "why", "next", "position", "words", "since", "back_on_target", "basis")
FORETOLD = re.compile(r"[Ff]orecast\b\D*(?:2024\D+)?(\d[\d,.]*\d)")
NOT_ALLOWED = re.compile(r"\bongoing\b|continue to monitor|as previously reported|excellent|robust", re.I)


def _section(name):
    return reckoning.folder().section(name)


def _challenges():
    first = {}
    for row in _section("challenges"):
        first.setdefault(row.code, row.item)
    return list(first.values())


def _words_of(challenge):
    posts = {row.code: row.get("title") for row in _section("posts")}
    doing = [f"{step.what} {posts[step.who]} {step.by} {step.changes}" for step in challenge.doing]
    return " ".join([challenge.position, challenge.why, *doing, challenge.back_on_target])


def test_every_red_belongs_to_exactly_one_of_fourteen_challenges():
    challenges = _challenges()
    reds = {row["id"] for row in reckoning.printed() if row["rating"] == "Red"}
    named = Counter(code for each in challenges for code in each.indicators)
    red_actions = {
        line for line, status in reckoning.progress("2023-09-30", FREEZE).items() if status == "red"
    }

    assert [each.number for each in challenges] == list(range(1, 15))
    assert (set(named), set(named.values())) == (reds, {1})
    assert red_actions == {"R2b", "C2b", "S2"}
    assert red_actions <= {code for each in challenges for code in each.actions}


@pytest.mark.parametrize("challenge", _challenges(), ids=lambda challenge: str(challenge.number))
def test_a_challenge_has_120_to_180_words_and_says_who_by_when(challenge):
    words = _words_of(challenge)

    assert 120 <= len(words.split()) <= 180
    assert not NOT_ALLOWED.search(words)
    assert all(re.search(r"\d|\bno\b", step.changes) for step in challenge.doing)


def test_a_forecast_and_the_words_of_its_challenge_say_the_same():
    """What a challenge gives as a number for March is a forecast, known by the freeze; no other is."""
    told = {
        code: FORETOLD.search(each.back_on_target)
        for each in _challenges()
        for code in each.indicators
        if FORETOLD.search(each.back_on_target)
    }
    # One of the challenge's two measures has no number: HOU03 is given a month alone.
    told.pop("HOU03")
    made = {row.get("indicator"): row for row in _section("forecasts")}

    assert {code: f"{row.get('value'):,}" for code, row in made.items()} == {
        code: found.group(1) for code, found in told.items()
    }
    assert {row.get("period") for row in made.values()} == {Q2}
    assert all(
        row.stamp.known_from <= datetime.fromisoformat(FREEZE).replace(tzinfo=UTC) for row in made.values()
    )


def test_every_amber_has_a_comment_of_at_most_25_words():
    ambers = {row["id"] for row in reckoning.printed() if row["rating"] == "Amber"}
    comments = {
        row.get("indicator"): " ".join([row.get("happened"), row.get("why"), row.get("next")])
        for row in _section("commentary")
        if row.get("indicator") and not row.get("topic") and row.get("period") == Q2
    }

    assert ambers <= comments.keys()
    assert {code: words for code, words in comments.items() if len(words.split()) > 25} == {}


def test_one_comment_counts_children_and_must_be_caught():
    texts = {
        (row.section.name, row.code): " ".join(str(row.get(name) or "") for name in WORDS)
        for name in ("commentary", "challenges", "progress", "forecasts")
        for row in _section(name)
    }
    caught = {about: small_counts(words) for about, words in texts.items() if small_counts(words)}

    assert caught == {("commentary", f"{Q2}/indicator:CSC07"): ["two siblings"]}


def test_a_progress_note_has_at_most_60_words():
    assert [row.code for row in _section("progress") if len(row.get("words").split()) > 60] == []


def test_the_place_is_as_described():
    areas = [row for row in _section("areas") if row.get("kind") == "ward"]
    units = Counter(row.get("kind") for row in _section("units"))
    vacant = [row.code for row in _section("posts") if row.get("vacant")]

    assert (len(areas), sum(row.get("seats") for row in areas)) == (22, 55)
    assert sum(row.get("population") for row in areas) == 263_400
    assert (units["directorate"], units["service"], vacant) == (5, 18, ["hos_landlord"])


def test_housing_changed_hands_on_1_september():
    holdings = [row for row in _section("holdings") if row.get("portfolio") == "housing"]

    assert [(row.get("holder"), str(row.stamp.effective_from)) for row in holdings] == [
        ("Cllr E. Mallardine", "2023-04-01"),
        ("Cllr P. Lanternby", "2023-09-01"),
    ]


def test_each_corporate_line_stands_on_a_directorate_and_a_service_scorecard():
    stands = {"corporate": Counter(), "directorate": Counter(), "service": Counter()}
    for row in _section("scorecards"):
        lines = [code for section in row.get("sections") for code in section.lines]
        stands.setdefault(row.get("level"), Counter()).update(lines)
    once = Counter(row["id"] for row in reckoning.printed())

    assert stands["corporate"] == stands["directorate"] == stands["service"] == once

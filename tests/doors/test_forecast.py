"""Forecasts at the command line: the table, one explained, kept, and scored."""

import pytest

Q2 = "2023-24-Q2"
BY = ("--by", "Head of Performance")


def test_the_table_shows_the_rating_now_beside_what_is_expected(door):
    done = door("forecast", Q2)
    assert done.code == 0
    first, _, *rest = done.out.splitlines()
    assert first == "As frozen: position at 30 September 2023, figures as known on 10 November 2023, 17:00."
    [row] = [line for line in rest if line.startswith("HOU08")]
    assert row.split("completed")[1].split() == (
        ["62", "■", "red", "138", "■", "red", "180", "171", "▲", "amber", "profile"]
    )
    assert "56 forecasts: 55 by the profile of past years, 1 by last year's shape." in rest
    assert "1 without, for it is itself a forecast." in rest
    assert "56 without an interval, for the method can be tried on too few past years." in rest


def test_one_forecast_is_explained(door):
    out = door("forecast", Q2, "HOU08").out
    assert "  Now (Apr to Sep 2023): 62, red." in out
    assert "  Expected at the year's end (Apr 2023 to Mar 2024): 138, red." in out
    assert "  By this time the 3 past years had reached 44.8% of the outturn on average." in out
    assert "  No interval: the same method can be tried on 1 past year, and 3 are needed." in out
    assert "  The owner (Head of Regeneration and Private Sector Housing) expects 171, amber:" in out


def test_as_json_numbers_are_unrounded_and_say_how_they_were_made(door):
    lines = {line["indicator"]: line for line in door("forecast", Q2, "--json").json}
    assert len(lines) == 66
    rev01 = lines["REV01"]
    assert rev01["expected"] == pytest.approx(97.765, abs=0.001)
    assert (rev01["rating"], rev01["expected_rating"], rev01["target_year_end"]) == ("amber", "green", 97)
    assert (rev01["method"], rev01["why_method"], rev01["years_used"]) == ("profile", "enough_years", 3)
    assert (rev01["why_interval"], rev01["errors"]) == ("few_errors", 1)
    assert lines["FIN01"]["why"] == "is_forecast"
    assert lines["FIN01"]["owner_expects"] == 1.4
    assert (lines["EDU05"]["expected"], lines["EDU05"]["why"]) == (None, "once_a_year")


def test_with_a_moment_it_is_of_what_was_known_then(door):
    done = door("forecast", Q2, "CUS01", "--known-at", "2023-11-30")
    assert done.out.startswith("As now known: position at 30 September 2023, figures as known on 30 November")
    # 15 complaints had been closed without a reply.
    assert "Now (Q2 2023-24): 88.6%, amber." in done.out


def test_forecasts_are_kept_once_and_not_scored_before_the_year_is_over(fresh):
    assert fresh("forecast", Q2, "--keep", *BY).err == "56 forecasts kept.\n"
    assert fresh("forecast", Q2, "--keep", *BY).err == "0 forecasts kept, 56 were kept already.\n"
    scores = fresh("forecast", "scores")
    assert "No forecast can be scored yet." in scores.out
    # 56 computed, and five of the owners'.
    assert "not scored: the year's last figure is still to come." in scores.out
    assert fresh("forecast", "scores", "--json").json["services"] == []
    assert fresh("verify").code == 0


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((Q2, "HOU99"), "HOU99 is not an indicator in force then."),
        ((Q2, "--keep"), 'say who does this, for the audit: --by "Head of Performance"'),
        ((Q2, "--keep", "--known-at", "2023-12-01", *BY), "forecasts are kept as of a freeze"),
        (("2023-24-Q3", "--keep", *BY), "forecasts are kept as of a freeze: freeze 2023-24-Q3 first"),
        (("scores", "HOU08"), "scores are of every forecast"),
        (("quarter",), "'quarter' is not a period code"),
        (("2021-22-Q2",), "no council is known for 30 September 2021"),
    ],
)
def test_what_cannot_be_is_refused(door, words, says):
    done = door("forecast", *words)
    assert done.code == 2
    assert says in done.err

"""Small numbers: what is hidden so that no person can be identified (interim check)."""

import polars as pl

from goldenthread.methods.disclosure import interim, words

COLUMNS = {
    "indicator": pl.String,
    "numerator": pl.Float64,
    "denominator": pl.Float64,
    "value": pl.Float64,
    "multiplier": pl.Float64,
    "counts_people": pl.Boolean,
}


def hidden(
    numerator: float | None, denominator: float | None, value: float | None = None, people: bool = True
) -> bool:
    row = ("X", numerator, denominator, value, 100.0, people)
    frame = pl.DataFrame([row], schema=COLUMNS, orient="row")
    return bool(frame.select(interim.must_hide()).item())


def test_a_count_of_one_to_five_people_is_hidden():
    """A count of people from 1 to 5 is hidden; 0 and 6 are published."""
    assert hidden(4, 164_900)
    assert not hidden(0, 164_900)
    assert not hidden(6, 164_900)


def test_a_figure_that_leaves_few_people_out_is_hidden():
    """142 of 145 care leavers are in suitable accommodation, so 3 are not: the figure is hidden."""
    assert hidden(142, 145, 97.931)


def test_homes_are_not_people():
    """4,417 of 4,420 homes have their gas check: 3 homes are outstanding, and that is published."""
    assert not hidden(4417, 4420, people=False)


def test_a_plain_count_is_its_own_numerator():
    """Where a figure is a count with no denominator, the count itself is looked at."""
    assert hidden(None, None, 3)
    assert not hidden(None, None, 23)


def test_a_share_without_its_numerator_is_multiplied_out():
    """A return gives 2.1% of 145 and no number: anybody can tell that 3 are meant, so it is hidden."""
    assert hidden(None, 145, 2.1)
    assert hidden(None, 145, 97.9)
    assert not hidden(None, 145, 61.3)


def test_an_unknown_figure_hides_nothing():
    """A figure that is awaited has nothing to hide."""
    assert not hidden(None, None, None)


def test_the_rating_may_stay_where_its_band_covers_every_hidden_value():
    """With 1 to 5 of 145 out, all values from 96.6 to 99.3 are green from 95: green may stand."""
    line = pl.DataFrame([("CSC10", 142, 145, 97.931, 100.0, True)], schema=COLUMNS, orient="row")
    possible = interim.candidates(line)
    assert possible["numerator"].to_list() == [144, 143, 142, 141, 140]
    kept = possible.with_columns(
        rating=pl.when(pl.col("value") >= 95).then(pl.lit("green")).otherwise(pl.lit("amber"))
    )
    assert interim.rating_is_safe(kept)["rating_is_safe"].to_list() == [True]
    lost = possible.with_columns(
        rating=pl.when(pl.col("value") >= 98).then(pl.lit("green")).otherwise(pl.lit("amber"))
    )
    assert interim.rating_is_safe(lost)["rating_is_safe"].to_list() == [False]


def test_an_earlier_running_total_that_gives_a_small_count_away_goes_too():
    """7 admissions to September and 4 to June would say that 3 came since: June's figure goes."""
    frame = pl.DataFrame(
        {
            "numerator": [7.0],
            "denominator": [164_900.0],
            "value": [4.2],
            "previous_numerator": [4.0],
            "previous_denominator": [164_900.0],
            "previous_value": [2.4],
            "multiplier": [100_000.0],
            "counts_people": [True],
            "is_cumulative": [True],
        }
    )
    assert frame.select(interim.earlier_gives_away("", "previous_")).item()
    assert (
        not frame.with_columns(is_cumulative=False).select(interim.earlier_gives_away("", "previous_")).item()
    )


def test_a_comment_that_counts_very_few_people_is_caught():
    """ "Two siblings moved twice in August" is withheld; "24 of 227 children" is not."""
    assert words.small_counts("In August two siblings moved twice.") == ["two siblings"]
    assert words.small_counts("3 of the children moved area.") == ["3 of the children"]
    assert words.small_counts("All but three of 145 care leavers.") == ["three of 145 care leavers"]
    assert words.small_counts("24 of 227 children moved three times or more.") == []
    assert words.small_counts("Three new purchases complete in December.") == []
    assert words.small_counts("Up 2.5% on the year; 1,164 households.") == []


def test_the_number_of_a_section_of_a_law_counts_nobody():
    """ "Section 5 of the Children Act" is a place in a law; two siblings beside it are still caught."""
    assert words.small_counts("Section 5 of the Children Act, with Part 3 of the Young People Act.") == []
    assert words.small_counts("Under section 17 of the Children Act two siblings moved.") == ["two siblings"]


def test_of_running_totals_a_reader_gets_what_gives_no_small_count_away():
    """Admissions to June, September, December and March: 4, 9, 12 and 16. June is small. December goes, for
    March less December is 4. September stays: beside it stands March alone, and 7 lie between."""
    totals = [4.0, 9.0, 12.0, 16.0]
    small = [True, False, False, False]
    assert interim.gone_of_a_running_total(totals, small) == [True, False, True, False]


def test_a_running_total_that_stood_still_gives_nothing_less_away():
    """7 to June, 7 to September, 11 to December: either 7 would say that 4 came after it, so both go."""
    assert interim.gone_of_a_running_total([7.0, 7.0, 11.0], [False] * 3) == [True, True, False]
    assert interim.gone_of_a_running_total([7.0, None, 7.0], [False] * 3) == [False, False, False]


def test_beside_a_hidden_figure_a_comment_may_hold_no_number():
    """ "142 of 145" and "all but three" tell a hidden figure; a date, a quarter or a code tells nothing."""
    assert words.has_number("142 of 145 live somewhere suitable.")
    assert words.has_number("All but three live somewhere suitable.")
    assert not words.has_number("Lower than in June 2023; see S7. A new home opens in quarter 4 of 2023-24.")

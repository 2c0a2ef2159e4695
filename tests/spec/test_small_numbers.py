"""Small numbers: what is hidden of a pack so that no person can be identified.

The rule is that of the Department for Education, children in need: counts of 1 to 5 people are hidden and 0
is shown. So is what leaves 1 to 5 people out, and whatever else would tell either of them: an earlier figure,
a quarter by subtraction, the last of a group's parts.
"""

from goldenthread.disclosure import gate
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.methods.disclosure import words
from tests.rooms.disclosure import quarters

PERIOD = "at2023-09-30"


def hidden(*lines, **said):
    """The periods, or the groups, of what is hidden."""
    stated = gate.clear(Printed(quarters.sealed(*lines, **said))).draft.stated.filter("hidden")
    return {row["breakdown"] or row["period"] for row in stated.iter_rows(named=True)}


def is_hidden(count, of=None, **said):
    return bool(hidden(quarters.line("CSC10", PERIOD, count, of, **said)))


def test_a_count_of_one_to_five_people_is_hidden():
    """A count of people from 1 to 5 is hidden; 0 and 6 are published."""
    assert is_hidden(4, 164_900)
    assert not is_hidden(0, 164_900)
    assert not is_hidden(6, 164_900)


def test_a_figure_that_leaves_few_people_out_is_hidden():
    """142 of 145 care leavers are in suitable accommodation, so 3 are not: the figure is hidden."""
    assert is_hidden(142, 145)


def test_homes_are_not_people():
    """4,417 of 4,420 homes have their gas check: 3 homes are outstanding, and that is published."""
    assert not is_hidden(4417, 4420, counts_people=False)


def test_a_plain_count_is_its_own_numerator():
    """Where a figure is a count with no denominator, the count itself is looked at."""
    assert is_hidden(3)
    assert not is_hidden(23)


def test_a_share_without_its_numerator_is_multiplied_out():
    """A return gives 2.1% of 145 and no number: anybody can tell that 3 are meant, so it is hidden."""
    assert is_hidden(0, 145, numerator=None, value=2.1)
    assert is_hidden(0, 145, numerator=None, value=97.9)
    assert not is_hidden(0, 145, numerator=None, value=61.3)


def test_an_unknown_figure_hides_nothing():
    """A figure that is awaited has nothing to hide."""
    assert not is_hidden(0, value=None)


def to_date(**counts):
    """Figures to date of one year: the first is the headline, the others its history."""
    names = {"june": "06", "september": "09", "december": "12"}
    first, *points = [(f"ytd-2023-{names[month]}", count) for month, count in counts.items()]
    history = [
        {"period": period, "value": count, "numerator": None, "denominator": None, "target": None}
        for period, count in points
    ]
    return quarters.line("ASC02", *first, history=history)


def test_an_earlier_running_total_that_gives_a_small_count_away_goes_too():
    """7 admissions to September and 4 to June would say that 3 came since: June's figure goes."""
    assert hidden(to_date(september=7, june=4)) == {"ytd-2023-06"}
    assert hidden(to_date(september=20, june=17)) == {"ytd-2023-06"}
    assert hidden(to_date(september=20, june=10)) == set()


def test_of_running_totals_the_headline_stays_and_no_two_tell_of_few_people():
    """20 to June, 22 to September, 30 to December: 2 people lie between the first two, so one goes."""
    gone = hidden(to_date(december=30, september=22, june=20))
    assert gone in ({"ytd-2023-06"}, {"ytd-2023-09"})


def test_one_group_is_never_hidden_alone():
    """9, 6, 4, 7 and 30 make 56. Were 4 alone hidden, anybody could take the others off the total."""
    counts = {"asian": 9, "black": 6, "mixed": 4, "other": 7, "white": 30}
    cut = tuple(quarters.group("EDU03", PERIOD, f"ethnicity={name}", n) for name, n in counts.items())
    gone = hidden(quarters.line("EDU03", PERIOD, 56), breakdown=cut)
    assert "ethnicity=mixed" in gone
    assert len(gone) == 2


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


def test_beside_a_hidden_figure_a_comment_may_hold_no_number():
    """ "142 of 145" and "all but three" tell a hidden figure; a date, a quarter or a code tells nothing."""
    assert words.has_number("142 of 145 live somewhere suitable.")
    assert words.has_number("All but three live somewhere suitable.")
    assert not words.has_number("Lower than in June 2023; see S7. A new home opens in quarter 4 of 2023-24.")

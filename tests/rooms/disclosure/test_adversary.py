"""The adversary: planted weak releases are opened, each by the way that it left open; sound ones are not."""

from datetime import UTC, date, datetime

import pytest

from goldenthread.disclosure import actions, gate, worlds
from goldenthread.disclosure.adversary import gathering
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.disclosure.drafts.world import World
from goldenthread.disclosure.models import Release, ReleaseWord, Word
from goldenthread.disclosure.queries import NoSuchRelease
from goldenthread.organisation.models import Area
from tests.rooms.disclosure import weak
from tests.rooms.disclosure.quarters import LEAD, NOW, group, line, sealed

pytestmark = pytest.mark.django_db

Q1, Q2 = "2023-24-Q1", "2023-24-Q2"
ON = "at2023-09-30"


def found(code):
    """What the adversary works out: indicator, area, group, last day and the count."""
    _, played = gathering.played(code)
    told = played.recovered.select("indicator", "area", "breakdown", "end", "count").unique().sort("count")
    return [(*row[:3], row[3].isoformat(), row[4]) for row in told.iter_rows()]


def cut(dimension, counts, period=ON):
    return tuple(group("EDU03", period, f"{dimension}={name}", count) for name, count in counts.items())


def test_one_hidden_group_is_the_total_less_the_others():
    """56 in all; 9, 6, 7 and 30 are printed, the fifth group is not: 56 - 9 - 6 - 7 - 30 = 4."""
    groups = cut("ethnicity", {"asian": 9, "black": 6, "mixed": 4, "other": 7, "white": 30})
    code = weak.published(sealed(line("EDU03", ON, 56), breakdown=groups))
    assert found(code) == [("EDU03", "SMH", "ethnicity=mixed", "2023-09-30", 4)]


def test_a_year_to_date_less_the_one_before_is_the_quarter():
    """20 to June stands in one release, 23 to September in the next: 3 in quarter 2, printed nowhere."""
    weak.published(sealed(line("ASC02", "ytd-2023-06", 20), period=Q1))
    code = weak.published(sealed(line("ASC02", "ytd-2023-09", 23)))
    assert found(code) == [("ASC02", "SMH", "", "2023-09-30", 3)]


def test_twelve_months_less_the_twelve_before_and_a_known_quarter():
    """21 in the year to September, 27 in that to June: the new quarter has 6 fewer than the same a year ago.

    That one is out as well: 10. So the new quarter has 4.
    """
    ago = group("CSC05", "2022-23-Q2", "", 10)
    weak.published(sealed(line("CSC05", "r12-2023-06", 27), period=Q1))
    code = weak.published(sealed(line("CSC05", "r12-2023-09", 21), breakdown=(ago,)))
    assert ("CSC05", "SMH", "", "2023-09-30", 4) in found(code)


def test_what_a_revised_release_shows_that_the_original_hid():
    """First Asian and mixed are hidden, of a total of 56; in the revised one of 57 mixed and black are.

    Only White was revised, from 18 to 19. So Asian is 9 in both, black 12, and 56 - 9 - 12 - 13 - 18 = 4.
    """
    first = {"asian": 9, "black": 12, "mixed": 4, "other": 13, "white": 18}
    one = sealed(line("EDU03", ON, 56), breakdown=cut("ethnicity", first), period=Q1)
    weak.published(one, hidden=lambda row: row["breakdown"] in ("ethnicity=asian", "ethnicity=mixed"))
    two = sealed(line("EDU03", ON, 57), breakdown=cut("ethnicity", first | {"white": 19}))
    code = weak.published(two, hidden=lambda row: row["breakdown"] in ("ethnicity=black", "ethnicity=mixed"))
    assert found(code) == [("EDU03", "SMH", "ethnicity=mixed", "2023-09-30", 4)]


def test_wards_and_the_school_areas_of_the_same_children():
    """Wards: 20, 16 and one that is hidden; no total. School areas: 25 and 15, so it is 40 - 20 - 16 = 4."""
    known = {"effective_from": date(2023, 4, 1), "known_from": datetime(2023, 3, 1, tzinfo=UTC)}
    known |= {"audit_number": 1, "recorded_at": NOW}
    maps = {"A": "ward", "B": "ward", "C": "ward", "E": "school area", "W": "school area", "SMH": "borough"}
    for code, kind in maps.items():
        Area.objects.create(code=code, name=code, kind=kind, parent="SMH" if code != "SMH" else "", **known)

    def parts(**counts):
        return tuple(group("EDU03", ON, "", count) | {"area": code} for code, count in counts.items())

    wards = weak.published(sealed(line("EDU03", ON, None), breakdown=parts(A=20, B=16, C=4), period=Q1))
    assert found(wards) == []
    both = weak.published(sealed(line("EDU03", ON, None), breakdown=parts(W=25, E=15)))
    assert found(both) == [("EDU03", "C", "", "2023-09-30", 4)]


def test_three_hidden_counts_that_come_to_three():
    """Zeros are printed, so each hidden count is 1 or more: of 23 people 20 are White, 1 each the others."""
    groups = cut("ethnicity", {"asian": 1, "black": 1, "mixed": 1, "white": 20})
    code = weak.published(sealed(line("EDU03", ON, 23), breakdown=groups))
    assert {row[2:] for row in found(code)} == {
        (f"ethnicity={name}", "2023-09-30", 1) for name in ("asian", "black", "mixed")
    }


def test_a_percentage_and_its_denominator_are_the_count():
    """97.9% of 145: only 142 of 145 comes to that, so 3 are not in suitable accommodation."""
    share = sealed(line("CSC10", ON, 142, 145))
    code = weak.published(share, hidden=lambda row: False, value_text="97.9", numerator_text=None)
    _, played = gathering.played(code)
    assert played.printed.select("part", "count").rows() == [("remainder", 3)]


def test_a_percentage_without_decimals_of_many_leaves_several_counts():
    """40% of 1,000 may be 395 to 405; that the rest of 600 is no small count is known, and no more."""
    share = sealed(line("CSC10", ON, 400, 1000))
    code = weak.published(share, hidden=lambda row: False, value_text="40", numerator_text=None)
    assert found(code) == []


def test_a_small_count_that_is_printed_is_found_without_any_work():
    code = weak.published(sealed(line("HOU03", ON, 4)), hidden=lambda row: False)
    _, played = gathering.played(code)
    assert (played.opens, played.printed["count"].to_list()) == (True, [4])


def test_what_the_gate_lets_through_is_not_opened():
    """The same groups through the gate: two are hidden, and which of the 10 people is in which stays open."""
    groups = cut("ethnicity", {"asian": 9, "black": 6, "mixed": 4, "other": 7, "white": 30})
    given = weak.frozen(sealed(line("EDU03", ON, 56), breakdown=groups))
    passed = gate.clear(Printed(given), World(**worlds.ledger_of_releases()))
    code = actions.publish(passed=passed, known_at=NOW, by="Head of Performance", at=NOW).code
    _, played = gathering.played(code)
    assert (played.sought, played.opens, played.widths) == (1, False, (8.0,))


def test_only_what_is_out_is_known_and_what_came_later_is_not():
    first = weak.published(sealed(line("ASC02", "ytd-2023-06", 20), period=Q1))
    second = weak.published(sealed(line("ASC02", "ytd-2023-09", 23)))
    assert (found(first), len(found(second))) == ([], 1)
    release = Release.objects.get(code=first)
    said = {"word": Word.WITHDRAWN, "reason": "Never left", "by": LEAD}
    ReleaseWord.objects.create(release=release, **said, audit_number=9, recorded_at=NOW)
    assert found(second) == []
    with pytest.raises(NoSuchRelease, match="there is no release"):
        gathering.played("2023-24-Q2-none")


def test_a_limit_whoever_runs_the_program_backwards_may_be_left_with_one_table():
    """5, 7, 12, 0 and 7: the first and the last are hidden, and come to 12. There are 11 ways to do that.

    Of all of them this program would have hidden these two, and no others, for 5 and 7 alone. The proof is
    against what was published; that a guess would have been protected otherwise is no part of it.
    """

    def sealed_as(first, last):
        counts = {"asian": first, "black": 7, "mixed": 12, "other": 0, "white": last}
        return gate.clear(Printed(sealed(line("EDU03", ON, 31), breakdown=cut("ethnicity", counts))), World())

    published = sealed_as(5, 7)
    assert published.draft.stated.filter("hidden")["count"].to_list() == [5, 7]
    ways = [(first, 12 - first) for first in range(1, 12)]
    assert [way for way in ways if sealed_as(*way).seal == published.seal] == [(5, 7)]

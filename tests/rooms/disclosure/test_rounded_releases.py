"""Rounded releases: what left rounded is known within its ends, and stays as it was printed."""

from dataclasses import replace

import polars as pl
import pytest

from goldenthread.disclosure import actions, gate, verify, worlds
from goldenthread.disclosure.adversary import playing
from goldenthread.disclosure.drafts import kept
from goldenthread.disclosure.drafts.printed import Printed
from goldenthread.disclosure.drafts.world import World
from goldenthread.disclosure.models import Release
from goldenthread.methods.disclosure import policy
from goldenthread.methods.disclosure.protected import NotProven
from tests.rooms.disclosure.quarters import NOW, group, hidden, line, sealed

pytestmark = pytest.mark.django_db

PERIOD = "at2023-09-30"
NHS = policy.preset("nhs_hes")
TOGETHER = policy.from_dict(
    {
        "code": "together",
        "source": "x",
        "percentages": "rounded_parts",
        "rounding": {"base": 5, "kind": "controlled"},
    }
)


def passed(*lines, rule=NHS, **said):
    return gate.clear(Printed(sealed(*lines, **said)), World(otherwise=rule, **worlds.ledger_of_releases()))


def publish(given):
    return actions.publish(passed=given, known_at=NOW, by="Head of Performance", at=NOW)


def groups(counts):
    return tuple(group("EDU03", PERIOD, f"ethnicity={name}", count) for name, count in counts.items())


def texts(given):
    figures = given.table.figures.filter(pl.col("part") == "value")
    return dict(figures.select("breakdown", pl.coalesce("text", "symbol")).iter_rows())


def test_a_rounded_release_is_kept_with_its_proof_and_read_again_as_it_was():
    """13, 38 and 51 as 15, 40 and 50; 4 and what would give it away as [c]."""
    given = passed(line("EDU03", PERIOD, 55), breakdown=groups({"asian": 13, "white": 38, "mixed": 4}))
    release = publish(given)
    again = kept.read((release.figures, release.proof))
    assert verify.faults() == []
    assert again.as_printed.equals(given.draft.as_printed)
    assert texts(given) == {
        "": "55",
        "ethnicity=asian": "15",
        "ethnicity=white": "40",
        "ethnicity=mixed": "c",
    }


def test_the_same_again_is_the_same_release():
    given = (line("EDU03", PERIOD, 51), line("EDU09", PERIOD, 12))
    first = publish(passed(*given))
    assert publish(passed(*given)).pk == first.pk
    assert Release.objects.count() == 1


def test_no_name_of_a_release_tells_the_exact_count():
    """12 and 13 print as 10 and 15, 12 and 11 both as 10: the name is of what is printed."""
    codes = [passed(line("EDU03", PERIOD, count)).code for count in (12, 11, 13)]
    assert codes[0] == codes[1] != codes[2]


def test_two_rounded_figures_to_date_leave_the_quarter_between_them_open():
    """20 to June is out, as 18 to 22. 23 to September prints as 25: the 3 between may be 1 to 9."""
    publish(passed(line("ASC02", "ytd-2023-06", 20), period="2023-24-Q1"))
    later = passed(line("ASC02", "ytd-2023-09", 23))
    assert hidden(later) == set()
    assert texts(later) == {"": "25"}
    publish(later)
    assert verify.faults() == []


def test_an_exact_figure_beside_one_that_is_out_rounded_may_give_a_small_one_away():
    """8 to June is out as 10: 8 to 12. Exactly 9 to September leaves 1 between them, for nothing else is
    possible: so it is not shown. Exactly 14 leaves 2 to 6, and is."""
    publish(passed(line("ASC02", "ytd-2023-06", 8), period="2023-24-Q1"))
    exact = policy.preset("dfe_children_in_need")
    assert hidden(passed(line("ASC02", "ytd-2023-09", 9), rule=exact)) == {("ASC02", "", "ytd-2023-09")}
    assert hidden(passed(line("ASC02", "ytd-2023-09", 14), rule=exact)) == set()


def test_a_count_keeps_the_multiple_that_it_was_printed_as():
    """8 + 8 + 8 = 24 adds up as 10 + 10 + 5 = 25. With another group beside it, the same three stay."""
    first = passed(line("EDU03", PERIOD, 24), rule=TOGETHER, breakdown=groups(dict.fromkeys("abc", 8)))
    publish(first)
    more = passed(
        line("EDU03", PERIOD, 24), line("EDU09", PERIOD, 33), rule=TOGETHER,
        breakdown=groups(dict.fromkeys("abc", 8)), period="2023-24-Q3",
    )  # fmt: skip
    said = texts(first)
    assert sorted(said.values()) == ["10", "10", "25", "5"]
    assert {name: text for name, text in texts(more).items() if name} == {
        name: t for name, t in said.items() if name
    }


FIVE = policy.from_dict(
    {"code": "five", "source": "x", "percentages": "rounded_parts", "rounding": {"base": 5}}
)
TWOS = dict.fromkeys("abcd", 2)


def test_the_adversary_opens_no_rounded_release_and_one_whose_ends_meet():
    """Four groups of 2 are [low]: 1 or 2. With their 8 printed as 10, 8 or more, all four would be 2; one of
    the five figures is hidden for that. Printed after all, the adversary has them."""
    given = passed(line("EDU03", PERIOD, 8), rule=FIVE, breakdown=groups(TWOS))
    sound = playing.played([given.draft.as_printed], given.world)
    weak = playing.played([given.draft.as_printed.with_columns(hidden=pl.lit(value=False))], given.world)
    assert (sound.sought, sound.opens) == (4, False)
    assert weak.recovered["count"].to_list() == [2, 2, 2, 2]


def test_the_adversary_does_not_take_a_multiple_for_the_count():
    """20 to June is 18 to 22 to an outsider, 23 to September is 23 to 27: 1 to 9 lie between them."""
    first = passed(line("ASC02", "ytd-2023-06", 20), period="2023-24-Q1")
    publish(first)
    later = passed(line("ASC02", "ytd-2023-09", 23))
    found = playing.played([first.draft.as_printed, later.draft.as_printed], later.world)
    assert (found.sought, found.opens) == (1, False)
    assert found.widths == (8.0,)


def test_a_stored_multiple_that_was_changed_is_noticed():
    """15 in place of 10 for a count of 12: the proof holds no longer."""
    draft = passed(line("EDU03", PERIOD, 12), line("EDU09", PERIOD, 3)).draft
    forged = replace(draft, rounded=draft.rounded.with_columns(numerator=pl.lit(15), value_text=pl.lit("15")))
    with pytest.raises(NotProven, match="its text tells more of the count than the proof leaves open"):
        gate.table(forged)

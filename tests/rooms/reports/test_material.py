"""Nothing that has not passed the gate can reach a document."""

import pytest

from goldenthread.disclosure import beside, gate
from goldenthread.reports.material import Material, NotCleared
from tests import house
from tests.rooms.reports import reading, smallham


def test_a_position_that_was_not_cleared_is_refused():
    with pytest.raises(NotCleared, match=r"disclosure\.gate has cleared"):
        Material(now=smallham.sealed(), changes_known_at=smallham.NOW)


def test_an_earlier_position_that_was_not_cleared_is_refused():
    now = gate.for_publication(smallham.sealed())
    with pytest.raises(NotCleared):
        Material(now=now, changes_known_at=smallham.NOW, previous=smallham.before())


@pytest.mark.parametrize("name", ["changes", "latest", "messages", "challenges", "previous_challenges"])
def test_what_stands_beside_the_position_is_refused_if_it_was_not_cleared(name):
    with pytest.raises(NotCleared, match=name):
        smallham.material(**{name: tuple(smallham.challenges())})


def test_only_the_room_of_disclosure_clears():
    made = {
        str(module)
        for module in house.modules()
        for call in house.calls_in(module)
        if house.name_of(call) in ("Cleared", "ClearedLines")
    }
    assert made <= {"disclosure/gate.py", "disclosure/beside.py", "reports/material.py"}


def test_a_hidden_line_keeps_nothing_of_its_figure():
    (b2,) = [line for line in smallham.material().now.sealed.of("indicator") if line["indicator"] == "B2"]
    kept = {name: b2.get(name) for name in b2 if name.startswith(("value", "numerator", "denominator"))}
    assert set(kept.values()) == {None}, kept


def test_a_hidden_figure_stands_in_no_paper():
    """B2 leaves out 3 of 145: neither the figure, nor its counts, nor what restated it is printed."""
    for document in reading.papers(smallham.material()).values():
        words = " ".join(_texts(document))
        for given_away in ("97.9", "142", "97.2", "141 ", "98.0%", "one more was found"):
            assert given_away not in words, (document.name, given_away)


def test_a_hidden_figure_says_so_in_every_cell_that_would_tell_it():
    """What was published of earlier periods stands; how the hidden figure compares with it does not."""
    card = reading.tables(reading.papers(smallham.material())["appendix-2-corporate-scorecard"])["lines"]
    hidden = reading.row(card, "B2")
    assert hidden["Q2 result"] == "[c] hidden to protect individuals"
    for column in ("Against Q1", "Against Q2 2022-23", "Forecast"):
        assert hidden[column] == "[c] hidden"
    assert (hidden["Q2 2022-23"], hidden["Q1"]) == ("86.0%", "95.2%")
    assert hidden["Status"] == "Green"


def test_a_challenge_that_counts_two_siblings_is_withheld():
    """Its indicator counts people; the decision is on record and the text is not printed."""
    told = smallham.challenge(2, indicators=["B1"], actions=[], why="Two siblings moved twice in August.")
    now = gate.for_publication(smallham.sealed())
    material = smallham.material(challenges=beside.challenges([told], now))
    words = " ".join(_texts(reading.report(material)))
    assert "siblings" not in words
    assert gate.WITHHELD in words
    assert [decision.subject for decision in material.challenges.decisions] == ["Challenge 2"]


def _texts(document):
    for span in reading.spans(document.blocks):
        yield getattr(span, "text", "") or getattr(span, "shown", "") or getattr(span, "detail", "")
        chart = getattr(span, "chart", None)
        if chart is not None:
            yield chart.finding
            yield " ".join(map(str, chart.values))


def test_words_on_anything_are_looked_at():
    """A comment on a priority, or on a measure of things, may tell of a person, and so may progress."""
    told = smallham.comment(priority="RF", happened="Two siblings were moved in August.")
    harmless = smallham.comment(indicator="A1", happened="Two makes of cameras were compared.")
    things = smallham.comment(indicator="A1", happened="Two families were without heating.")
    action = smallham.action("R1", "green", words="One tenant has not been told yet.")
    sealed = smallham.sealed(commentary=(told, harmless, things), action=(action,))
    cleared = gate.for_publication(sealed)
    assert [line["happened"] for line in cleared.sealed.of("commentary")] == [
        gate.WITHHELD,
        "Two makes of cameras were compared.",
        gate.WITHHELD,
    ]
    assert [line["words"] for line in cleared.sealed.of("action")] == [gate.WITHHELD]
    assert {(each.subject, each.what) for each in cleared.decisions} >= {
        ("RF", "comment"),
        ("R1", "progress"),
    }

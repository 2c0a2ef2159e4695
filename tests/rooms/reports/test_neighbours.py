"""Beside other councils: with whom, what they reached, where the council stands, and what is hidden of it."""

import pytest

from goldenthread.documents import content as c
from goldenthread.publication import protection
from goldenthread.reports.assemble import neighbours, quarter
from tests.rooms.reports import reading, smallham

GROUP = {
    "code": "nearest",
    "name": "Ten nearest",
    "source": "Our own. ",
    "effective_from": "2023-04-01",
    "reason": "Plan adopted",
    "approver": "Cabinet",
    "in_brief": "Smallham is compared with 4 areas.",
    "how": "The nearest of 14 areas by 2 characteristics: a and b. Each is put on one scale",
    "members": [],
}
CAVEAT = (
    "Compared with: Ten nearest (Our own). Figures of Q2 2023-24. Without a figure, and left out: 1 of 5. "
    "Equal figures share the better place. A place is no verdict."
)


def compared(code, **said):
    """An indicator of Smallham beside four others; one more has no figure."""
    areas = [
        {"area": name, "name": name, "value": value, "rank": rank, "is_tied": False}
        for name, value, rank in (("Penmarsh", 95.0, 1), ("Wexcombe", 85.0, 3), ("Kelborough", 80.0, 4))
    ]
    return {
        "indicator": code,
        "period": "2023-24-Q2",
        "group": "nearest",
        "polarity": "higher",
        "midpoint": None,
        "rank": 2,
        "is_tied": False,
        "ranked": 5,
        "quarter": 2,
        "gap": 7.0,
        "aim_gap": 7.0,
        "peers": 4,
        "missing": 1,
        "missing_areas": ["Upper Sallow"],
        "median": 85.0,
        "q1": 80.0,
        "q3": 90.0,
        "least": 80.0,
        "greatest": 95.0,
        "quartile_method": "type7",
        "caveat": CAVEAT,
        "areas": areas,
        **said,
    }


def material(*comparisons, lines=()):
    sealed = smallham.sealed(comparison=comparisons, comparator_group=(GROUP,))
    instead = {line["indicator"]: line for line in lines}
    every = tuple(instead.get(line["indicator"], line) for line in sealed.of("indicator"))
    sealed.lines["indicator"] = every
    return smallham.material(sealed=sealed)


HIDDEN = smallham.indicator("A1", counts_people=True, value=97.931, numerator=142.0, denominator=145.0)


def card(*comparisons, lines=()):
    return reading.papers(material(*comparisons, lines=lines))["appendix-2-corporate-scorecard"]


def row(paper, code):
    found = reading.tables(paper)["neighbours-nearest"]
    (each,) = [each for each in found.rows() if c.words(each.header).startswith(code)]
    return [c.words(each.header), *map(c.words, each.cells)]


def test_a_figure_stands_with_its_place_its_quartile_and_who_is_missing():
    assert row(card(compared("A1")), "A1") == [
        "A1 Measure A1",
        "92.0%",
        "85.0%",
        "2 of 5",
        "second",
        "1 of 5",
        "7.0 percentage points above, better",
    ]


def test_the_group_is_named_with_its_date_and_the_caveat_is_said_once():
    said = reading.paragraphs(card(compared("A1")))

    assert (
        "Smallham is compared with 4 areas. Ten nearest, in force from 1 April 2023 (Our own). "
        "The nearest of 14 areas by 2 characteristics: a and b."
    ) in said
    notes = [block for block in reading.blocks(card(compared("A1"))) if isinstance(block, c.Note)]
    assert [c.words(note.line) for note in notes] == [
        "A place is no verdict. Equal figures share the better place."
    ]


def test_a_rule_is_said_once_however_many_lines_it_holds_for():
    few = CAVEAT.replace("A place", "Peers with a figure: 3, too few for quartiles to say much. A place")
    three = CAVEAT.replace("A place", "Peers with a figure: 4, too few for quartiles to say much. A place")
    paper = card(compared("A1", caveat=few), compared("A2", caveat=three), compared("B1"))
    (note,) = [block for block in reading.blocks(paper) if isinstance(block, c.Note)]

    assert c.words(note.line) == (
        "A place is no verdict. Where fewer than 8 others have a figure, quartiles say little. "
        "Equal figures share the better place."
    )
    assert row(paper, "A2")[0] == "A2 Measure A2"


def test_of_a_hidden_figure_stands_what_the_others_reached_and_no_place():
    paper = card(compared("A1"), compared("A2"), lines=(HIDDEN,))

    assert row(paper, "A1")[1:] == ["[c] hidden", "85.0%", "[c] hidden", "[c] hidden", "1 of 5", "[c] hidden"]
    receipt = reading.panels(reading.papers(material(compared("A1"), lines=(HIDDEN,)))["receipts"])["r-a1"]
    assert "Compared with" not in [each.label for each in receipt.rows]


def test_both_pass_the_last_check_and_a_place_that_slipped_through_does_not():
    for given in (material(compared("A1")), material(compared("A1"), lines=(HIDDEN,))):
        shown = protection.shown(given)
        for name, paper in reading.papers(given).items():
            assert protection.paper(lambda paper=paper: paper, shown) is paper, name
    shown_alone = reading.papers(material(compared("A1")))["appendix-2-corporate-scorecard"]
    hidden = protection.shown(material(compared("A1"), lines=(HIDDEN,)))
    with pytest.raises(protection.protected.NotProtected):
        protection.paper(lambda: shown_alone, hidden)


def test_what_nobody_has_a_figure_of_is_counted():
    paper = card(
        compared("A1"), compared("A2", peers=0, median=None, rank=None, gap=None, missing=5, areas=[])
    )

    assert "Not compared, for none of them has a figure: 1 indicator." in reading.paragraphs(paper)


def test_members_are_told_how_many_do_as_well_as_others_and_where_it_stands():
    q = quarter.of(material(compared("A1"), compared("A2", aim_gap=-1.0), compared("B1", aim_gap=None)))
    assert neighbours.with_a_verdict(q) == {"A1": True, "A2": False}
    asked = reading.tables(reading.report(material(compared("A1"), compared("A2", aim_gap=-1.0))))
    answer = reading.rows(asked["questions-table"])["Are"]
    assert "1 of 2 indicators that can be compared" in answer[0]
    assert "did as well as the median of others or better. See Compared with other councils." in answer[0]


def test_the_receipt_says_where_it_stands_and_what_must_be_known_to_read_it():
    panel = reading.panels(reading.papers(material(compared("A1")))["receipts"])["r-a1"]
    (told,) = [each for each in panel.rows if each.label == "Compared with"]
    said = [c.words(line) for block in told.blocks for line in getattr(block, "items", ())]

    assert said == [
        "2 of 5 in Ten nearest, second quartile: 7.0 percentage points above the median, better.",
        CAVEAT,
    ]


def test_a_council_that_compares_with_nobody_has_no_such_section():
    paper = reading.papers(smallham.material())["appendix-2-corporate-scorecard"]

    assert neighbours.TITLE not in reading.headings(paper)


def drawn(paper):
    """The dot plots of a paper, by their title."""
    figures = [block for block, _ in c.walk(paper.blocks) if isinstance(block, c.Figure)]
    return {drawing.title: (drawing, figure) for figure in figures for drawing in figure.drawings}


def test_the_receipt_draws_the_figure_among_the_others_the_best_first():
    drawing, figure = drawn(reading.papers(material(compared("A1")))["receipts"])["A1 Measure A1"]

    assert [(area.name, area.value, area.is_own) for area in drawing.chart.areas] == [
        ("Penmarsh", 95.0, False),
        ("Smallham", 92.0, True),
        ("Wexcombe", 85.0, False),
        ("Kelborough", 80.0, False),
    ]
    assert drawing.chart.place == "2023-24-Q2/A1/value"
    assert [(c.words(row.header), *map(c.words, row.cells)) for row in figure.twin.rows()][:2] == [
        ("Penmarsh", "95.0%", "1"),
        ("Smallham", "92.0%", "2"),
    ]


def test_of_a_hidden_figure_nothing_is_drawn():
    """The others in order, with a gap where the council stands, would tell of it."""
    both = material(compared("A1"), compared("A2"), lines=(HIDDEN,))

    assert list(drawn(reading.papers(both)["receipts"])) == ["A2 Measure A2"]

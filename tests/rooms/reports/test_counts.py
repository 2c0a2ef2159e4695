"""Counts agree wherever they are said: tally, charts, their table, scorecard, text and reconciliation."""

import re

import pytest

from goldenthread.documents import content as c
from tests.rooms.reports import reading, smallham

MATERIALS = {"whole": smallham.material, "bare": smallham.bare}


@pytest.fixture(params=MATERIALS)
def material(request):
    return MATERIALS[request.param]()


def drawn(document, figure):
    """Counts of the large doughnut of a figure, by word."""
    (found,) = [
        block for block in reading.blocks(document) if isinstance(block, c.Figure) and block.id == figure
    ]
    return {slice.mark.word: slice.count for slice in found.drawings[0].chart.slices}


def counted(tally):
    """Counts of the first row of a tally, by word."""
    return dict(zip((mark.word for mark in tally.bands), tally.rows[0].counts, strict=True))


def test_the_tally_the_chart_and_the_scorecard_count_the_same_ratings(material):
    papers = reading.papers(material)
    report = papers["appendix-1-strategic-performance-report"]
    card = reading.tables(papers["appendix-2-corporate-scorecard"])["lines"]
    marks = [cell for row in card.rows() for cell in row.cells for span in cell if isinstance(span, c.Mark)]
    stand = [c.words(cell).split(":")[0] for cell in marks]
    in_tally = counted(reading.tallies(report)["tally-indicators"])
    assert drawn(papers["covering-report"], "charts-indicators-figure") == in_tally
    assert {word: stand.count(word) for word in in_tally} == in_tally
    assert in_tally == {"Green": 3, "Amber": 1, "Red": 2, "Not rated": 2}


def test_the_parts_add_up_to_the_whole(material):
    for tally in reading.tallies(reading.report(material)).values():
        whole, *parts = (row.counts for row in tally.rows)
        assert tuple(map(sum, zip(*parts, strict=True))) == whole


def test_the_twin_of_a_chart_holds_its_counts():
    report = reading.papers(smallham.material())["covering-report"]
    for figure in (block for block in reading.blocks(report) if isinstance(block, c.Figure)):
        for drawing, row in zip(figure.drawings, figure.twin.rows(), strict=True):
            counts = [str(slice.count) for slice in drawing.chart.slices]
            assert [c.words(cell) for cell in row.cells] == [*counts, str(drawing.chart.total)]
            assert drawing.title.endswith(f": {drawing.chart.total}")


def test_text_and_table_say_the_same_of_actions():
    report = reading.report(smallham.material())
    assert counted(reading.tallies(report)["tally-actions"]) == {
        "Complete": 1,
        "Green": 1,
        "Amber": 1,
        "Red": 1,
    }
    said = reading.paragraphs(reading.papers(smallham.material())["covering-report"])
    assert "2 of 4 lines (50.0%) were complete or green; by adopted action, 1 of 3 (33.3%)." in said


def test_a_split_action_counts_by_its_worst_part():
    """R2a is complete and R2b red: two lines, one adopted action, and that is red."""
    both = reading.tables(reading.report(smallham.material()))["reconciliation-counts"]
    lines, adopted = (tuple(map(c.words, row.cells)) for row in both.rows())
    assert lines == ("1", "1", "1", "1", "4", "2 of 4 (50.0%)")
    assert adopted == ("0", "1", "1", "1", "3", "1 of 3 (33.3%)")


def test_the_lines_that_split_actions_add_are_explained():
    said = reading.paragraphs(reading.papers(smallham.material())["covering-report"])
    assert "4 lines are shown because 1 of the 3 adopted actions is reported in parts." in said


def test_how_many_are_rated_and_why_the_others_are_not():
    said = reading.paragraphs(reading.papers(smallham.material())["appendix-2-corporate-scorecard"])
    assert any("6 of 8 rated; 2 not rated (1 awaited and 1 with no target)" in text for text in said)


def test_as_frozen_and_as_now_known_stand_beside_each_other_labelled():
    """A1 green to amber, A5 from not rated to green; the frozen counts stay."""
    table = reading.tables(reading.report(smallham.material()))["since-counts"]
    frozen, known = (tuple(map(c.words, row.cells)) for row in table.rows())
    assert [c.words(row.header) for row in table.rows()] == [
        "As frozen (10 November 2023)",
        "As now known (30 November 2023)",
    ]
    assert frozen == ("3", "1", "2", "2", "8")
    assert known == ("3", "2", "2", "1", "8")


def test_changes_since_the_quarter_before_are_counted():
    tally = reading.tallies(reading.report(smallham.material()))["tally-indicators"]
    assert tally.rows[0].changes == ("1 more", "1 fewer", "1 more", "2 more")


def test_every_number_is_bound_to_its_place():
    for document in reading.papers(smallham.material()).values():
        for span in reading.spans(document.blocks):
            if isinstance(span, c.Number):
                assert re.match(r"2023-(24-Q[12]|10|11)/", span.path) or span.path.startswith("at2023"), span

"""The charts of the covering report: title, slices, spoken finding and table say the same counts."""

from dataclasses import replace

import pytest

from goldenthread.documents import content as c
from goldenthread.reports.assemble import covering, quarter
from tests.rooms.reports import reading, smallham
from tests.rooms.reports.covering_form import form


@pytest.fixture(scope="module")
def document():
    return covering.document(quarter.of(replace(smallham.material(), form=form())))


@pytest.fixture(scope="module")
def figures(document):
    return {block.id: block for block in reading.blocks(document) if isinstance(block, c.Figure)}


def drawn(figure):
    return {
        drawing.title: tuple(slice.count for slice in drawing.chart.slices) for drawing in figure.drawings
    }


def test_actions_and_indicators_are_drawn_whole_and_by_priority(figures):
    assert drawn(figures["charts-actions-figure"]) == {
        "All Pledges (PL): 4": (1, 1, 1, 1),
        "PL – Residents: 3": (1, 1, 0, 1),
        "PL – Need: 1": (0, 0, 1, 0),
    }
    assert drawn(figures["charts-indicators-figure"]) == {
        "All performance indicators (PI): 8": (3, 1, 2, 2),
        "PI – Residents: 5": (2, 1, 1, 1),
        "PI – Need: 3": (1, 0, 1, 1),
    }


def test_slices_stand_complete_green_amber_red_not_rated(figures):
    actions, indicators = figures["charts-actions-figure"], figures["charts-indicators-figure"]
    words = [[slice.mark.word for slice in each.drawings[0].chart.slices] for each in (actions, indicators)]
    assert words == [["Complete", "Green", "Amber", "Red"], ["Green", "Amber", "Red", "Not rated"]]


def test_title_slices_finding_and_twin_agree(figures):
    for figure in figures.values():
        for drawing, row in zip(figure.drawings, figure.twin.rows(), strict=True):
            counts = [slice.count for slice in drawing.chart.slices]
            assert drawing.title.endswith(f": {sum(counts)}")
            assert [c.words(cell) for cell in row.cells] == [*map(str, counts), str(sum(counts))]
            said = ", ".join(f"{s.count} {s.mark.word.lower()}" for s in drawing.chart.slices)
            assert drawing.alt.endswith(f"{said}.")


def test_the_counts_of_the_charts_are_those_of_the_tally_in_appendix_1(figures):
    tallies = reading.tallies(reading.report(smallham.material()))
    for kind in ("actions", "indicators"):
        rows = [row.counts for row in tallies[f"tally-{kind}"].rows]
        assert rows == list(drawn(figures[f"charts-{kind}-figure"]).values())


def test_the_sentences_beside_the_charts(figures):
    said = [c.words(block.line) for figure in figures.values() for block in figure.beside]
    assert said[0] == "4 lines are shown because 1 of the 3 adopted actions is reported in parts."
    assert "6 of 8 rated; 2 not rated (reasons in Appendix 2)." in said


def test_the_tables_stand_at_the_end_of_section_2(document, figures):
    assert all(figure.twin_place == "end" for figure in figures.values())
    (section,) = [block for block in document.blocks if getattr(block, "title", "") == "Section 2 – Report"]
    assert section.blocks[-1].title == "The charts as tables"

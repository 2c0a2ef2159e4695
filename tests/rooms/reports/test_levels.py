"""The scorecards of directorates, services, priorities and portfolios: what stands around their rows."""

from dataclasses import replace

from goldenthread.disclosure import gate
from goldenthread.documents import content as c
from tests.rooms.reports import reading, smallham

LEVELS = ("directorates", "services", "priorities", "portfolios")


def papers(**lines):
    """The papers of Smallham, some of what was sealed given instead."""
    sealed = smallham.sealed()
    return reading.papers(
        smallham.material(now=gate.for_publication(replace(sealed, lines={**sealed.lines, **lines})))
    )


def legend(document, id):
    (section,) = [each for each in reading.blocks(document) if getattr(each, "id", "") == id]
    return c.words(section.blocks[1].line)


def test_each_paper_opens_with_the_ratings_of_all_its_scorecards():
    made = papers()
    for level in LEVELS:
        table = reading.tables(made[f"scorecards-{level}"])["overview"]
        numbers = [[int(c.words(cell)) for cell in row.cells] for row in table.rows()]
        each = numbers if len(numbers) == 1 else numbers[:-1]
        assert [sum(column) for column in zip(*each, strict=True)] == numbers[-1]
        assert numbers[-1][-1] == sum(numbers[-1][:-1]) == 8


def test_each_row_of_the_overview_leads_to_its_scorecard():
    for level in LEVELS:
        document = papers()[f"scorecards-{level}"]
        rows = reading.tables(document)["overview"].rows()
        leads = [span.href for row in rows for span in row.header if isinstance(span, c.Link)]
        assert leads == [f"#{block.id}" for block in document.blocks if isinstance(block, c.Section)]


def test_all_are_not_counted_together_where_an_indicator_would_count_twice():
    layouts = [
        {"code": code, "level": "portfolio", "subject": code, "title": code, "order": place,
         "sections": [{"code": code, "title": code, "lines": ["A1", "A2"]}]}
        for place, code in enumerate(("customer", "housing"))
    ]  # fmt: skip
    made = smallham.material()
    made = replace(made, layouts=(*made.layouts, *layouts))
    table = reading.tables(reading.papers(made)["scorecards-portfolios"])["overview"]
    assert [row.kind for row in table.rows()] == ["plain", "plain"]


def test_a_portfolio_that_answers_for_nothing_is_there_and_says_so():
    idle = {"code": "idle", "title": "Twinning", "holder": "Cllr B. Idle", "order": 3}
    document = papers(portfolio=(*smallham.PORTFOLIOS, idle))["scorecards-portfolios"]
    assert reading.headings(document)[-1] == "Twinning (Cllr B. Idle)"
    assert reading.paragraphs(document)[-1] == "No indicator stands on this scorecard."
    assert reading.rows(reading.tables(document)["overview"])["Twinning"][-1] == "0"


def test_a_scorecard_says_how_to_read_what_stands_on_it_and_nothing_else():
    made = papers()
    served, housed = (
        legend(made["scorecards-portfolios"], f"card-{code}") for code in ("customer", "housing")
    )
    assert "How far amber reaches stands beneath each target." in served
    assert "[c] hidden to protect individuals." in housed
    assert "[c]" not in served
    assert "[e]" not in served + housed
    assert "cumulative" not in served.lower()

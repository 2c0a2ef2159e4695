"""The printed page: what stands on each, what stays clear, what is never split or printed over."""

import pytest

from goldenthread.documents import content as c
from tests.documents import sample, sample_parts
from tests.documents.pdf import papers

POINTS = 72 / 25.4
each_paper = pytest.mark.parametrize("name", papers.NAMES)


def paper(name):
    return next(paper for paper in sample.papers() if paper.name == name)


@each_paper
def test_the_first_page_says_whose_what_and_when(name):
    first = " ".join(papers.pages(papers.rendered(name))[0].split())

    for part in (paper(name).council, paper(name).title, paper(name).subtitle, sample.DATES, sample.NOTICE):
        assert part in first


@each_paper
def test_every_foot_holds_title_notice_and_page_of_pages(name):
    pages = papers.pages(papers.rendered(name))

    for number, page in enumerate(pages, start=1):
        foot = " ".join(page.split())
        assert paper(name).running in foot
        assert sample.NOTICE in foot
        assert foot.endswith(f"{number} of {len(pages)}")


@each_paper
def test_twenty_millimetres_stay_clear_at_head_and_foot(name):
    for inked in papers.inked_rows(papers.rendered(name)):
        assert not any(inked[: papers.dots(20)])
        assert not any(inked[-papers.dots(20) :])
        assert any(inked[-papers.dots(26) :]), "the foot stands just above"


def test_a_long_foot_takes_two_lines_and_stays_clear():
    made = papers.made(papers.document(c.Paragraph(c.line("Text")), running="A long running title " * 6))
    (inked,) = papers.inked_rows(made)

    assert not any(inked[-papers.dots(20) :])
    assert papers.text(made).count("A long running title") == 6


@each_paper
def test_nothing_is_printed_over_anything_else(name):
    for _, words in papers.boxes(papers.rendered(name)):
        assert overlaps(words) == []


@pytest.mark.parametrize("page", ["portrait", "landscape"])
def test_nothing_is_printed_over_where_a_table_goes_on(page):
    made = papers.made(papers.long_table(page=page))

    for (wide, _), words in papers.boxes(made):
        assert overlaps(words) == []
        assert max(right for _, _, right, _, _ in words) <= wide - 14 * POINTS


def overlaps(words):
    """Pairs of words whose middles lie in each other."""
    found = []
    for i, one in enumerate(words):
        for other in words[i + 1 :]:
            across = min(one[2], other[2]) - max(one[0], other[0])
            down = min(one[3], other[3]) - max(one[1], other[1])
            if across > 1 and down > 0.5 * min(one[3] - one[1], other[3] - other[1]):
                found.append((one[4], other[4]))
    return found


CHARTS = tuple(s.blocks[0] for s in (sample_parts.action_charts(), sample_parts.indicator_charts()))
TITLES = [drawing.title for figure in CHARTS for drawing in figure.drawings]


def charts_after(paragraphs, **more):
    """Two figures of charts to be compared, after so many paragraphs: each page's words, and its ink."""
    said = tuple(c.Paragraph(c.line(f"Paragraph {n}.")) for n in range(paragraphs))
    made = papers.made(
        papers.document(c.Section("s", "Summary", (*said, c.Section("charts", "Compared", CHARTS))), **more)
    )
    return [" ".join(page.split()) for page in papers.pages(made)], papers.inked_rows(made)


@pytest.mark.parametrize("paragraphs", [1, 4, 12])
def test_charts_to_be_compared_share_one_page_under_their_heading(paragraphs):
    pages, _ = charts_after(paragraphs)
    (page,) = [page for page in pages if "Compared" in page]

    assert all(title in page for title in TITLES)


def test_on_a_page_on_its_side_none_of_the_charts_is_lost():
    pages, ink = charts_after(4, page="landscape")

    assert all(title in " ".join(pages) for title in TITLES)
    assert not any(any(inked[-papers.dots(20) :]) for inked in ink)


def test_the_heads_of_a_table_are_repeated_on_each_page():
    pages = papers.pages(papers.made(papers.long_table()))

    assert len(pages) > 2
    assert all("Indicator" in page and "Note" in page for page in pages)


@pytest.mark.parametrize("paragraphs", range(28, 40))
def test_no_table_leaves_a_row_by_itself_where_a_page_ends(paragraphs):
    columns = (c.Column("Ward"), c.Column("Number", "number"))
    rows = tuple(c.Row(c.line(f"Ward {i}"), (c.line(f"{i}"),)) for i in range(1, 31))
    table = c.rows_table("t", "By ward", columns, rows)
    above = tuple(c.Paragraph(c.line("Words.")) for _ in range(paragraphs))
    first = next(
        page for page in papers.pages(papers.made(papers.document(*above, table))) if "By ward" in page
    )
    assert "Ward 2" in first


@pytest.mark.parametrize("kind", ["front", "plain"])
@pytest.mark.parametrize("paragraphs", range(28, 36))
def test_a_few_labels_with_their_answers_stay_on_one_page(paragraphs, kind):
    rows = tuple(c.Fact(f"Label {i}", (c.line(f"Answer {i}"),)) for i in range(1, 5))
    above = tuple(c.Paragraph(c.line("Words.")) for _ in range(paragraphs))
    made = papers.made(papers.document(*above, c.Section("s", "Contact", (c.Facts("f", "Who", rows, kind),))))

    (page,) = [page for page in papers.pages(made) if "Answer" in page]
    assert "Contact" in page


def test_a_row_is_never_split():
    made = papers.made(papers.long_table(60, cell="START " + "words that fill a cell " * 12 + "END"))

    assert all(page.count("START") == page.count("END") for page in papers.pages(made))


def test_a_row_higher_than_half_a_page_may_be_split():
    text = "words " * 800
    rows = (c.Row(c.line("A"), (c.line(text),)), c.Row(c.line("B"), (c.line("short"),)))
    table = c.rows_table("t", "A table", (c.Column("What"), c.Column("Why", share=1)), rows)

    made = papers.made(papers.document(c.Section("s", "S", (table,))))

    assert papers.text(made).count("words") == 800
    for _, words in papers.boxes(made):
        assert overlaps(words) == []


def panel(number, repeat):
    text = c.Paragraph(c.line("BEGIN ", "a reason " * repeat, "FINISH"))
    return c.Panel(f"p{number}", f"Challenge {number}", (c.PanelRow("Why", (text,)),))


def test_a_challenge_stays_on_one_page_where_it_fits_on_one():
    made = papers.made(papers.document(c.Section("s", "S", tuple(panel(i, 120) for i in range(7)))))
    pages = papers.pages(made)

    assert len(pages) > 1
    assert all(page.count("BEGIN") == page.count("FINISH") for page in pages)


def test_a_challenge_longer_than_a_page_goes_on_and_loses_nothing():
    made = papers.made(papers.document(c.Section("s", "S", (panel(1, 1200),))))

    assert papers.text(made).count("a reason") + papers.text(made).count("reason a") >= 1200
    for _, words in papers.boxes(made):
        assert overlaps(words) == []


def test_a_section_may_start_on_a_page_on_its_side():
    text = (c.Paragraph(c.line("Text")),)
    sections = (
        c.Section("one", "One", text),
        c.Section("two", "Two", text, "landscape"),
        c.Section("three", "Three", text),
    )
    sizes = [size for size, _ in papers.boxes(papers.made(papers.document(*sections)))]

    assert [wide > high for wide, high in sizes] == [False, True, False]


def test_contents_name_the_sections_and_their_pages():
    first = papers.pages(papers.rendered(papers.NAMES[0]))[0]

    assert "In this report" in first
    line = next(line for line in first.splitlines() if "The quarter on one page" in line)
    assert line.split()[-1].strip("\u2060") == "2"


def test_a_link_to_another_paper_is_plain_words_and_one_within_it_a_link():
    blocks = (
        c.Section(
            "one", "One", (c.Paragraph(c.line(c.Link("inside", "#one"), " ", c.Link("outside", "b.html#x"))),)
        ),
        c.Section("two", "Two", (c.Paragraph(c.line(c.Link("web", "https://example.org/a"))),)),
    )
    made = papers.made(papers.document(*blocks))
    with papers.opened(made) as file:
        links = [a for page in file.pages for a in page.get("/Annots", []) if a.Subtype == "/Link"]
        addresses = [str(a.A.URI) for a in links if "/A" in a and "/URI" in a.A]

    assert addresses == ["https://example.org/a"]
    assert len(links) == 2
    assert "outside" in papers.text(made)


def test_what_is_known_since_is_not_drawn_on_paper():
    def made(live):
        spark = c.Spark(c.Sparkline((1.0, 2.0, 3.0), "Three quarters, rising.", live=live))
        return papers.made(papers.document(c.Paragraph(c.line(spark))))

    assert made(9.0) == made(None)

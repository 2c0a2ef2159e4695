"""The front of a pack lists the covering report first, and each paper in the formats that there are."""

from goldenthread.documents import content as c
from goldenthread.reports.assemble import front, pack, quarter
from tests.rooms.reports import reading, smallham


def listed(*files):
    """The list of papers, each with its links as (words, path)."""
    material = smallham.material()
    made = front.document(quarter.of(material), pack.assemble(material), files=files)
    papers = next(block for block in reading.blocks(made) if isinstance(block, c.BulletList))
    return [[(span.text, span.href) for span in item if isinstance(span, c.Link)] for item in papers.items]


def test_the_covering_report_comes_first_and_says_what_it_is():
    first, second, *_ = listed()
    title = "Covering report: Strategic Performance Report Q2 2023-24"
    assert first == [(title, "covering-report.html")]
    assert second[0][1] == "appendix-1-strategic-performance-report.html"


def test_a_paper_leads_to_its_other_formats_where_there_are_any():
    files = ("covering-report.docx", "covering-report.pdf", "appendix-2-corporate-scorecard.xlsx")
    found = {links[0][1]: links[1:] for links in listed(*files)}
    assert found["covering-report.html"] == [
        ("PDF", "covering-report.pdf"),
        ("Word", "covering-report.docx"),
    ]
    assert found["appendix-2-corporate-scorecard.html"] == [("Excel", "appendix-2-corporate-scorecard.xlsx")]
    assert found["receipts.html"] == []

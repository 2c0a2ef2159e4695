"""Larkhythe's covering report: the form of a real one, answered, in every format; its counts and claims."""

import io
import re

import docx as word
import lxml.html
import pypdfium2
import pytest

from goldenthread.documents import content as c
from goldenthread.documents.renderers import docx, html, pdf
from goldenthread.documents.renderers.html import Style
from goldenthread.reports import despatch
from goldenthread.reports.assemble import covering
from tests.acceptance import cabinet_form, larkhythe
from tests.rooms.reports import reading as read

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
MONTHS_AFTER = "figures of October 2023 were held"


def words_of(body):
    """The words of a Word file in order; a chart stands with the title that it is read out by."""
    for part in body.iter(f"{W}t", f"{DRAWN}docPr"):
        yield (part.text if part.tag == f"{W}t" else part.get("title")) or ""


@pytest.mark.xdist_group("larkhythe-pack")
class CoveringReport(larkhythe.Frozen):
    """The paper, its fields and its charts, made once."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.paper = cls.papers[covering.NAME]
        blocks = list(read.blocks(cls.paper))
        cls.fields = {
            row.label: [c.words(line) for line in row.lines]
            for block in blocks
            if isinstance(block, c.Facts)
            for row in block.rows
        }
        cls.figures = {block.id: block for block in blocks if isinstance(block, c.Figure)}

    def assert_has_the_form(self, printed):
        """Every heading, field and question of the form, one after the other."""
        said, at = cabinet_form.plain(printed), 0
        for label in cabinet_form.labels():
            found = re.compile(rf"(?<!\w){re.escape(label)}(?!\w)").search(said, at)
            assert found, f"“{label}” does not follow {said[max(0, at - 60) : at]!r}"
            at = found.end()

    def test_the_form_is_read_from_the_brief_in_full(self):
        labels = cabinet_form.labels()
        assert len(labels) == 67
        assert labels[:2] == ["report for", "date of meeting"]
        assert [label for label in labels if label.startswith("section ")] == [
            "section 1 - summary and recommendations",
            "section 2 - report",
            "section 3 - statutory officer clearance",
            "section 4 - contact details and background papers",
        ]

    def test_the_page_has_the_whole_form_in_order(self):
        page = lxml.html.document_fromstring(html.page(self.paper, style=Style()))
        (main,) = page.iter("main")
        self.assert_has_the_form(" ".join(main.itertext()))

    def test_the_pdf_has_the_whole_form_in_order_on_five_or_six_pages(self):
        made = pypdfium2.PdfDocument(pdf.render(self.paper, style=Style()))
        self.assert_has_the_form(" ".join(page.get_textpage().get_text_range() for page in made))
        assert len(made) in (5, 6)

    def test_the_word_file_has_the_whole_form_in_order(self):
        made = word.Document(io.BytesIO(docx.render(self.paper, style=Style())))
        self.assert_has_the_form(" ".join(words_of(made.element.body)))

    def test_the_front_table(self):
        assert self.paper.title == "Strategic Performance Report Q2 2023-24"
        assert self.fields["Date of Meeting:"] == ["24 January 2024"]
        assert self.fields["Portfolio Holder:"] == [
            "Cllr M. Osierley, Portfolio Holder for Performance and Customer Services"
        ]

    def test_the_clearances_stand_as_they_were_given(self):
        (clearances,) = [b for b in read.blocks(self.paper) if getattr(b, "id", "") == "clearances"]
        lines = [(row.label, *map(c.words, row.lines[1:])) for row in clearances.rows[:5]]
        assert lines == [
            ("Statutory Officer:", "Signed by the Chief Financial Officer", "Date: 19 December 2023"),
            ("Statutory Officer:", "Signed on behalf of the Monitoring Officer", "Date: 6 December 2023"),
            ("Chief Officer:", "Signed by the Corporate Director", "Date: 19 December 2023"),
            ("Head of Procurement:", "Signed by the Head of Procurement", "Date: 13 December 2023"),
            (
                "Head of Internal Audit:",
                "Signed on behalf of the Head of Internal Audit",
                "Date: 18 December 2023",
            ),
        ]
        assert self.fields["Has the Portfolio Holder(s) been consulted?"] == ["Yes ☒"]

    def drawn(self, figure):
        return {
            drawing.title: tuple(slice.count for slice in drawing.chart.slices)
            for drawing in self.figures[figure].drawings
        }

    def test_the_eight_charts(self):
        assert self.drawn("charts-actions-figure") == {
            "All Flagship Actions (FA): 27": (4, 14, 6, 3),
            "FA – Residents First: 9": (3, 3, 2, 1),
            "FA – Clean & Safe: 10": (1, 6, 2, 1),
            "FA – Supporting those in Need: 8": (0, 5, 2, 1),
        }
        assert self.drawn("charts-indicators-figure") == {
            "All performance indicators (PI): 66": (30, 14, 13, 9),
            "PI – Residents First: 24": (9, 7, 6, 2),
            "PI – Clean & Safe: 17": (9, 3, 2, 3),
            "PI – Supporting those in Need: 25": (12, 4, 5, 4),
        }

    def test_each_chart_says_in_words_what_it_shows(self):
        finding = self.figures["charts-indicators-figure"].drawings[0].alt
        assert finding.endswith("66 indicators. 30 green, 14 amber, 13 red, 9 not rated.")

    def test_the_sentences_beside_the_charts(self):
        said = read.paragraphs(self.paper)
        assert "27 lines are shown because 3 of the 24 adopted actions are reported in parts." in said
        assert "57 of 66 rated; 6 of these on an earlier period; 9 not rated (reasons in Appendix 2)." in said
        assert "18 of 27 lines (66.7%) were complete or green; by adopted action, 15 of 24 (62.5%)." in said

    def test_the_time_since_is_told_apart_and_labelled(self):
        (since,) = [text for text in read.paragraphs(self.paper) if text.startswith("As now known")]
        assert since == (
            "As now known on 30 November 2023, the performance indicators of Q2 stand at 32 green, 15 amber, "
            "12 red, 7 not rated (Appendix 1). The charts show them as frozen on 10 November 2023."
        )

    def test_each_mitigation_is_claimed_with_what_is_held(self):
        (row,) = read.tables(self.paper)["risks"].rows()
        mitigations, rating = map(c.words, row.cells)
        assert rating == "Green"
        assert "All 66 corporate indicators stand on a directorate and a service scorecard." in mitigations
        assert (
            "13 of 66 performance indicators and 3 of 27 lines of Flagship Actions were red." in mitigations
        )
        assert "All of them belong to 14 key challenges; each names a lead and dated actions" in mitigations
        assert "41 days after it ended, 59 of 62 corporate figures then due were held" in mitigations
        assert MONTHS_AFTER in mitigations

    def test_what_was_hidden_is_counted(self):
        said = (
            "In these papers 2 indicators have hidden figures and 1 text is withheld, besides 40 of 272 "
            "figures by ward or group in Appendix 3."
        )
        assert any(text.startswith(said) for text in read.paragraphs(self.paper))

    def test_before_despatch_only_the_withheld_comment_is_left_to_look_at(self):
        (finding,) = despatch.findings(self.material)
        assert (finding.code, finding.words[:5]) == (despatch.WITHHELD, "CSC07")

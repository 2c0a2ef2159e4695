"""Larkhythe's papers, alike in every format: each figure, the counts of the charts, order and first page."""

import io
from collections import Counter

import lxml.html
import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from goldenthread.documents import content as c
from goldenthread.documents.renderers import docx, html, pdf, xlsx
from goldenthread.documents.renderers.html_style import Style
from tests import office_files
from tests.acceptance import larkhythe
from tests.documents import numbers
from tests.documents.docx.opened import NS, Opened
from tests.documents.pdf import papers, tags

COVERING = "covering-report"
APPENDIX_1 = "appendix-1-strategic-performance-report"
MEMBERS = "members-summary"
APPENDIX_3 = "appendix-3-equality-and-breakdowns"
NAMES = (COVERING, APPENDIX_1, "appendix-2-corporate-scorecard", APPENDIX_3, MEMBERS)
RENDERED_BY = {"html": html.page, "pdf": pdf.render, "docx": docx.render, "xlsx": xlsx.render}

ACTIONS = {"complete": 4, "green": 14, "amber": 6, "red": 3}
INDICATORS = {"green": 30, "amber": 14, "red": 13, "not rated": 9}
SAID = ("30 of 57", "18 of 27", "15 of 24")
DATES = "Position at 30 September 2023. Figures as known on 10 November 2023."
NOTICE = "Larkhythe is a fictional borough. Every figure is invented."


def squeezed(text):
    """Words without the breaks that a format puts between them."""
    return "".join(text.replace("\u200b", "").replace("\u2060", "").split())


def rounded(value):
    """A figure to the fifteen digits that Excel holds."""
    return float(format(value, ".15g"))


def headings(blocks, level=2):
    """The headings of a paper with their levels, in reading order."""
    for block, at in c.walk(blocks, level):
        if isinstance(block, c.Section | c.Panel):
            yield at, block.title
        elif isinstance(block, c.Pillars):
            yield from ((at, pillar.title) for pillar in block.columns)


@pytest.mark.xdist_group("larkhythe-pack")
class EveryFormat(larkhythe.Frozen):
    """Each paper is rendered once in each of its formats."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.files = {
            name: {
                kind: RENDERED_BY[kind](cls.papers[name], style=Style()) for kind in cls.papers[name].formats
            }
            for name in NAMES
        }
        cls.pages = {name: lxml.html.document_fromstring(cls.files[name]["html"]) for name in NAMES}
        cls.words = {name: Opened(cls.files[name]["docx"]) for name in NAMES}
        cls.read_out = {name: tags.reading_order(cls.files[name]["pdf"]) for name in NAMES}
        cls.books = {
            name: CalamineWorkbook.from_filelike(io.BytesIO(made["xlsx"]))
            for name, made in cls.files.items()
            if "xlsx" in made
        }

    def bound(self, name):
        return [(number.path, number.shown) for number in numbers.numbers(self.papers[name])]

    def texts(self, name):
        """All that a page, a PDF and a Word file say, as they are read."""
        yield squeezed(self.pages[name].text_content())
        yield squeezed("".join(text for _, text in self.read_out[name]))
        yield squeezed(self.words[name].text())

    def rows(self, name):
        book = self.books[name]
        return [row for sheet in book.sheet_names for row in book.get_sheet_by_name(sheet).to_python()]

    def test_the_page_and_the_word_file_bind_every_number_in_the_order_of_the_paper(self):
        for name in NAMES:
            wanted = self.bound(name)
            assert len(wanted) >= 40, name
            marked = self.pages[name].iter("span")
            shown = [
                (span.get("data-figure"), span.text_content())
                for span in marked
                if "data-figure" in span.attrib
            ]
            assert shown == wanted, name
            assert docx.figures(self.files[name]["docx"]) == wanted, name

    def test_the_pdf_prints_every_number_and_reads_them_out_in_the_order_of_the_paper(self):
        for name in NAMES:
            said, at = squeezed("".join(text for _, text in self.read_out[name])), 0
            printed = squeezed("".join(words for _, words in office_files.pdf(self.files[name]["pdf"])))
            for path, shown in self.bound(name):
                found = said.find(squeezed(shown), at)
                assert found >= 0, (
                    f"{name}: {path} ({shown}) is not read out after {said[max(0, at - 60) : at]!r}"
                )
                assert squeezed(shown) in printed, f"{name}: {path}"
                at = found + len(squeezed(shown))

    def test_the_workbook_holds_every_number_of_the_tables_in_full(self):
        for name in self.books:
            # Appendix 3 prints "73 of 77" in one cell, which stays words; the open data has both counts.
            exact = [
                number.value
                for number in numbers.in_tables(self.papers[name])
                if number.value is not None
                and (name != APPENDIX_3 or not number.path.endswith(("/numerator", "/denominator")))
            ]
            held = [cell for row in self.rows(name) for cell in row if isinstance(cell, int | float)]
            assert len(exact) >= 40, name
            assert not Counter(map(rounded, exact)) - Counter(map(rounded, held)), name

    def test_sentences_count_the_same_in_every_paper_and_format(self):
        for name in (COVERING, APPENDIX_1, MEMBERS):
            for text in self.texts(name):
                assert all(squeezed(said) in text for said in SAID), name

    def test_the_counts_of_all_stand_alike_wherever_they_are_bound(self):
        wanted = {("actions", word): n for word, n in ACTIONS.items()}
        wanted |= {("indicators", word): n for word, n in INDICATORS.items()}
        for name in (COVERING, APPENDIX_1, MEMBERS):
            found = dict(docx.figures(self.files[name]["docx"]))
            for (kind, word), n in wanted.items():
                assert found[f"2023-24-Q2/{kind}/all/{word.replace(' ', '-')}"] == str(n), (name, kind, word)

    def test_each_chart_says_its_counts_to_who_cannot_see_it(self):
        pictures = self.pages[COVERING].xpath("//figure//svg/@aria-label")
        drawn = [
            found["/Alt"] for _, tag, found in tags.elements(self.files[COVERING]["pdf"]) if tag == "Figure"
        ]
        placed = self.words[COVERING].find(".//wp:docPr")
        native = [each.get("descr") for each in placed]
        figures = [block for block, _ in c.walk(self.papers[COVERING].blocks) if isinstance(block, c.Figure)]
        alike = [drawing.alt for figure in figures for drawing in figure.drawings]
        assert len(alike) == 8
        assert alike[0] == "All Flagship Actions (FA): 27 lines. 4 complete, 14 green, 6 amber, 3 red."
        assert alike[4].endswith(": 66 indicators. 30 green, 14 amber, 13 red, 9 not rated.")
        assert list(pictures) == drawn == native == alike

    def test_the_native_charts_of_word_hold_the_counts_and_so_do_their_workbooks(self):
        word = self.words[COVERING]
        held, beneath = [], []
        for number in range(1, 9):
            chart = word.xml(f"word/charts/gt-chart{number}.xml")
            kinds = [
                [v.text for v in chart.findall(f".//c:ser/c:{kind}//c:v", NS)] for kind in ("cat", "val")
            ]
            held.append(dict(zip(map(str.lower, kinds[0]), map(int, kinds[1]), strict=True)))
            book = CalamineWorkbook.from_filelike(
                io.BytesIO(word.parts[f"word/embeddings/gt-counts{number}.xlsx"])
            )
            _, *rows = book.get_sheet_by_index(0).to_python()
            beneath.append({rating.lower(): int(count) for rating, count in rows})
        assert (held[0], held[4]) == (ACTIONS, INDICATORS)
        assert held == beneath
        assert [sum(counts.values()) for counts in held] == [27, 9, 10, 8, 66, 24, 17, 25]

    def test_the_workbooks_count_the_same(self):
        for name in (APPENDIX_1, MEMBERS):
            whole = [[cell for cell in row if isinstance(cell, int | float)] for row in self.rows(name)]
            for counts in (ACTIONS, INDICATORS):
                wanted = [*counts.values(), sum(counts.values())]
                assert any([n for n in row if n] == wanted for row in whole), (name, wanted)

    def test_the_pdf_reads_its_headings_out_in_the_order_and_at_the_level_of_the_paper(self):
        for name in NAMES:
            told = [(tag, text) for tag, text in self.read_out[name] if tag[0] == "H" and tag[1:].isdigit()]
            wanted = [("H1", self.papers[name].title)]
            wanted += [(f"H{level}", title) for level, title in headings(self.papers[name].blocks)]
            assert [(tag, squeezed(text)) for tag, text in told] == [
                (t, squeezed(text)) for t, text in wanted
            ], name

    def test_the_pdf_reads_each_label_before_its_answer_and_each_title_before_its_chart(self):
        told, at = [(tag, text) for tag, text in self.read_out[COVERING] if text], 0
        for block, _ in c.walk(self.papers[COVERING].blocks):
            for row in block.rows if isinstance(block, c.Facts) else ():
                at = told.index(("TH", row.label), at) + 1
                answers = [text for _, text in told[at : at + len(row.lines)]]
                assert answers == [c.words(line) for line in row.lines]
        at = told.index(("Span", "All Flagship Actions (FA): 27"))
        assert told[at + 1][0] == "Figure"
        assert told[at + 2][1].startswith("27 lines are shown because")

    def test_the_first_page_has_both_dates_and_the_notice_in_every_format(self):
        for name in NAMES:
            with pypdfium2.PdfDocument(self.files[name]["pdf"]) as opened:
                first = squeezed(opened[0].get_textpage().get_text_range())
            openings = [first, squeezed("".join(text for _, text in list(self.words[name].paragraphs())[:6]))]
            (bar,) = self.pages[name].find_class("gt-time")
            openings.append(squeezed(bar.text_content()))
            if name in self.books:
                openings.append(squeezed("".join(str(row[0]) for row in self.rows(name)[:8])))
            for opening in openings:
                assert squeezed(DATES) in opening, name
                assert squeezed(NOTICE) in opening, name

    def test_the_eight_charts_share_a_page_with_the_position_they_show(self):
        with pypdfium2.PdfDocument(self.files[COVERING]["pdf"]) as opened:
            printed = [page.get_textpage().get_text_range() for page in opened]
        (page,) = [text for text in printed if "Overall Performance at end of Quarter 2" in text]
        assert "as known on 10 November 2023, when it was frozen" in " ".join(page.split())
        drawn = (
            "All Flagship Actions (FA): 27",
            "FA – Residents First: 9",
            "PI – Supporting those in Need: 25",
        )
        assert all(title in page for title in drawn)

    def test_no_page_of_a_report_is_nearly_empty(self):
        """A third of each page at least, wherever sections, tables and challenges end."""
        for name in (COVERING, APPENDIX_1, APPENDIX_3):
            for number, inked in enumerate(papers.inked_rows(self.files[name]["pdf"]), start=1):
                above_the_foot = inked[: -papers.dots(28)]
                assert any(above_the_foot[len(inked) // 3 :]), (name, number)

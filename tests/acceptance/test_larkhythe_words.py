"""Larkhythe's papers held against what members may expect of them: columns, length, words and pages."""

import re

import pypdfium2
import pytest

from goldenthread.documents import content as c
from goldenthread.documents.renderers import pdf
from goldenthread.documents.renderers.html_style import Style
from tests.acceptance import larkhythe
from tests.rooms.reports import reading as read

# What a report of progress may not say.
FORBIDDEN = re.compile(
    r"\bongoing\b|will continue to monitor|as previously reported|see above|\bexcellent\b|\brobust\b", re.I
)
TWINS = ("charts-actions-figure-table", "charts-indicators-figure-table")
PAGES = {
    "appendix-1-strategic-performance-report": (16, 24),
    "appendix-2-corporate-scorecard": (6, 9),
    "members-summary": (1, 1),
}


@pytest.mark.xdist_group("larkhythe-pack")
class Words(larkhythe.Frozen):
    """What the papers say, and at what length."""

    def cards(self):
        return read.tables(self.card)["lines"]

    def notes(self, rating):
        """The note of each line of a rating."""
        table = self.cards()
        rows = {c.words(row.header): read.row(table, c.words(row.header)) for row in table.rows()}
        return {code: row["Note"] for code, row in rows.items() if row["Status"] == rating}

    def test_every_indicator_stands_once_under_its_priority_and_service(self):
        table = self.cards()
        assert len(list(table.rows())) == 66
        labels = [group.label for group in table.groups]
        assert len(labels) == len(set(labels))
        assert labels[0] == "A council that puts residents first: Customer, Digital and Governance"
        assert [len(group.rows) for group in table.groups if "Housing Needs" in group.label] == [4]

    def test_every_paper_counts_the_same(self):
        """The report's tallies, the members' summary and the twins of the covering report's charts."""
        summary = read.tables(self.papers["members-summary"])["counts"]
        rows = [tuple(map(c.words, row.cells)) for row in summary.rows()]
        tallies = read.tallies(self.report)
        actions = [(*map(str, row.counts), "not used") for row in tallies["tally-actions"].rows]
        indicators = [("not used", *map(str, row.counts)) for row in tallies["tally-indicators"].rows]
        assert [row[:-1] for row in rows] == [*actions, *indicators]
        twins = read.tables(self.papers["covering-report"])
        drawn = [tuple(map(c.words, row.cells)) for name in TWINS for row in twins[name].rows()]
        assert [row[-1] for row in drawn] == [row[-1] for row in rows]

    def test_a_green_has_no_comment(self):
        said = {code: note for code, note in self.notes("Green").items() if note}
        assert said == {
            "EDU01": "Target changed on 11 July 2023; red under the old one.",
            "ASC02": "Cumulative.",
        }

    def test_an_amber_says_at_most_25_words(self):
        ambers = self.notes("Amber")
        assert len(ambers) == 14
        assert all(1 <= len(note.split()) <= 25 for note in ambers.values()), ambers

    def test_a_red_leads_to_its_challenge(self):
        reds = self.notes("Red")
        assert len(reds) == 13
        assert all(re.search(r"See Challenge \d+\.$", note) for note in reds.values()), reds

    def test_what_the_counts_of_money_are(self):
        found = {code: read.row(self.cards(), code)["Q2 result"] for code in ("FIN01", "REV01", "PLN01")}
        assert found == {
            "FIN01": "2.09% (£4.1m of £196.4m)",
            "REV01": "55.92% (£99.4m of £177.8m)",
            "PLN01": "11 of 11 (100.0%)",
        }

    def test_figures_of_other_quarters_stay_under_their_own_heads(self):
        """ENV01 is a quarter in arrears; EDU05 and ENV13 are yearly and not known."""
        assert read.row(self.cards(), "ENV01")["Q1"] == "37.6% (Q4 2022-23)"
        for code in ("EDU05", "ENV13", "CUS09"):
            row = read.row(self.cards(), code)
            assert (row["Q2 2022-23"], row["Q1"]) == ("annual", "annual")

    def test_a_challenge_has_120_to_180_words(self):
        lengths = {}
        for challenge in self.material.challenges.lines:
            parts = [challenge[name] for name in ("position", "why", "back_on_target", "since")]
            for step in challenge["doing"]:
                parts += [step["what"], self.material.posts[step["who"]], step["by"], step["changes"]]
            lengths[challenge["number"]] = len(" ".join(parts).split())
        assert len(lengths) == 14
        assert {n: words for n, words in lengths.items() if not 120 <= words <= 180} == {}

    def test_each_action_of_a_challenge_has_one_post_one_date_and_a_number_to_move(self):
        for challenge in self.material.challenges.lines:
            assert challenge["doing"], challenge["number"]
            for step in challenge["doing"]:
                assert step["who"] in self.material.posts, step
                assert step["by"] > "2023-09-30", step
                assert re.search(r"\d|\bno\b", step["changes"]), step

    def test_progress_is_told_in_60_words_at_most(self):
        for action in self.material.now.sealed.of("action"):
            assert len((action["words"] or "").split()) <= 60, action["ref"]

    def test_nothing_is_said_that_says_nothing(self):
        for paper in self.papers.values():
            for span in read.spans(paper.blocks):
                text = getattr(span, "text", "")
                assert not FORBIDDEN.search(text), (paper.name, text)

    def test_changes_of_a_percentage_are_told_in_percentage_points(self):
        for paper in self.papers.values():
            for span in read.spans(paper.blocks):
                text = getattr(span, "text", "")
                assert not re.search(r"[\d½] points?\b|half a point\b", text), text

    def test_every_question_of_members_has_its_answer(self):
        answers = read.tables(self.report)["questions-table"]
        asked = [c.words(row.header) for row in answers.rows()]
        assert len(asked) == 11
        ids = {block.id for block in read.blocks(self.report) if isinstance(block, c.Section)}
        led = {span.href for span in read.spans(answers) if isinstance(span, c.Link)}
        assert {href.removeprefix("#") for href in led if href.startswith("#")} <= ids

    def test_one_path_means_one_figure_in_all_papers(self):
        found = {}
        for paper in self.papers.values():
            for span in read.spans(paper.blocks):
                if isinstance(span, c.Number) and span.value is not None:
                    found.setdefault(span.path, set()).add(span.value)
        assert {path: values for path, values in found.items() if len(values) > 1} == {}

    def test_each_paper_keeps_to_its_pages(self):
        for name, (fewest, most) in PAGES.items():
            assert fewest <= len(self.pages(name)) <= most, (name, len(self.pages(name)))

    def test_the_quarter_on_one_page_is_on_one_page(self):
        """It begins a page, and the next page begins with what follows it."""
        starts = [text.partition("\n")[0].strip() for text in self.pages(self.report.name)]
        assert starts[1:3] == ["The quarter on one page", "What has changed"]

    def pages(self, name):
        """The text of each page of a paper as PDF."""
        made = pypdfium2.PdfDocument(pdf.render(self.papers[name], style=Style()))
        try:
            return [page.get_textpage().get_text_bounded().lstrip() for page in made]
        finally:
            made.close()

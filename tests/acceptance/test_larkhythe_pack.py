"""Larkhythe's pack: what Cabinet would get, held against the counts and against what must not be printed."""

import csv
import io
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest

from goldenthread.documents import content as c
from goldenthread.publication import actions, checking, rendering, verify
from goldenthread.reports import gather
from goldenthread.reports.assemble import pack
from tests.acceptance import larkhythe
from tests.rooms.reports import reading as read


@pytest.mark.xdist_group("larkhythe-pack")
class Pack(larkhythe.Frozen):
    """The papers as files."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.rendered = rendering.render(cls.material)

    def test_as_frozen_and_as_now_known(self):
        frozen, known = read.tables(self.report)["since-counts"].rows()
        assert [c.words(cell) for cell in frozen.cells] == ["30", "14", "13", "9", "66"]
        assert [c.words(cell) for cell in known.cells] == ["32", "15", "12", "7", "66"]

    def test_complaints_and_their_action_moved_together(self):
        cus01 = read.row(read.tables(self.report)["since-figures"], "CUS01")
        assert (cus01["As frozen"], cus01["As now known"]) == ("91.3%", "88.6% [r]")
        assert cus01["What happened"] == "Green to amber"
        lists = (block for block in read.blocks(self.report) if isinstance(block, c.BulletList))
        assert any("Green to amber, with CUS01." in c.words(item) for each in lists for item in each.items)

    def test_a_lowered_target_prints_both_ratings_and_is_no_improvement(self):
        edu01 = read.row(read.tables(self.report)["goalposts-targets"], "EDU01")
        assert edu01["Rating"] == "Green under the new target, Red under the old one"
        hou12 = read.row(read.tables(self.report)["goalposts-targets"], "HOU12")
        assert hou12["Rating"] == "Red under either target"
        moved = read.row(read.tables(self.report)["moved-indicators"], "EDU01")
        assert "The target was changed on 11 July 2023; red under the old one." in moved["Indicator"]
        (pillars,) = [
            block
            for block in read.blocks(self.report)
            if isinstance(block, c.Pillars) and block.columns[0].title == "Three that improved"
        ]
        assert "EDU01" not in " ".join(
            c.words(item) for pillar in pillars.columns for list_ in pillar.blocks for item in list_.items
        )

    def test_every_red_has_its_challenge(self):
        panels = read.panels(self.report)
        assert [name for name in panels if name.startswith("challenge-")] == [
            f"challenge-{number}" for number in range(1, 15)
        ]
        assert not [text for text in read.paragraphs(self.report) if "no key challenge" in text]

    def test_what_is_asked_and_expected_of_the_end_of_the_year(self):
        """Five owners made a forecast; a target that is the same all year is asked for in March too."""
        card = read.tables(self.card)["lines"]
        rows = {code: read.row(card, code) for code in read.rows(card)}
        made = {code: row["Forecast"] for code, row in rows.items() if row["Forecast"] != "none made"}
        assert made == {
            "FIN01": "1.40% (Red)",
            "HOU08": "171 (Amber)",
            "HOU12": "30.0 (Amber)",
            "HWY04": "68 (Amber)",
            "HOU01": "1,230 (Red)",
            "CSC10": "[c] hidden",
        }
        asked = {code: row["Year-end target"] for code, row in rows.items()}
        assert [asked[code] for code in ("CUS01", "CSC02", "HOU01", "REV01", "CUL01", "FIN01")] == [
            "90.0%", "15.0 to 20.0%", "1,050 or fewer", "97.00%", "590,000", "−0.50 to 0.00%",
        ]  # fmt: skip
        assert {code for code, words in asked.items() if words == "no target"} == {"COM01", "CSC06"}
        assert "not set" not in asked.values()

    def test_a_total_that_rests_on_an_estimate_says_so(self):
        assert read.row(read.tables(self.card)["lines"], "CUL01")["Q2 result"] == "318,400 [e]"

    def test_promises_of_quarter_1_were_followed_up(self):
        rows = read.rows(read.tables(self.report)["promised-words"])
        assert set(rows) == {"CUS01", "CUS05", "ENV03", "HOU12", "CSC01", "S1a"}
        assert all("ept: " in row[1] for row in rows.values())

    def test_the_portfolio_changed_hands(self):
        q1 = gather.material("2023-24-Q1")
        headings = {
            code: read.headings(paper)
            for code, material in (("q1", q1), ("q2", self.material))
            for paper in pack.assemble(material)
            if paper.name == "scorecards-portfolios"
        }
        assert "Housing (Cllr E. Mallardine)" in headings["q1"]
        assert "Housing (Cllr P. Lanternby)" in headings["q2"]

    def test_what_would_name_people_stands_in_no_file(self):
        """CSC10: 142 of 145. ASC02 to June: 4. The comment on CSC07 counts two siblings."""
        for path, content in self.rendered.files.items():
            if not path.endswith((".html", ".csv")):
                continue
            # Where a chart's lines stand is no figure: 97.93 may be how far from the left its scale begins.
            text = re.sub(r'\s(?:d|x|y|x1|x2|y1|y2|cx|cy|points|transform)="[^"]*"', "", content.decode())
            assert "two siblings" not in text, path
            assert not re.search(r"97\.93|142 of 145|\b2\.42\d*\b", text), path

    def test_hidden_lines_have_no_number_in_the_data(self):
        table = list(csv.DictReader(io.StringIO(self.rendered.files["open-data/indicators.csv"].decode())))
        csc10 = next(row for row in table if row["indicator"] == "CSC10")
        assert (csc10["value"], csc10["numerator"], csc10["denominator"]) == ("", "", "")
        assert (csc10["why_no_value"], csc10["rating"]) == ("hidden", "green")
        asc02 = next(row for row in table if row["indicator"] == "ASC02")
        assert (asc02["numerator"], asc02["previous_value"], asc02["trend_on_previous"]) == ("7", "", "")

    def test_every_output_says_that_it_is_invented(self):
        for path, content in self.rendered.files.items():
            if path.endswith((".html", ".json")):
                assert "Larkhythe is a fictional borough. Every figure is invented." in content.decode(), path

    def test_the_same_position_gives_the_same_bytes(self):
        again = rendering.render(gather.material("2023-24-Q2"))
        assert again.files == self.rendered.files

    def test_written_verified_and_rendered_again(self):
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "2023-24-Q2"
            written = actions.write_pack(period="2023-24-Q2", to=place, at=larkhythe.NOW)
            assert written.failures == ()
            assert verify.faults(place) == []
            assert verify.against_database(place) == []
            assert checking.differences(place) == []
            (place / "index.html").write_text("touched")
            assert checking.differences(place) == ["index.html would be written otherwise"]

    def test_before_the_day_for_updates_a_pack_tells_what_is_known_by_then(self):
        early = datetime(2023, 11, 20, 9, tzinfo=UTC)
        with tempfile.TemporaryDirectory() as folder:
            place = Path(folder) / "2023-24-Q2"
            actions.write_pack(period="2023-24-Q2", to=place, at=early)
            assert verify.read_manifest(place).about.changes_known_at == early.isoformat()
            assert checking.differences(place) == []

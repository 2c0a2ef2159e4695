"""What each of Larkhythe's indicators says at the freeze: its message, why, and which are exceptions."""

from collections import Counter
from datetime import UTC, datetime

import polars as pl
import pytest
from django.test import TestCase

from goldenthread.council_folder import cycle, load
from goldenthread.council_folder import reading as folders
from goldenthread.documents import content as c
from goldenthread.documents.charts import plots
from goldenthread.methods.message import SENTENCES
from goldenthread.positions import queries as positions
from goldenthread.scorecards import messages, views
from goldenthread.sessions.said import charts, look
from tests.acceptance import larkhythe
from tests.rooms.reports import reading as read

LATER = datetime(2023, 11, 30, 12, tzinfo=UTC)
BY = "Head of Performance"


@pytest.mark.xdist_group("larkhythe-messages")
class Messages(TestCase):
    """Both quarters frozen; a message is made when it is asked for, and never stored."""

    @classmethod
    def setUpTestData(cls):
        load.load(folder=larkhythe.FOLDER, by=BY, at=larkhythe.NOW)
        for _ in cycle.bring_in(load.returns(folders.read(larkhythe.FOLDER)), at=larkhythe.NOW):
            pass
        for _ in cycle.freeze_due(by=BY, at=larkhythe.NOW):
            pass
        cls.found, cls.reading = messages.read(views.as_frozen("2023-24-Q2"))

    def said(self, code):
        return self.found.row(by_predicate=pl.col("indicator") == code, named=True)

    def test_how_many_say_what(self):
        assert Counter(self.found["message"]) == {
            "improving": 28,
            "deteriorating": 9,
            "no_figure": 7,
            "no_target": 6,
            "no_better_way": 4,
            "too_few": 4,
            "overlapping": 3,
            "missed_by_chance": 2,
            "will_keep_missing": 2,
            "met_by_chance": 1,
        }

    def test_reviews_of_plans_keep_missing(self):
        """Never more than 73.4% in a quarter, and 75 asked for: red in June and in September."""
        said = self.said("EDU02")
        assert said["message"] == "will_keep_missing"
        assert said["upper"] < said["target"] == 75
        assert said["why_exception"] == (
            "will keep missing unless something changes; red two periods running"
        )

    def test_families_in_bed_and_breakfast_get_worse_and_are_red_again(self):
        said = self.said("HOU03")
        assert (said["message"], said["variation_icon"]) == ("deteriorating", "concern_high")
        assert said["why_exception"] == "deteriorating; red two periods running"

    def test_what_was_amber_in_june_is_not_red_again(self):
        """HOU01 was 1,102 with an amber limit of 1,103; CSC11 22.7 with one of 23."""
        for code in ("HOU01", "CSC11"):
            assert self.said(code)["why_exception"] == "deteriorating"

    def test_reviews_of_clients_are_red_again_although_rolling_years_have_no_chart(self):
        said = self.said("ASC08")
        assert (said["message"], said["chart"]) == ("overlapping", "none")
        assert said["why_message"].startswith("only figures that overlap are recorded")
        assert said["why_exception"] == "red two periods running"

    def test_eleven_of_eleven_decisions_met_the_target_by_chance(self):
        said = self.said("PLN01")
        assert (said["message"], said["value"], said["is_of_the_figure"]) == ("met_by_chance", 100, True)
        assert said["lower"] < said["target"] < said["upper"]

    def test_assessments_missed_by_chance_and_the_months_are_charted(self):
        """83.1% against 85, and 84.7% in September: 85 lies within what chance allows to a month."""
        said = self.said("CSC01")
        assert said["message"] == "missed_by_chance"
        assert (said["latest_period"], said["period"]) == ("2023-09", "2023-24-Q2")
        assert not said["is_of_the_figure"]

    def test_plans_within_time_are_green_under_a_lower_target_and_get_worse(self):
        said = self.said("EDU01")
        assert (said["rating_group"], said["message"]) == ("met", "deteriorating")

    def test_what_is_awaited_or_not_due_says_that_there_is_no_latest_figure(self):
        """The planning figure came on 15 November: the chart ends in June, and says nothing of September."""
        silent = self.found.filter(pl.col("message") == "no_figure")["indicator"].to_list()
        assert silent == ["CSC14", "CUS09", "EDU05", "ENV13", "HOU07", "HWY03", "PLN02"]

    def test_single_months_do_not_tell_how_often_a_rolling_year_meets_its_target(self):
        said = self.said("HR01")
        assert (said["message"], said["assurance_icon"]) == ("no_target", "inconsistent")
        assert said["why_message"] == (
            "the single months beneath vary by chance alone, which does not tell how often the figure on the "
            "scorecard meets its target"
        )

    def test_the_target_of_a_year_to_date_is_no_target_of_a_month(self):
        assert self.said("HOU08")["why_message"] == (
            "the single quarters vary by chance alone, and the target is for longer than a quarter"
        )

    def test_exceptions_are_those_that_get_worse_keep_missing_or_are_red_again(self):
        assert self.found.filter("is_exception")["indicator"].to_list() == [
            "ASC08", "CSC07", "CSC11", "CUS02", "CUS05", "EDU01", "EDU02", "ENV01", "ENV05", "FIN01", "HOU01",
            "HOU03", "HOU08", "HOU12", "HR04",
        ]  # fmt: skip

    def test_the_first_quarter_has_no_frozen_one_before_it_and_rates_the_one_before_itself(self):
        found, _ = messages.read(views.as_frozen("2023-24-Q1"))
        again = found.filter("red_again")
        assert "ENV05" not in again["indicator"].to_list()
        assert again["previous_group"].unique().to_list() == ["missed"]

    def test_what_came_after_the_freeze_changes_the_later_view_alone(self):
        later, _ = messages.read(views.as_now_known("2023-24-Q2", known_at=LATER), only=["PLN02", "CSC01"])
        assert later.filter(indicator="PLN02")["message"].to_list() == ["improving"]
        assert later.filter(indicator="CSC01")["rating_group"].to_list() == ["met"]
        assert later.filter(indicator="CSC01")["message"].to_list() == ["improving"]
        again, _ = messages.read(views.as_frozen("2023-24-Q2"))
        assert again.equals(self.found)

    def test_each_chart_is_drawn_with_the_figures_that_it_shows_as_a_table(self):
        seen = look.on_screen(views.as_frozen("2023-24-Q2"))
        for number, row in enumerate(seen.messages.iter_rows(named=True)):
            drawn = charts.figure(row, seen, f"chart-{number}")
            assert (drawn is None) == (row["chart"] == "none"), row["indicator"]
            if drawn:
                (drawing,) = drawn.drawings
                assert len(list(drawn.twin.rows())) == len(drawing.chart.values), row["indicator"]
                assert drawing.alt == plots.finding(drawing.chart)

    def test_a_chart_that_starts_anew_says_why_and_a_run_chart_on_which_side_each_point_lies(self):
        seen = look.on_screen(views.as_frozen("2023-24-Q2"))
        rows = {row["indicator"]: row for row in seen.messages.iter_rows(named=True)}
        (rebased,) = charts.figure(rows["HR01"], seen, "hr01").drawings
        assert [level.why for level in rebased.chart.levels][1].startswith("Sickness in the pandemic is over")
        sides = [c.words(row.cells[1]) for row in charts.figure(rows["PH03"], seen, "ph03").twin.rows()]
        assert {side.partition(" median")[0] for side in sides} == {
            "above the",
            "below the",
            "nothing (median 95)",
        }

    def test_one_month_is_told_by_itself(self):
        view = views.latest_month("2023-10", known_at=LATER)
        found, _ = messages.read(view, only=["HOU01"])
        assert found["message"].to_list() == ["deteriorating"]
        assert found["latest_period"].to_list() == found["period"].to_list()


@pytest.mark.xdist_group("larkhythe-messages")
class InPublic(larkhythe.Frozen):
    """What the pack says of indicators off target."""

    def test_a_sentence_stands_beneath_those_of_which_one_helps_and_may_leave(self):
        told = {line["indicator"]: line["message"] for line in self.material.messages.lines}
        assert told == {
            **dict.fromkeys(["ASC07", "CSC09", "CUS02", "CUS04", "HOU16", "HR05"], "improving"),
            **dict.fromkeys(["CSC07", "CSC11", "CUS05", "ENV05", "HOU12"], "deteriorating"),
            **dict.fromkeys(["EDU02", "ENV01"], "will_keep_missing"),
        }
        rows = {
            code: cells[0]
            for name, table in read.tables(self.report).items()
            if name.endswith("-off")
            for code, cells in read.rows(table).items()
        }
        assert SENTENCES["will_keep_missing"] in rows["EDU02"]
        said = {code for code, words in rows.items() if any(each in words for each in SENTENCES.values())}
        assert said == set(told)

    def test_scorecards_to_be_handed_out_say_it_in_their_notes_and_appendix_2_keeps_its_columns(self):
        told = {line["indicator"] for line in self.material.messages.lines}
        for name in ("scorecards-directorates", "scorecards-services", "scorecards-portfolios"):
            notes = {
                code: cells[-1]
                for table in read.tables(self.papers[name]).values()
                if table.columns[-1].label == "Note"
                for code, cells in read.rows(table).items()
            }
            assert {code for code, note in notes.items() if "Run of figures: " in note} == told
            assert "Run of figures: deteriorating." in notes["CUS05"]
        assert not any(
            "Run of figures" in word
            for word in map(
                c.words,
                (
                    cell
                    for table in read.tables(self.card).values()
                    for row in table.rows()
                    for cell in row.cells
                ),
            )
        )

    def test_months_of_people_that_the_pack_does_not_print_hold_their_sentence_back(self):
        """Households in temporary accommodation get worse, month by month; the pack prints quarters."""
        asked = {line["indicator"]: line for line in messages.in_public(positions.sealed("2023-24-Q2"))}
        told = {line["indicator"] for line in self.material.messages.lines}
        assert set(asked) - told == {"HOU01", "HOU03"}
        assert len(asked["HOU01"]["charted"]) == 42

    def test_no_sentence_says_the_opposite_of_the_trends_beside_it(self):
        """Repairs lie above their average since 2020, and below last year: nothing is said of them."""
        lines = {line["indicator"]: line for line in self.material.now.sealed.of("indicator")}
        assert (lines["HOU15"]["trend_previous"], lines["HOU15"]["trend_like"]) == ("worsening",) * 2
        opposite = {"improving": "worsening", "deteriorating": "improving"}
        for told in self.material.messages.lines:
            line = lines[told["indicator"]]
            trends = (line["trend_previous"], line["trend_like"])
            assert opposite.get(told["message"]) not in trends, told

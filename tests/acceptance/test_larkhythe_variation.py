"""Larkhythe's indicators on control charts and run charts, as they were known at the freeze and after it."""

from datetime import UTC, date, datetime

import polars as pl
from django.test import TestCase

from goldenthread.assessments.variation import reading, starts
from goldenthread.council_folder import cycle, load
from goldenthread.council_folder import reading as folders
from goldenthread.indicators import queries as indicators
from goldenthread.methods.spc import suited
from tests.acceptance import larkhythe

AT_THE_FREEZE = datetime(2023, 11, 10, 17, tzinfo=UTC)
HALFWAY = date(2023, 9, 30)


def read(known_at=AT_THE_FREEZE, **more):
    return reading.read(
        report_period="2023-24-Q2", position_date=HALFWAY, known_at=known_at, area="LKH", **more
    )


class Charts(TestCase):
    """Loaded once, nothing frozen: a reading is made when it is asked for."""

    @classmethod
    def setUpTestData(cls):
        load.load(folder=larkhythe.FOLDER, by="Head of Performance", at=larkhythe.NOW)
        found = folders.read(larkhythe.FOLDER)
        for _ in cycle.bring_in(load.returns(found), at=larkhythe.NOW):
            pass
        cls.reading = read()

    def said(self, code):
        return self.reading.indicators.row(by_predicate=pl.col("indicator") == code, named=True)

    def values(self, code):
        return dict(self.reading.points.filter(indicator=code).select("period", "value").iter_rows())

    def test_every_indicator_is_told_once_and_says_why_it_has_no_chart(self):
        told = self.reading.indicators
        assert told["indicator"].is_unique().all()
        assert told.height == 66
        without = told.filter(pl.col("chart") == "none")
        assert without["indicator"].to_list() == ["ASC08", "COM01", "CSC13", "EDU05", "FIN02"]
        assert not without["why"].eq("").any()

    def test_no_chart_is_made_of_figures_that_overlap(self):
        kinds = set(self.reading.indicators.filter(pl.col("chart") != "none")["kind"])
        assert kinds == {"month", "quarter", "third", "term", "year", "snapshot"}
        made = self.reading.points["period"]
        assert not made.str.contains("ytd|^r12").any()

    def test_council_tax_is_charted_by_the_month_beneath_its_year_to_date(self):
        """Of £177,836,200 £99,446,003 was in by September and £83,671,932 by August: 8.87% in the month."""
        said = self.said("REV01")
        assert said["beneath"] == "the single months beneath, each figure to date less the one before"
        assert round(self.values("REV01")["2023-09"], 2) == 8.87
        assert said["why_no_target"] == "longer_period"

    def test_rolling_sickness_is_charted_by_its_single_months_and_held_against_its_target(self):
        said = self.said("HR01")
        assert (said["beneath"], said["chart"], said["target"]) == ("the single months beneath", "xmr", 8.5)
        assert said["assurance_icon"] == "inconsistent"

    def test_limits_start_anew_in_july_2021_and_who_approved_it_is_said(self):
        said = self.said("CUL01")
        assert (said["values"], said["first_period"]) == (27, "2021-07")
        rebased = self.reading.starts.filter(pl.col("what") == "rebase")
        assert rebased["indicator"].to_list() == ["CUL01", "CUS07", "HR01", "PH01", "REG01", "REV01", "REV02"]
        assert set(rebased["approver"]) == {"Corporate leadership team"}
        assert set(rebased["period"]) == {"2021-07", "2021-22-Q2"}

    def test_a_new_way_of_measuring_starts_limits_anew_too(self):
        row = self.reading.starts.row(by_predicate=pl.col("what") == "break", named=True)
        assert (row["indicator"], row["period"]) == ("ENV08", "2022-23-T1")
        assert self.said("ENV08")["values"] == 4

    def test_quarterly_series_with_too_few_values_have_run_charts(self):
        runs = self.reading.indicators.filter(pl.col("chart") == "run")
        assert not set(runs["frequency"]) & set(suited.OFTEN)
        assert self.said("PH03")["runs"] == "non-random"
        assert self.said("REG01")["remark"].startswith("cannot be assessed: 8 values off the median")

    def test_a_figure_that_was_not_in_is_no_last_point(self):
        """September's repairs came on 20 November, after the freeze."""
        assert self.said("HOU15")["latest_period"] == "2023-08"
        later = read(datetime(2023, 11, 30, 12, tzinfo=UTC), only=["HOU15"]).indicators
        assert later["latest_period"].to_list() == ["2023-09"]

    def test_a_rebase_counts_from_its_day_on_and_once_it_is_known(self):
        defined = indicators.definitions(on=HALFWAY, known_at=AT_THE_FREEZE)

        def decided(on, known_at):
            return set(starts.decided(defined, on=on, known_at=known_at)["what"])

        assert decided(HALFWAY, AT_THE_FREEZE) == {"rebase", "break"}
        assert decided(date(2021, 6, 30), AT_THE_FREEZE) == {"break"}
        assert decided(HALFWAY, datetime(2021, 10, 1, tzinfo=UTC)) == {"break"}

    def test_the_points_are_those_of_the_indicators_with_a_chart(self):
        charted = self.reading.indicators.filter(pl.col("chart") != "none")["indicator"].to_list()
        assert self.reading.points["indicator"].unique(maintain_order=True).to_list() == charted
        counted = self.reading.points.group_by("indicator").agg(pl.col("value").count())
        of = dict(counted.iter_rows())
        assert all(of[code] >= self.said(code)["values"] for code in charted)

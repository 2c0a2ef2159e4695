"""Larkhythe from its spreadsheets to a frozen quarter: the example council's counts, as tabled."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from django.test import TestCase

from goldenthread.audit import verify as audit_verify
from goldenthread.council_folder import cycle, load, reading
from goldenthread.disclosure import gate
from goldenthread.observations import ledger
from goldenthread.observations import verify as ledger_verify
from goldenthread.positions import queries as positions
from goldenthread.positions import since
from goldenthread.positions import verify as position_verify
from goldenthread.scorecards import coverage, queries, views

FOLDER = Path(__file__).parents[2] / "examples" / "larkhythe"
NOW = datetime(2024, 2, 5, 9, tzinfo=UTC)
END_OF_NOVEMBER = datetime(2023, 11, 30, 23, 59, 59, tzinfo=UTC)
BANDS = ("green", "amber", "red", None)


def counts(lines: Iterable[Mapping[str, Any]]) -> tuple[int, ...]:
    """Green, amber, red, not rated."""
    found = Counter(line["rating"] for line in lines)
    return tuple(found[band] for band in BANDS)


def statuses(lines: Iterable[Mapping[str, Any]]) -> tuple[int, ...]:
    """Complete, green, amber, red; of the lines that are reported."""
    found = Counter(line["status"] for line in lines if not line["is_parent"])
    return tuple(found[status] for status in ("complete", "green", "amber", "red"))


@pytest.mark.xdist_group("larkhythe")
class Larkhythe(TestCase):
    """Loaded once: the folder, its returns, and both quarters frozen as the calendar says."""

    @classmethod
    def setUpTestData(cls):
        load.load(folder=FOLDER, by="Head of Performance", at=NOW)
        returns = load.returns(reading.read(FOLDER))
        cls.brought = list(cycle.bring_in(returns, at=NOW))
        cls.frozen = list(cycle.freeze_due(by="Head of Performance", at=NOW))
        cls.sealed = positions.sealed("2023-24-Q2")
        cls.q1 = positions.sealed("2023-24-Q1")

    def line(self, indicator, sealed=None):
        lines = (sealed or self.sealed).of("indicator")
        (found,) = [line for line in lines if line["indicator"] == indicator]
        return found

    def action(self, ref, sealed=None):
        (found,) = [line for line in (sealed or self.sealed).of("action") if line["ref"] == ref]
        return found

    def test_as_frozen_30_green_14_amber_13_red_9_not_rated(self):
        assert counts(self.sealed.of("indicator")) == (30, 14, 13, 9)

    def test_by_priority_as_tabled(self):
        lines = self.sealed.of("indicator")
        by_priority = {
            code: counts(line for line in lines if line["priority"] == code) for code in ("RF", "CS", "SN")
        }
        assert by_priority == {"RF": (9, 7, 6, 2), "CS": (9, 3, 2, 3), "SN": (12, 4, 5, 4)}

    def test_by_directorate_as_tabled(self):
        lines = self.sealed.of("indicator")
        codes = ("RES", "PLA", "HOU", "CHI", "ADU")
        found = [counts(line for line in lines if line["directorate"] == code) for code in codes]
        assert found == [(7, 5, 4, 1), (10, 3, 2, 4), (2, 2, 4, 1), (6, 3, 2, 3), (5, 1, 1, 0)]

    def test_reasons_for_not_rated_4_not_due_3_awaited_2_no_target(self):
        reasons = Counter(line["reason"] for line in self.sealed.of("indicator") if not line["rating"])
        assert reasons == {"not_due": 4, "awaited": 3, "no_target": 2}

    def test_six_are_rated_on_an_earlier_period(self):
        earlier = [line["indicator"] for line in self.sealed.of("indicator") if line["in_arrears"]]
        assert earlier == ["CSC13", "ENV01", "ENV02", "HWY04", "PH01", "PH03"]

    def test_actions_4_14_6_3_of_27_lines(self):
        assert statuses(self.sealed.of("action")) == (4, 14, 6, 3)
        assert sum(not line["is_parent"] for line in self.sealed.of("action")) == 27

    def test_quarter_1_had_20_green_and_7_amber_actions(self):
        assert statuses(self.q1.of("action")) == (0, 20, 7, 0)

    def test_an_action_completed_on_12_october_prints_as_it_stood(self):
        assert self.action("C8")["status"] == "green"

    def test_quarter_1_keeps_the_name_of_the_portfolio_holder_it_had(self):
        def holder(sealed):
            return next(line["holder"] for line in sealed.of("portfolio") if line["code"] == "housing")

        assert (holder(self.q1), holder(self.sealed)) == ("Cllr E. Mallardine", "Cllr P. Lanternby")

    def test_figures_are_exact(self):
        cus01, hou15 = self.line("CUS01"), self.line("HOU15")
        assert (cus01["numerator_exact"], cus01["denominator_exact"]) == ("512", "561")
        assert (hou15["numerator_exact"], hou15["denominator_exact"]) == ("2134", "2400")
        assert (hou15["coverage"], hou15["status"]) == ("2 of 3 months", "provisional")

    def test_a_figure_that_the_quarter_before_showed_too_has_not_moved(self):
        """Litter is surveyed three times a year: quarters 4 and 1 both show the winter's survey."""
        env08 = self.line("ENV08", self.q1)
        assert env08["period"] == env08["previous_period"] == "2022-23-T3"
        assert (env08["trend_previous"], env08["why_previous"]) == (None, "no_newer")

    def test_a_measure_that_was_not_due_has_no_figure_of_that_quarter(self):
        edu05 = self.line("EDU05")
        assert (edu05["reason"], edu05["previous_value"]) == ("awaited", None)
        assert self.line("EDU05", self.q1)["reason"] == "not_due"

    def test_a_restatement_before_the_freeze_leaves_its_trace_in_the_ledger_alone(self):
        hr01 = self.line("HR01")
        assert (round(hr01["value"], 1), hr01["status"]) == (8.9, "actual")
        kept = ledger.history(indicator="HR01", area="LKH", period="2023-09")
        assert kept["status"].to_list() == ["actual", "revised"]

    def test_a_changed_target_prints_both_ratings(self):
        changes = {line["indicator"]: line for line in self.sealed.of("target_change")}
        edu01, hou12 = changes["EDU01"], changes["HOU12"]
        assert (edu01["rating_new"], edu01["rating_old"], edu01["direction"]) == ("green", "red", "easier")
        assert (edu01["old"]["target"], edu01["new"]["target"]) == (70, 60)
        assert (hou12["rating_new"], hou12["rating_old"]) == ("red", "red")

    def test_as_now_known_on_30_november_32_15_12_7(self):
        lines, actions = since.as_now_known(self.sealed, known_at=END_OF_NOVEMBER)
        assert counts(lines) == (32, 15, 12, 7)
        r1 = next(line for line in actions if line["ref"] == "R1")
        assert r1["status"] == "amber"

    def test_what_changed_since_the_freeze(self):
        found = {
            change.indicator: change.kind for change in since.changed(self.sealed, known_at=END_OF_NOVEMBER)
        }
        assert found == {
            "CSC01": "improved",
            "ENV05": "improved",
            "CUS01": "worsened",
            "EDU05": "newly_reported",
            "PLN02": "newly_reported",
            "ENV01": "restated",
            "HOU01": "restated",
            "HOU15": "restated",
        }

    def test_the_latest_month_holds_monthly_measures_alone(self):
        november = views.latest_month("2023-11", known_at=NOW)
        by_code = {line["indicator"]: line["value"] for line in november.lines}
        assert round(by_code["CSC01"], 1) == 86.8
        assert by_code["HOU01"] == 1196
        assert "PLN01" not in by_code

    def test_the_gate_hides_what_would_name_people(self):
        cleared = gate.for_publication(self.sealed)
        lines = {line["indicator"]: line for line in cleared.sealed.of("indicator")}
        assert lines["CSC10"]["hidden"]
        assert lines["CSC10"]["rating"] == "green"
        assert not lines["ASC02"]["hidden"]
        assert lines["ASC02"]["previous_hidden"]
        assert not lines["HOU16"]["hidden"]
        assert not lines["CSC05"]["hidden"]
        withheld = [line["indicator"] for line in cleared.sealed.of("commentary") if line.get("withheld")]
        assert withheld == ["CSC07"]

    def test_every_corporate_indicator_stands_on_a_directorate_and_a_service_scorecard(self):
        layouts = queries.layouts(on=self.sealed.position_date, known_at=self.sealed.known_at)
        proof = coverage.guard(layouts)
        assert proof.is_complete, proof.in_words()
        assert len(proof.stands_on) == 66

    def test_every_row_of_every_return_is_accounted_for(self):
        assert not [each.file for each in self.brought if each.refused]
        codes = Counter(finding.code.value for each in self.brought for finding in each.findings)
        assert codes["hidden_sheet"] == 1
        assert codes["numerator_above_denominator"] == 1

    def test_loading_and_importing_again_changes_nothing(self):
        again = load.load(folder=FOLDER, by="Head of Performance", at=NOW)
        assert again.added == 0
        returns = load.returns(reading.read(FOLDER))
        assert all(each.read_before for each in cycle.bring_in(returns, at=NOW))
        assert list(cycle.freeze_due(by="Head of Performance", at=NOW)) == []

    def test_everything_verifies(self):
        assert list(audit_verify.faults()) == []
        assert list(ledger_verify.faults()) == []
        assert position_verify.faults() == []

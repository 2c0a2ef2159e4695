import re

from django.urls import reverse

from goldenthread.positions import queries as positions
from goldenthread.scorecards import queries as scorecards
from tests.doors.web import parsed
from tests.doors.web.council import QUARTER, Frozen, scorecard

BOROUGH = {
    "All indicators": {"Red": "13", "Amber": "14", "Green": "30", "Not rated": "9"},
    "A council that puts residents first": {"Red": "6", "Amber": "7", "Green": "9", "Not rated": "2"},
}


class Scorecards(Frozen):
    def test_the_tally_counts_what_the_borough_counts(self):
        found = parsed.tally(parsed.page(self.get(scorecard())))

        assert found["All indicators"] == BOROUGH["All indicators"]
        parts = [counts for label, counts in found.items() if label != "All indicators"]
        for word, count in BOROUGH["All indicators"].items():
            assert sum(int(part[word]) for part in parts) == int(count)

    def test_a_row_has_the_figure_target_rating_and_trends_of_its_indicator(self):
        found = parsed.cells(parsed.rows(parsed.page(self.get(scorecard())))["i-cus01"])

        assert found["Value"] == "91.3% 512 of 561"
        assert found["Target"] == "90.0% amber to 85.0%"
        assert found["Rating"] == "Green"
        assert found["On last quarter"] == found["On a year ago"] == "Better"
        assert found["Since 30 September"].startswith("Green to amber 91.3% to 88.6%")

    def test_every_scorecard_of_every_level_shows_its_indicators(self):
        sealed = positions.sealed(QUARTER)
        layouts = scorecards.layouts(on=sealed.position_date, known_at=sealed.known_at)
        assert {layout["level"] for layout in layouts} == set(scorecards.LEVELS)

        for layout in layouts:
            shown = parsed.rows(parsed.page(self.get(scorecard(layout["code"]))))
            assert len(shown) == sum(len(section["lines"]) for section in layout["sections"])

    def test_a_level_leads_to_each_of_its_scorecards(self):
        found = parsed.page(self.get(reverse("level", args=["directorate"])))

        links = found.xpath('//table[contains(@class, "gt-tally")]//a/@href')
        assert [re.search(r"/scorecards/(\w+)/", link)[1] for link in links] == [
            "ADU", "CHI", "HOU", "PLA", "RES",
        ]  # fmt: skip
        assert sum(int(counts["Red"]) for counts in parsed.tally(found).values()) == 13

    def test_a_filter_in_the_address_leaves_the_rows_that_it_counts(self):
        found = parsed.page(self.get(scorecard(rating="red")))

        assert len(parsed.rows(found)) == 13
        current = found.xpath('//a[contains(@class, "gt-chip") and @aria-current]')
        assert [parsed.words(chip) for chip in current] == ["Red 13", "All 13", "All 13", "All 13"]

    def test_each_choice_leaves_as_many_rows_as_it_says(self):
        found = parsed.page(self.get(scorecard(rating="red", priority="SN")))

        for chip in found.xpath('//a[contains(@class, "gt-chip")]'):
            told = int(parsed.words(chip.xpath("./b")[0]))
            assert len(parsed.rows(parsed.page(self.get(scorecard() + chip.get("href"))))) == told

    def test_a_choice_that_there_is_not_is_refused_with_those_there_are(self):
        told = self.get(scorecard(rating="purple"), status=404)

        assert "purple" in told
        assert "red, amber, green, not_rated" in told

    def test_the_rows_that_have_changed_are_marked_and_can_be_had_alone(self):
        found = parsed.rows(parsed.page(self.get(scorecard(changed="yes"))))

        assert sorted(found) == [
            "i-csc01", "i-cus01", "i-edu05", "i-env01", "i-env05", "i-hou01", "i-hou15", "i-pln02",
        ]  # fmt: skip
        assert {row.get("class") for row in found.values()} == {"gt-changed"}

    def test_as_now_known_shows_what_came_after_the_freeze_and_as_frozen_does_not(self):
        frozen = parsed.cells(parsed.rows(parsed.page(self.get(scorecard(view="frozen"))))["i-pln02"])
        now = parsed.cells(parsed.rows(parsed.page(self.get(scorecard(view="now"))))["i-pln02"])

        assert frozen["Value"] == "awaited, expected 15 November"
        assert frozen["Rating"] == "Not rated awaited"
        assert now["Value"].startswith("91.8%")
        assert now["Rating"] == "Green"

    def test_the_latest_month_is_never_rated(self):
        found = parsed.page(self.get(scorecard(view="month")))

        row = parsed.cells(next(iter(parsed.rows(found).values())))
        assert next(iter(row)) == "November 2023"
        assert "Rating of Q2 as frozen" in row
        for address in (scorecard(), reverse("home"), reverse("level", args=["directorate"])):
            found = parsed.page(self.get(f"{address}?view=month"))
            assert parsed.tally(found) == {}, address
            assert "Single months are not rated: a target is one of the quarter" in parsed.words(found)

    def test_a_level_of_single_months_says_how_many_figures_each_scorecard_has(self):
        found = parsed.page(self.get(reverse("level", args=["directorate"]) + "?view=month"))

        listed = found.xpath('//main//ul[@class="gt-list"]/li')
        assert [parsed.words(each) for each in listed[:2]] == [
            "Adults and Public Health 1 indicator has a figure for November 2023.",
            "Children's Services 3 indicators have a figure for November 2023.",
        ]

    def test_the_bar_says_which_view_this_is_and_the_other_views_keep_what_was_asked(self):
        found = parsed.page(self.get(scorecard(rating="red")))

        bar = found.xpath('//section[@class="gt-time"]')[0]
        assert "position at 30 September 2023, as known on 10 November 2023" in parsed.words(bar)
        assert "8 figures have changed since 30 September" in parsed.words(bar)
        links = bar.xpath('.//ul[@class="gt-switch"]//a/@href')
        assert links == [f"?rating=red&view={view}" for view in ("frozen", "now", "month")]

    def test_what_there_is_not_is_said_to_be_not_there(self):
        for address in (
            scorecard("nowhere"),
            scorecard(period="2031-32-Q1"),
            scorecard(view="tomorrow"),
            reverse("level", args=["street"]),
        ):
            self.get(address, status=404)

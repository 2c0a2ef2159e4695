from goldenthread.positions import queries as positions
from tests.doors.web import parsed
from tests.doors.web.council import MEMBER, QUARTER, Frozen, indicator


class Indicators(Frozen):
    def test_the_page_says_it_all_from_the_plan_to_the_definition(self):
        found = parsed.page(self.get(indicator("CUS01")))

        headings = [parsed.words(each) for each in found.xpath("//h1 | //h2")]
        assert headings == [
            "Stage 1 complaints answered within 15 working days",
            "Receipt of the rating Green",
            "Where this figure has been",
            "By directorate",
            "Similar councils",
            "What the owner says",
            "Challenge and effect",
            "Changes to targets and definitions",
            "Definition",
        ]
        crumbs = [parsed.words(each) for each in found.xpath('//nav[@class="gt-crumbs"]//li')]
        assert crumbs[1] == "A council that puts residents first"
        assert crumbs[-1] == "CUS01"

    def test_the_receipt_says_why_and_what_would_turn_it(self):
        receipt = parsed.words(parsed.page(self.get(indicator("CUS01"))).get_element_by_id("receipt"))

        assert "Rated green: the figure is 91.3% (512 of 561)." in receipt
        assert "Amber below 90.0%: 8 fewer of the 561." in receipt

    def test_the_figure_is_traced_to_file_sheet_and_cell(self):
        assert "customer.xlsx, sheet Pivot, B7" in self.get(indicator("CUS01"))

    def test_a_restatement_is_told_and_the_frozen_figure_kept(self):
        told = self.get(indicator("CUS01"))

        assert "Restated to 88.6% on 16 November 2023 (15 cases had been closed without a reply)" in told
        assert "The frozen quarter keeps 91.3%." in told

    def test_a_chart_is_drawn_for_a_desk_and_for_a_phone_and_stands_as_a_table_too(self):
        found = parsed.page(self.get(indicator("CUS01")))

        chart = found.xpath('//section[@class="gt-cols"]//figure')[0]
        assert len(chart.xpath('./svg[contains(@class, "gt-wide")]')) == 1
        assert len(chart.xpath('./svg[contains(@class, "gt-narrow")]')) == 1
        assert all(svg.get("aria-label") for svg in found.xpath("//figure//svg"))
        assert len(found.xpath('//table[@id="chart-table"]/tbody/tr')) == 42

    def test_every_indicator_has_a_page_in_every_view(self):
        codes = [line["indicator"] for line in positions.sealed(QUARTER).of("indicator")]
        assert len(codes) == 66

        for code in codes:
            for view in ("frozen", "now", "month"):
                found = parsed.page(self.get(indicator(code, view=view)))
                assert parsed.words(found.xpath('//nav[@class="gt-crumbs"]//li')[-1]) == code

    def test_a_figure_that_is_hidden_stands_nowhere_on_its_page(self):
        sealed = {line["indicator"]: line for line in positions.sealed(QUARTER).of("indicator")}
        truth = sealed["CSC10"]

        found = parsed.page(self.get(indicator("CSC10")))

        facts = parsed.words(found.xpath('//dl[@class="gt-facts"]')[0])
        assert "[c]" in facts
        assert f"{truth['value']:.1f}" not in parsed.words(found)
        assert f"{truth['numerator']:.0f} of {truth['denominator']:.0f}" not in parsed.words(found)

    def test_a_small_group_is_hidden_with_what_would_give_it_away(self):
        table = parsed.page(self.get(indicator("EDU01"))).get_element_by_id("edu01-by-ethnicity")

        assert parsed.words(table).count("[c]") >= 6

    def test_one_that_is_compared_with_nobody_says_so(self):
        assert "Not compared with other councils." in self.get(indicator("CUS02"))
        assert "Not compared with other councils." not in self.get(indicator("CUS01"))

    def test_one_that_there_is_not_is_not_found(self):
        self.get(indicator("XYZ99"), status=404)

    def test_a_member_sees_nothing_of_a_quarter_that_was_not_released(self):
        self.get(indicator("CUS01"), person=MEMBER, status=403)

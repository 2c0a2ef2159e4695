"""Larkhythe below the borough: what is sealed by ward and by group is what the services counted."""

import re
from fractions import Fraction

import lxml.html
import pytest

from examples.larkhythe.make_returns import everything
from examples.larkhythe.make_returns.places import BY_NAME
from examples.larkhythe.make_returns.spans import months_of
from goldenthread.documents import content
from goldenthread.positions import masked, queries
from goldenthread.publication import rendering
from tests.acceptance import larkhythe, outsider

ABOUT_PEOPLE = {"ward", "age", "sex", "ethnicity", "disability"}
# Where the source itself hides three groups of four, parts cannot come to the whole.
HIDDEN_AT_SOURCE = "CSC07"


@pytest.mark.xdist_group("larkhythe")
class Sealed(larkhythe.Frozen):
    """The breakdown lines of quarter 2, by indicator and what they are broken down by."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sealed = queries.sealed("2023-24-Q2")
        cls.headlines = {line["indicator"]: line for line in cls.sealed.of("indicator")}
        cls.cuts = {}
        for line in cls.sealed.of("breakdown"):
            dimensions = tuple(part["code"] for part in line["dimensions"])
            cls.cuts.setdefault((line["indicator"], dimensions), []).append(line)

    def by(self, indicator, dimension):
        """The lines of one cut by the code of the group, or by the name of the ward."""
        name = "value_label" if dimension == "ward" else "value"
        return {line["dimensions"][0][name]: line for line in self.cuts[indicator, (dimension,)]}

    def test_at_least_fifteen_indicators_may_be_published_by_ward_age_sex_ethnicity_or_disability(self):
        found = {
            indicator
            for (indicator, dimensions), lines in self.cuts.items()
            if ABOUT_PEOPLE & set(dimensions) and all(line["may_be_published"] for line in lines)
        }

        assert len(found) >= 15, sorted(found)

    def test_the_parts_of_every_cut_come_to_the_headline(self):
        """Months into quarters, years to date, twelve months: made as the headline is made, they add up."""
        looked_at = 0
        for (indicator, dimensions), lines in self.cuts.items():
            whole = self.headlines[indicator]
            if indicator == HIDDEN_AT_SOURCE:
                continue
            assert {line["period"] for line in lines} == {whole["period"]}
            for name in ("numerator", "denominator") if whole["denominator"] is not None else ("value",):
                assert sum(line[name] for line in lines) == whole[name], (indicator, dimensions, name)
            looked_at += 1
        assert looked_at >= 45

    def test_fly_tips_by_ward_are_the_three_months_that_the_service_counted(self):
        months = months_of("2023-24-Q2")
        counted = {}
        for figure in everything.parts():
            if figure.indicator == "ENV05" and figure.period in months:
                counted[figure.area] = counted.get(figure.area, 0) + int(figure.value)

        assert {line["area"]: line["value"] for line in self.cuts["ENV05", ("ward",)]} == counted
        assert len(counted) == 22

    def test_one_ward_waits_and_another_has_too_few_cases_to_tell(self):
        wards = self.by("ENV07", "ward")
        stuck, few = wards["Windlass Quay"], wards["Marl Pits"]

        assert (round(stuck["value"], 1), stuck["denominator"]) == (6.1, 92)
        assert (round(few["value"], 1), few["denominator"]) == (3.0, 8)
        others = [line for name, line in wards.items() if name != "Windlass Quay"]
        mean = Fraction(
            int(sum(line["numerator"] for line in others)), int(sum(line["denominator"] for line in others))
        )
        assert round(float(mean), 1) == 1.5

    def test_the_stuck_ward_is_named_and_the_one_with_eight_cases_is_not(self):
        found = masked.of(self.sealed)
        wards = found.areas.filter(indicator="ENV07", cut="ward")
        said = dict(wards.select("name", "verdict").iter_rows())
        behind = found.hidden_behind

        assert "Windlass Quay" in behind.filter(cut="ward")["name"].to_list()
        assert "Marl Pits" not in behind["name"].to_list()
        assert said.pop("Windlass Quay") == "worse"
        assert (said.pop("Marl Pits"), set(said.values())) == ("within", {"within"})
        assert behind.filter(cut="ward").height == 1, "no other ward is hidden by any good figure"

    def test_in_the_quarter_before_the_ward_was_stuck_already(self):
        behind = masked.of(queries.sealed("2023-24-Q1")).hidden_behind

        assert behind.filter(cut="ward").select("indicator", "name").rows() == [("ENV07", "Windlass Quay")]

    def test_wards_with_hardly_any_assessments_are_too_few_to_say(self):
        found = masked.of(self.sealed).areas.filter(indicator="CSC01", cut="ward")
        why = dict(found.select("name", "why").iter_rows())

        assert {name for name, reason in why.items() if reason} == {"Gorse Hollow", "Quarry End"}
        assert (why["Gorse Hollow"], why["Quarry End"]) == ("too_few", "too_few")

    def test_the_small_numbers_are_those_described(self):
        exclusions = self.by("EDU03", "ethnicity")
        assert {group: line["numerator"] for group, line in exclusions.items()} == {
            "white-british": 9, "black": 6, "white-other": 4, "mixed": 3, "asian": 1,
        }  # fmt: skip
        wards = self.by("CSC01", "ward")
        assert (wards["Gorse Hollow"]["numerator"], wards["Gorse Hollow"]["denominator"]) == (2, 3)
        assert (wards["Quarry End"]["numerator"], wards["Quarry End"]["denominator"]) == (4, 4)
        assert sum(line["value"] for line in self.by("HOU03", "ward").values()) == 19
        assert self.cuts["HR05", ("directorate",)]

    def test_direct_payments_differ_between_ethnic_groups(self):
        groups = self.by("ASC07", "ethnicity")

        assert round(groups["white-british"]["value"]) == 31
        assert round(groups["asian"]["value"]) == 21

    def test_wards_stand_by_name_and_groups_as_the_council_has_put_them(self):
        assert list(self.by("ENV05", "ward")) == sorted(BY_NAME)
        assert list(self.by("HOU01", "age")) == ["18-24", "25-44", "45-64", "65-and-over"]

    def test_every_figure_says_from_which_cells_it_came(self):
        for lines in self.cuts.values():
            for line in lines:
                assert line["sources"] or line["status"] == "missing", line
        (ward,) = [line for line in self.cuts["ENV05", ("ward",)] if line["area_name"] == "Windlass Quay"]
        assert len(ward["sources"]) == 3

    def test_what_must_never_be_broken_down_may_not_be_published(self):
        held = {
            cut for cut, lines in self.cuts.items() if not any(line["may_be_published"] for line in lines)
        }

        assert {("CSC07", ("age",)), ("HR05", ("directorate",)), ("HWY04", ("sex",))} <= held
        assert ("ASC07", ("ethnicity",)) not in held

    def test_groups_that_are_counted_by_the_quarter_make_twelve_months_too(self):
        """Sickness is counted by the month, and by directorate each quarter."""
        lines = self.cuts["HR01", ("directorate",)]

        assert {line["period"] for line in lines} == {"r12-2023-09"}
        assert all(line["value"] is not None and not line["coverage"] for line in lines)

    def test_a_group_hidden_at_its_source_says_so_and_is_not_zero(self):
        by_age = self.by("CSC07", "age")

        assert {line["reason"] for line in by_age.values()} == {"hidden", ""}
        assert all(line["value"] is None for line in by_age.values() if line["reason"] == "hidden")


APPENDIX = "appendix-3-equality-and-breakdowns"


@pytest.mark.xdist_group("larkhythe")
class Printed(larkhythe.Frozen):
    """Appendix 3 and the open data of quarter 2, in every format, beside what was counted."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.files = dict(rendering.render(cls.material).files)
        cls.rows = list(outsider.table(cls.files, "breakdowns"))
        cls.truth = {
            (line["indicator"], line["area"], line["breakdown"]): line
            for line in queries.sealed("2023-24-Q2").of("breakdown")
        }
        cls.headlines = {line["indicator"]: line for line in queries.sealed("2023-24-Q2").of("indicator")}
        cls.appendix = cls.papers[APPENDIX]

    def counted(self, row):
        return self.truth[row["indicator"], row["area"], row["breakdown"]]

    def said(self):
        own = {path: made for path, made in self.files.items() if path.startswith(APPENDIX)}
        return [(path, words) for path, _, words in outsider.blocks(own)]

    def test_every_figure_shown_is_what_was_counted(self):
        shown = [row for row in self.rows if row["value"]]
        for row in shown:
            truth = self.counted(row)
            assert float(row["value"]) == pytest.approx(truth["value"], rel=1e-11)
            for name in ("numerator", "denominator"):
                assert (float(row[name]) if row[name] else None) == truth[name], row
        assert len(shown) > 200

    def test_no_count_of_one_to_five_people_is_shown_nor_one_that_leaves_as_few_out(self):
        for row in self.rows:
            truth = self.counted(row)
            if not self.headlines[row["indicator"]]["counts_people"]:
                continue
            above, below = truth["numerator"], truth["denominator"]
            count = above if above is not None else truth["value"]
            if count in range(1, 6) or (below is not None and below - count in range(1, 6)):
                assert [row[name] for name in ("value", "numerator", "denominator")] == ["", "", ""], row
                assert (row["shorthand"], row["why_no_value"]) == ("c", "hidden")

    def test_the_cases_described_are_hidden_and_direct_payments_are_shown(self):
        by_key = {(row["indicator"], row["group"]): row for row in self.rows}

        for group in ("Gorse Hollow", "Quarry End"):
            assert by_key["CSC01", group]["shorthand"] == "c"
        for group in ("Asian or Asian British", "Mixed or multiple ethnic groups", "White, other"):
            assert by_key["EDU03", group]["shorthand"] == "c"
        families = [row for row in self.rows if row["indicator"] == "HOU03"]
        assert {row["value"] for row in families if not row["shorthand"]} <= {"0", "0.0"}
        assert by_key["ASC07", "White British"]["numerator"] == "374"
        assert by_key["ASC07", "Asian or Asian British"]["numerator"] == "134"

    def test_what_may_not_be_published_stands_nowhere(self):
        kept = {
            (line["indicator"], line["breakdown"])
            for line in self.truth.values()
            if not line["may_be_published"]
        }
        assert kept
        assert not kept & {(row["indicator"], row["breakdown"]) for row in self.rows}
        assert "csc07-by-age" not in self.files[f"{APPENDIX}.html"].decode()

    def test_the_tables_are_those_of_the_open_data(self):
        """Each row of a table once in the data, hidden where it is hidden there; wards in 22 rows."""
        tables = [
            block for block, _ in content.walk(self.appendix.blocks) if isinstance(block, content.Table)
        ]
        cut = [table for table in tables if "-by-" in table.id and table.id != "hidden-by-table"]
        groups = [list(table.rows())[:-1] for table in cut]
        words = [" ".join(map(content.words, row.cells)) for rows in groups for row in rows]

        assert sum(map(len, groups)) == len(self.rows)
        assert sum("[c]" in said for said in words) == sum(row["shorthand"] == "c" for row in self.rows)
        assert {len(rows) for table, rows in zip(cut, groups, strict=True) if "by-ward" in table.id} == {22}
        assert len(cut) >= 45

    def test_every_format_has_the_gap_that_is_worth_writing_about(self):
        said = self.said()
        for ending in ("html", "pdf", "docx", "xlsx"):
            found = " ".join(words for path, words in said if path.endswith(ending))
            # A workbook holds a count and its whole as two numbers.
            assert ("374 of 1,205" if ending != "xlsx" else "1205.0") in found, ending
            assert ("134 of 640" if ending != "xlsx" else "640.0") in found, ending

    def test_every_format_names_the_ward_that_a_good_figure_hides_and_no_other(self):
        told = re.compile(r"The whole meets its target; (.{1,30}?) alone would not\.")
        for ending in ("html", "pdf", "docx"):
            found = " ".join(words for path, words in self.said() if path.endswith(ending))
            named = {*told.findall(re.sub(r"\s+", " ", found))}
            assert named == {"Windlass Quay", "85 and over", "40 to 49"}, ending

    def test_what_is_said_to_be_more_than_chance_is_shown(self):
        """No group that is hidden is named beside that word, in the tables or among the findings."""
        findings = next(
            block for block, _ in content.walk(self.appendix.blocks)
            if isinstance(block, content.Section) and block.id == "findings"
        )  # fmt: skip
        said = " ".join(content.words(item) for block, _ in content.walk(findings.blocks)
                        if isinstance(block, content.BulletList) for item in block.items)  # fmt: skip
        for row in self.rows:
            if row["shorthand"] == "c" and row["indicator"] in said:
                own = said.split(f"{row['indicator']} ")[1:]
                assert not [each for each in own if f"{row['group']}: " in each.split(" as a whole:")[0]], row

    def test_no_format_tells_a_hidden_group(self):
        """In no row, line or cell of the appendix does a hidden group stand beside a number of its own."""
        hidden = {
            (self.headlines[row["indicator"]]["indicator"], row["group"]): self.counted(row)
            for row in self.rows
            if row["shorthand"] == "c"
        }
        assert len(hidden) > 30
        said = self.said()
        for (indicator, group), truth in hidden.items():
            above, below = truth["numerator"], truth["denominator"]
            if below is None or above is None:
                continue
            told = re.compile(rf"{re.escape(group)}\b.{{0,20}}\b{above:,.0f} of {below:,.0f}\b")
            for path, words in said:
                assert not told.search(words), (path, indicator, group)

    def test_headings_follow_the_plan_and_every_table_has_heads_and_a_caption(self):
        headings = [
            block.title for block, level in content.walk(self.appendix.blocks)
            if isinstance(block, content.Section) and level == 2
        ]  # fmt: skip
        plan = [line["name"] for line in self.material.now.sealed.of("priority")]

        assert headings == ["What the breakdowns show", "What is hidden, and why", *plan]
        page = lxml.html.fromstring(self.files[f"{APPENDIX}.html"].decode())
        for table in page.iter("table"):
            assert table.find("caption") is not None
            assert all(head.get("scope") for head in table.iter("th"))

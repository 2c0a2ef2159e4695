"""Appendix 3: what stands in the tables of groups, what is said of them, and what is hidden."""

import re
from dataclasses import replace

import pytest

from goldenthread.disclosure.drafts.world import World
from goldenthread.documents import content as c
from goldenthread.documents.renderers import docx, html, pdf, xlsx
from goldenthread.documents.renderers.html import Style
from goldenthread.methods.disclosure import policy
from goldenthread.reports.assemble import quarter
from goldenthread.reports.assemble.covering import protected
from goldenthread.reports.material import NOTHING
from tests import office_files
from tests.rooms.reports import groups, reading, rounded, smallham
from tests.rooms.reports.groups import group, hidden, ward

NAME = "appendix-3-equality-and-breakdowns"
# A1 is 92.0%, 184 of 200.
PLAIN = (group("A1", "white", 95.0, 100.0), group("A1", "asian", 89.0, 100.0))


def appendix(*lines, **of_indicators):
    return reading.papers(groups.material(*lines, **of_indicators))[NAME]


def rows(document, id):
    table = reading.tables(document)[id]
    return [[c.words(row.header), *map(c.words, row.cells)] for row in table.rows()]


def test_a_group_stands_with_its_counts_its_figure_and_its_gap_to_the_whole():
    assert rows(appendix(*PLAIN), "a1-by-ethnicity") == [
        ["White", "95 of 100", "95.0%", "3.0 above"],
        ["Asian", "89 of 100", "89.0%", "3.0 below"],
        ["Smallham, all", "184 of 200", "92.0%", "the whole"],
    ]


def test_the_heads_and_the_caption_say_what_is_shown():
    table = reading.tables(appendix(*PLAIN))["a1-by-ethnicity"]

    assert table.caption == "A1 by ethnic group, Q2 2023-24"
    assert [column.label for column in table.columns] == [
        "Ethnic group",
        "How many",
        "Percentage",
        "Against Smallham (percentage points)",
    ]


def test_groups_keep_their_order_whatever_their_figures():
    turned = (group("A1", "white", 80.0, 100.0), group("A1", "asian", 99.0, 100.0))

    for lines in (PLAIN, turned):
        assert [row[0] for row in rows(appendix(*lines), "a1-by-ethnicity")][:2] == ["White", "Asian"]


def test_a_hidden_group_shows_the_one_sign_in_every_cell_and_no_rate():
    document = appendix(*PLAIN, hidden("A1", "other"))
    table = reading.tables(document)["a1-by-ethnicity"]

    assert rows(document, "a1-by-ethnicity")[2] == ["Other", "[c]", "[c]", "[c]"]
    assert table.caption == "A1 by ethnic group, Q2 2023-24: 2 of 3 shown, 1 hidden"
    assert [c.words(note) for note in table.notes] == ["[c]: hidden to protect individuals."]


def test_a_count_does_not_stand_beside_what_it_is_out_of_where_the_figure_is_hidden():
    document = appendix(*PLAIN, hidden("A1", "other", numerator=3171.0, denominator=4823.0))

    assert rows(document, "a1-by-ethnicity")[2] == ["Other", "[c] of 4,823", "[c]", "[c]"]


def test_no_gap_is_printed_where_the_whole_is_hidden():
    gone = dict.fromkeys(
        f"{name}{end}" for name in ("value", "numerator", "denominator") for end in ("", "_exact")
    )
    document = appendix(*PLAIN, A1={**gone, "hidden": True})

    assert [row[3] for row in rows(document, "a1-by-ethnicity")] == ["[c]", "[c]", "the whole"]
    assert rows(document, "a1-by-ethnicity")[2][1:3] == ["[c]", "[c]"]


def test_a_figure_hidden_where_it_came_from_is_hidden_too():
    at_source = group("A1", "other", None, None, reason="hidden", status="missing")

    assert rows(appendix(*PLAIN, at_source), "a1-by-ethnicity")[2][1:] == ["[c]", "[c]", "[c]"]


def test_a_figure_that_never_came_has_another_sign():
    late = group("A1", "other", None, None, reason="awaited", status="missing")
    document = appendix(*PLAIN, late)

    assert rows(document, "a1-by-ethnicity")[2][1:] == ["[x]", "[x]", "[x]"]
    assert "[x] not available: no figure has come in" in " ".join(_items(document))


def test_a_plain_count_stands_with_its_share_of_the_whole():
    of_count = {"B1": {"numerator_label": "Households", "denominator_label": ""}}
    lines = (ward("B1", 1, "Northward", 300.0, None), ward("B1", 2, "Southward", 864.0, None))

    assert rows(appendix(*lines, **of_count), "b1-by-ward") == [
        ["Northward", "300", "25.8%"],
        ["Southward", "864", "74.2%"],
        ["Smallham, all", "1,164", "100%"],
    ]


def test_a_mean_over_staff_counted_each_month_names_no_cases():
    level = {"A1": {"unit": "days per FTE", "aggregation": "rolling_ratio", "multiplier": 1.0}}

    assert rows(appendix(*PLAIN, **level), "a1-by-ethnicity")[0] == ["White", "95.0", "3.0 above"]


def _items(document):
    return [
        c.words(item)
        for block in reading.blocks(document)
        if isinstance(block, c.BulletList)
        for item in block.items
    ]


def test_a_group_beyond_chance_is_named_with_its_counts_and_no_cause():
    far = (group("A1", "white", 495.0, 500.0), group("A1", "asian", 400.0, 500.0))
    whole = {"A1": {"value": 89.5, "numerator": 895.0, "denominator": 1000.0}}
    (said,) = [item for item in _items(appendix(*far, **whole)) if "A1 Measure" in item]

    assert said == (
        "A1 Measure A1, by ethnic group. Asian: 80.0% (400 of 500), 9.5 percentage points below; "
        "White: 99.0% (495 of 500), 9.5 percentage points above. Smallham as a whole: 89.5% (895 of 1,000)."
    )


def test_a_group_that_a_good_figure_of_the_whole_hides_is_said_to_miss_the_target():
    far = (group("A1", "white", 990.0, 1000.0), group("A1", "asian", 60.0, 100.0))
    whole = {"value": 95.45, "numerator": 1050.0, "denominator": 1100.0, "target": 90.0}

    def told(**about):
        (said,) = [item for item in _items(appendix(*far, A1={**whole, **about})) if "A1 Measure" in item]
        return said

    assert told().endswith("(1,050 of 1,100). The whole meets its target; Asian alone would not.")
    assert told(target=96.0).endswith("(1,050 of 1,100).")
    assert told(reason="hidden").endswith("(1,050 of 1,100)."), (
        "the rating is hidden, and so is what tells it"
    )


def test_small_groups_alarm_nobody():
    small = (group("A1", "white", 179.0, 193.0), group("A1", "asian", 5.0, 7.0))
    document = appendix(*small)

    assert not [item for item in _items(document) if "A1 Measure" in item]
    assert any(
        said.startswith("No group that is shown lies further") for said in reading.paragraphs(document)
    )


def test_nothing_is_said_of_the_highest_where_a_group_is_hidden():
    far = (group("A1", "white", 470.0, 500.0), group("A1", "asian", 400.0, 500.0))

    (all_shown,) = [item for item in _items(appendix(*far)) if "A1 Measure" in item]
    (one_hidden,) = [item for item in _items(appendix(*far, hidden("A1", "other"))) if "A1 Measure" in item]
    assert ("the highest was White" in all_shown, "the highest" in one_hidden) == (True, False)


def test_how_much_is_hidden_is_counted_by_table():
    document = appendix(*PLAIN, hidden("A1", "other"), *(group("A2", code, 91.0, 100.0) for code in "ab"))

    assert rows(document, "hidden-by-table") == [["A1 Measure A1", "ethnic group", "2", "1"]]
    assert any("Of 5 figures 4 are shown and 1 hidden." in said for said in reading.paragraphs(document))


def test_by_which_rule_and_how_strong_the_proof_is():
    """Things are shown as they are; the proof is that of the release."""
    document = appendix(*PLAIN, hidden("B1", "other"), group("B1", "white", 600.0, None))
    said = " ".join((*reading.paragraphs(document), *_items(document)))

    assert "Not counts of people, and shown as they are: A1." in said
    assert re.search(r"[^.]*1 to 5[^.]*: B1 and B2\.", said)
    assert "Level of proof: witness, width 1." in said
    assert "1 of 4 figures (25.0%) is lost to the reader, in 1 of 2 tables." in said


def test_that_whole_groups_are_hidden_is_said_only_where_a_policy_hides_them():
    whole = {"class_disclosure": True, "complement": False, "code": "whole", "name": "Whole", "source": "Us"}
    rule = policy.from_dict({"from_preset": "dfe_children_in_need", **whole})
    said = "groups of which everybody stands in one place"
    for world, is_said in ((World(otherwise=rule), True), (World(), False)):
        plain = groups.material(*PLAIN, hidden("B1", "other"))
        passed = replace(plain.now.passed, world=world)
        paper = reading.papers(replace(plain, now=replace(plain.now, passed=passed)))[NAME]
        assert (said in " ".join(reading.paragraphs(paper))) is is_said


def test_a_policy_tells_a_reader_its_source_its_note_and_its_words_on_signs():
    told = {"note": "Agreed with the council's partners", "symbols": {"[c]": "Hidden as agreed"}}
    rule = policy.from_dict({"code": "p", "name": "Few", "source": "The council", "threshold": 5, **told})
    (said,) = [item for item in _items(reading.papers(rounded.material(rule))[NAME]) if "Few" in item]

    assert said == (
        "Few: B1 and B2. Agreed with the council's partners. [c]: Hidden as agreed. Source: The council."
    )


def test_words_on_a_sign_that_the_key_has_already_are_not_said_twice():
    symbols = {"[c]": "Hidden to protect individuals"}
    rule = policy.from_dict({"code": "p", "name": "Few", "source": "Us", "threshold": 5, "symbols": symbols})
    (said,) = [item for item in _items(reading.papers(rounded.material(rule))[NAME]) if "Few" in item]

    assert said == "Few: B1 and B2. Source: Us."


def test_why_nothing_is_hidden_is_printed_even_of_what_counts_no_people():
    homes = policy.from_dict(
        {"code": "homes", "from_preset": "none", "name": "Homes", "none_because": "It counts homes"}
    )
    plain = groups.material(*PLAIN)
    passed = replace(plain.now.passed, world=World(policies={"A1": homes}))
    paper = reading.papers(replace(plain, now=replace(plain.now, passed=passed)))[NAME]

    assert "Homes: A1. It counts homes." in _items(paper)


def test_the_proof_claims_no_more_than_it_shows():
    said = " ".join(reading.paragraphs(appendix(*PLAIN)))

    assert "from these alone it cannot be worked out. More is not claimed." in said
    assert "who runs the program itself on both may find" in said
    assert "cannot tell" not in said


def test_without_breakdowns_the_rules_stand_in_the_report():
    report = reading.report(smallham.material())

    assert any("1 to 5" in item and ": B1 and B2." in item for item in _items(report))
    assert any(said.startswith("Level of proof: witness") for said in reading.paragraphs(report))


def test_what_may_never_be_broken_down_is_named():
    never = {"A1": {"dimensions": ["age", "ethnicity"], "never_break_down": ["age"]}}

    assert "Never published, by their definition: A1 by age." in reading.paragraphs(appendix(*PLAIN, **never))


def test_tables_stand_under_their_priority_and_their_indicator():
    document = appendix(*PLAIN, group("B1", "white", 600.0, None))

    assert reading.headings(document) == [
        "What the breakdowns show",
        "What is hidden, and why",
        "Residents first",
        "A1 Measure A1",
        "Those in need",
        "B1 Measure B1",
    ]


def test_the_other_papers_lead_to_it():
    papers = reading.papers(groups.material(*PLAIN))
    said = " ".join(reading.paragraphs(papers["appendix-1-strategic-performance-report"]))

    assert "1 indicator is broken down by ethnic group. All 2 figures are shown." in said
    assert "is broken down by ward or group in Appendix 3" in " ".join(
        reading.paragraphs(papers["scorecards-directorates"])
    )
    receipt = reading.panels(papers["receipts"])["r-a1"]
    assert [row.label for row in receipt.rows if row.label == "Broken down"]


def test_the_covering_report_counts_what_the_appendix_hides_too():
    """Hidden figures of groups beside those of the council, and where no others are hidden."""
    material = groups.material(*PLAIN, hidden("A1", "other"))
    none = dict.fromkeys(("changes", "latest", "challenges", "previous_challenges"), NOTHING)
    nothing_else = replace(material, now=replace(material.now, decisions=()), **none, form=None)
    for found, said in (
        (material, ", besides 1 of 3 figures by ward or group in Appendix 3. Each is marked"),
        (nothing_else, "In these papers 1 of 3 figures by ward or group in Appendix 3 is hidden."),
    ):
        assert said in protected.in_words(quarter.of(found))


def test_what_is_said_above_a_table_is_whole_sentences():
    document = appendix(*PLAIN, group("B1", "white", 600.0, None))

    (of_a1, of_b1) = (said for said in reading.paragraphs(document) if " Counted: " in said)
    assert of_a1.endswith(". % · high is good.")
    assert of_b1.endswith(". Number · low is good.")


def test_without_breakdowns_there_is_no_such_paper():
    papers = reading.papers(smallham.material())

    assert NAME not in papers
    said = " ".join(reading.paragraphs(papers["appendix-1-strategic-performance-report"]))
    assert "No tables by ward or by group of people are published yet" in said


FORMATS = {
    "html": lambda paper: html.page(paper, style=Style(), pack=[paper]).encode(),
    "pdf": lambda paper: pdf.render(paper, style=Style()),
    "docx": lambda paper: docx.render(paper, style=Style(), template=None),
    "xlsx": lambda paper: xlsx.render(paper, style=Style()),
}


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_the_same_whatever_a_hidden_figure_may_be(format):
    """A gate that hid a figure and left its counts in the line would not be betrayed by the paper."""
    one, other = (
        appendix(*PLAIN, hidden("A1", "other", numerator=number, value=100 * number / 17))
        for number in (3.0, 5.0)
    )

    assert FORMATS[format](one) == FORMATS[format](other)


@pytest.mark.parametrize("format", ["pdf", "docx", "xlsx"])
def test_every_format_has_every_figure_that_is_shown(format):
    paper = appendix(group("A1", "white", 2345.0, 6789.0), hidden("A1", "other"))
    said = " ".join(words for _, words in office_files.blocks(f"paper.{format}", FORMATS[format](paper)))

    assert ("2,345 of 6,789" if format != "xlsx" else "2345") in said
    assert "34.5%" in said or "34.5" in said
    assert "[c]" in said

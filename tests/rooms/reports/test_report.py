"""The performance report says what members ask: what moved, why, who set the target, what was promised."""

from dataclasses import replace

from goldenthread.disclosure import beside, gate
from goldenthread.documents import content as c
from goldenthread.positions.changes import Change
from goldenthread.reports.material import NOTHING
from tests.rooms.reports import reading, smallham


def report(**instead):
    return reading.report(smallham.material(**instead))


def test_both_dates_stand_on_every_first_page():
    for document in reading.papers(smallham.material()).values():
        assert document.dates == "Position at 30 September 2023. Figures as known on 10 November 2023."
        assert document.view == "As frozen"
        assert document.notice == "Smallham is a fictional borough. Every figure is invented."


def test_no_cell_is_blank_but_notes():
    """The document model refuses a blank; a note may be empty, because a green needs none."""
    for document in reading.papers(smallham.material()).values():
        for table in reading.tables(document).values():
            for row in table.rows():
                for column, cell in zip(table.columns[1:], row.cells, strict=True):
                    assert column.kind == "note" or c.words(cell), (table.id, column.label)


def test_the_parts_stand_in_the_order_of_the_pack():
    top = [block.title for block in report().blocks if isinstance(block, c.Section)]
    assert top == [
        "The quarter on one page",
        "What has changed",
        "Residents first",
        "Those in need",
        "Equality, and what is hidden",
        "Data notes",
        "Reconciliation: 3 adopted, 4 reported",
        "What members ask",
        "Key to ratings",
    ]


def test_a_council_calls_its_actions_by_its_own_name():
    headings = reading.headings(report())
    assert "Pledges" in headings
    assert not any("lagship" in heading for heading in headings)


def test_an_action_that_moved_its_date_shows_both():
    table = reading.tables(report())["priority-rf-actions-table"]
    moved = reading.row(table, "R2b")
    assert moved["Due"] == "March 2024 (now June 2024)"
    assert (moved["Q1 status"], moved["Q2 status"]) == ("Amber", "Red")
    assert moved["Portfolio holder and lead"] == "as R2"
    whole = reading.row(table, "R2")
    assert whole["Portfolio holder and lead"] == (
        "Customer Services (Cllr A. Brookly) (Corporate Director of Resources)"
    )
    assert (whole["Q2 status"], whole["Progress"]) == ("in parts", "Reported as R2a and R2b.")


def test_what_moved_since_the_quarter_before_stands_up_before_down():
    table = reading.tables(report())["moved-indicators"]
    assert [(group.label, len(group.rows)) for group in table.groups] == [("Better", 1), ("Worse", 1)]
    assert reading.row(table, "A4")["Q2 rating"] == "Red"


def test_a_rating_that_appears_or_goes_is_told_apart_from_one_that_moved():
    """B1 was not rated in the quarter before; A1 was and now is not."""
    earlier = tuple(
        {**line, "rating": None, "reason": "awaited"} if line["indicator"] == "B1" else line
        for line in smallham.before().of("indicator")
    )
    before = smallham.before()
    sealed = replace(before, lines={**before.lines, "indicator": earlier})
    now = smallham.sealed()
    gone = tuple(
        {**line, "rating": None, "reason": "awaited", "value": None} if line["indicator"] == "A1" else line
        for line in now.of("indicator")
    )
    document = report(
        sealed=replace(now, lines={**now.lines, "indicator": gone}), previous=gate.for_publication(sealed)
    )
    groups = reading.tables(document)["moved-indicators"].groups
    told = {group.label: [c.words(row.header) for row in group.rows] for group in groups}
    assert (told["Newly rated"], told["No longer rated"]) == (["B1"], ["A1"])
    assert any("; 1 newly rated and 1 no longer rated." in text for text in reading.paragraphs(document))


def test_a_rating_that_moved_with_its_target_says_so():
    """A2 would still be amber under the target that held until 11 July."""
    earlier = tuple(
        {**line, "rating": "red"} if line["indicator"] == "A2" else line
        for line in smallham.before().of("indicator")
    )
    before = smallham.before()
    sealed = replace(
        before,
        lines={**before.lines, "indicator": earlier},
        position_date=before.position_date.replace(month=6),
    )
    table = reading.tables(report(previous=gate.for_publication(sealed)))["moved-indicators"]
    assert reading.row(table, "A2")["Indicator"] == (
        "Measure A2 (The target was changed on 11 July 2023; amber under the old one.)"
    )


def test_what_has_become_known_says_old_new_and_why():
    a1 = reading.row(reading.tables(report())["since-figures"], "A1")
    assert a1 == {
        "As frozen": "92.0%",
        "Rating as frozen": "Green",
        "As now known": "88.6%",
        "Rating as now known": "Amber",
        "What happened": "Green to amber",
        "Known on": "16 November",
        "Why": "15 cases had no reply",
    }


def test_an_action_that_follows_a_restated_figure_goes_with_it():
    now = [{**line, "status": "amber"} if line["ref"] == "R1" else line for line in smallham.actions()]
    document = report(actions_now=tuple(now))
    said = [
        c.words(item)
        for block in reading.blocks(document)
        if isinstance(block, c.BulletList)
        for item in block.items
    ]
    assert "R1 Do R1 by March 2024: Green to amber, with A1." in said


def test_a_later_month_stands_in_a_view_of_its_own():
    table = reading.tables(report())["latest-months"]
    assert [column.label for column in table.columns] == ["Indicator", "Q2 as frozen", "Oct 2023", "Nov 2023"]
    assert reading.rows(table)["A1"] == ("92.0%", "89.1%", "90.4%")
    assert reading.rows(table)["B2"][2] == "not yet known"


def test_a_changed_target_is_printed_with_the_rating_under_either():
    a2 = reading.row(reading.tables(report())["goalposts-targets"], "A2")
    assert a2["Old target"] == "95.0% (amber to 90.0%)"
    assert a2["New target"] == "90.0% (amber to 85.0%) (Easier)"
    assert a2["Rating"] == "Green under the new target, Amber under the old one"
    assert a2["Approved by"] == "Corporate Director of Resources"


def test_a_changed_target_is_noted_on_the_scorecard_too():
    card = reading.tables(reading.papers(smallham.material())["appendix-2-corporate-scorecard"])["lines"]
    assert reading.row(card, "A2")["Note"] == "Target changed on 11 July 2023; amber under the old one."


def test_a_promise_stands_beside_what_became_of_it():
    a3 = reading.row(reading.tables(report())["promised-words"], "A3")
    assert a3["Promised in Q1"] == "Both posts will be filled by September."
    assert a3["What became of it"] == "Two posts are vacant."


def test_a_promise_of_a_challenge_that_nobody_told_of_says_so():
    now = gate.for_publication(smallham.sealed())
    promised = smallham.challenge(1, indicators=["A4"], actions=[])
    document = report(previous_challenges=beside.challenges([promised], now))
    assert reading.rows(reading.tables(document)["promised-steps"])["Fill"][-1] == "not yet reported"


def test_every_red_belongs_to_a_challenge():
    document = report()
    assert "Each of the 2 reds here belongs to a key challenge." in reading.paragraphs(document)
    assert reading.row(reading.tables(document)["priority-rf-off"], "A4")["Key challenge"] == "Challenge 1"


def test_a_red_without_a_challenge_is_named():
    now = gate.for_publication(smallham.sealed())
    only = beside.challenges(smallham.challenges()[1:], now)
    document = report(challenges=only)
    assert (
        "A4 Measure A4 and R2b Do R2 by March 2024: benefits self-service have no key challenge: none was "
        "given for them."
    ) in reading.paragraphs(document)
    assert reading.row(reading.tables(document)["priority-rf-off"], "A4")["Key challenge"] == "none given"
    assert reading.row(reading.tables(document)["priority-rf-off"], "A3")["Key challenge"] == "none needed"


def test_a_challenge_has_all_its_parts():
    panel = reading.panels(report())["challenge-1"]
    labels = [row.label for row in panel.rows]
    assert labels == ["Position", "Why", "What we are doing", "Back on target", "Since the quarter"]
    assert [c.words(line) for line in panel.figures] == ["70.0%", "target 90.0%", "Red"]
    assert c.words(panel.line) == (
        "A4 Measure A4: red, amber in Q1; R2b Do R2 by March 2024: benefits self-service: red, amber in Q1. "
        "Portfolio holder: Customer Services (Cllr A. Brookly). Lead: Corporate Director of Resources."
    )


def test_the_position_of_a_challenge_is_written_from_the_figures_where_nobody_wrote_it():
    panel = reading.panels(report())["challenge-2"]
    (position,) = panel.rows[0].blocks
    assert c.words(position.line) == (
        "B1: 1,164 (30 September 2023) against a target of 1,050 or fewer (amber to 1,103). Up 62 on last "
        "quarter, worse; up 186 on the same quarter last year, worse."
    )


def test_what_is_known_since_the_quarter_stands_in_the_challenge():
    now = gate.for_publication(smallham.sealed())
    restated = smallham.Change(
        "restated",
        "A4",
        smallham.indicators()[3],
        {**smallham.indicators()[3], "value": 69.0, "numerator": 138.0},
        "late cancellations",
        "2023-11-16",
    )
    document = report(changes=beside.changes([restated], now))
    (since,) = reading.panels(document)["challenge-1"].rows[-1].blocks
    assert c.words(since.line) == (
        "As now known on 30 November 2023: A4: restated to 69.0% on 16 November (late cancellations); "
        "still red."
    )


def test_a_challenge_ends_with_the_latest_month():
    now = gate.for_publication(smallham.sealed())
    about = smallham.challenge(1, indicators=["A1"], actions=[])
    panel = reading.panels(report(challenges=beside.challenges([about], now), changes=NOTHING))["challenge-1"]
    (since,) = panel.rows[-1].blocks
    assert c.words(since.line) == "No change known on 30 November 2023. November 2023: 90.4%."


def test_a_challenge_of_two_measures_says_which_figure_stands_at_its_head():
    now = gate.for_publication(smallham.sealed())
    about = smallham.challenge(1, indicators=["A4", "A3"], actions=[])
    panel = reading.panels(report(challenges=beside.challenges([about], now)))["challenge-1"]
    assert c.words(panel.figures[0]) == "A4 70.0%"
    assert "; A3 Measure A3: " in c.words(panel.line)


def test_what_is_hidden_is_named_with_the_reason():
    hidden = reading.tables(report())["hidden"]
    assert reading.rows(hidden)["B2"] == (
        "30 September 2023; figure as now known; later month",
        "Hidden to protect individuals",
    )


def test_a_council_without_a_plan_gets_a_shorter_report_whose_headings_say_why():
    headings = reading.headings(reading.report(smallham.bare()))
    assert headings[0] == ("A shorter report: no corporate plan, Pledges or key challenges on record for Q2")
    assert "Reconciliation" not in " ".join(headings)
    assert set(reading.papers(smallham.bare())) == {
        "covering-report",
        "members-summary",
        "appendix-1-strategic-performance-report",
        "appendix-2-corporate-scorecard",
        "receipts",
    }


def test_the_coverage_guard_speaks_in_the_scorecard():
    said = reading.paragraphs(reading.papers(smallham.material())["appendix-2-corporate-scorecard"])
    assert said[0].endswith("All 8 corporate indicators stand on a directorate and a service scorecard.")


def test_a_portfolio_is_shown_under_who_held_it():
    headings = reading.headings(reading.papers(smallham.material())["scorecards-portfolios"])
    assert headings == ["Customer Services (Cllr A. Brookly)", "Housing (Cllr P. Newfield)"]


def test_every_rating_leads_to_its_receipt():
    papers = reading.papers(smallham.material())
    receipts = reading.panels(papers["receipts"])
    card = papers["appendix-2-corporate-scorecard"]
    leads = [span.href for span in reading.spans(card.blocks) if isinstance(span, c.Mark)]
    assert {href.removeprefix("receipts.html#") for href in leads} <= set(receipts)
    sources = [row for row in receipts["r-a1"].rows if row.label == "Where the figure comes from"]
    assert c.words(sources[0].blocks[0].line) == "customer.xlsx, sheet Q2, C7"


def test_words_written_after_the_freeze_say_so():
    """A red is answered when its figure is known: the answer is no part of the frozen position."""
    said = reading.paragraphs(report())
    assert any("this report, except the words of the key challenges, stands as" in text for text in said)
    assert any("the words beneath are as known on 30 November 2023." in text for text in said)


def test_a_target_changed_after_the_freeze_restates_no_figure():
    now = {line["indicator"]: line for line in smallham.indicators()}
    b1 = now["B1"]
    moved = Change("improved", "B1", b1, {**b1, "target": 1200.0, "rating": "green"})
    cleared = beside.changes([moved], gate.for_publication(smallham.sealed()))
    words = " ".join(reading.paragraphs(report(changes=cleared)))
    assert "B1: still 1,164 (the same figure, rated by another target or rule); now green." in words

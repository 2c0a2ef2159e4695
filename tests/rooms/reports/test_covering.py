"""The covering report prints the whole form, in its order, and says of each question what was answered."""

from dataclasses import replace

from goldenthread.documents import content as c
from goldenthread.reports.assemble import covering, quarter
from goldenthread.reports.assemble.covering import answers
from goldenthread.reports.form import Answer, BackgroundPaper, Clearance, Officer, Risk, Standing
from goldenthread.reports.material import NOTHING
from tests.rooms.reports import reading, smallham
from tests.rooms.reports.covering_form import form

HEADINGS = [
    "Section 1 – Summary and Recommendations",
    "Recommendations:",
    "Reason: (for recommendations)",
    "Section 2 – Report",
    "Introductory paragraph",
    "Options considered",
    "Summary of Performance",
    "Overall Performance at end of Quarter 2, 30 September 2023",
    "Ward Councillors’ comments",
    "Performance Issues",
    "Data Protection Implications",
    "Risk Management Implications",
    "Procurement Implications",
    "Legal Implications",
    "Financial Implications",
    "Equalities implications / Public Sector Equality Duty",
    "Council Priorities",
    "The charts as tables",
    "Section 3 – Statutory Officer Clearance",
    "Mandatory Checks",
    "Section 4 – Contact Details and Background Papers",
]


def paper(material=None, **answered):
    """The covering report of Smallham with these answers beside those of the usual form."""
    return covering.document(quarter.of(replace(material or smallham.material(), form=form(**answered))))


def fields(document):
    """Each field of the form with its answers in words; of two with one label the later."""
    facts = (block for block in reading.blocks(document) if isinstance(block, c.Facts))
    return {row.label: [c.words(line) for line in row.lines] for each in facts for row in each.rows}


def said_under(document, heading):
    """The paragraphs that stand directly under a heading."""
    sections = (block for block in reading.blocks(document) if isinstance(block, c.Section))
    (found,) = [block for block in sections if block.title == heading]
    return [c.words(block.line) for block in found.blocks if isinstance(block, c.Paragraph | c.Note)]


def test_every_heading_stands_in_the_order_of_the_form_answered_or_not():
    bare = covering.document(quarter.of(smallham.bare()))
    assert reading.headings(paper()) == HEADINGS
    assert reading.headings(bare) == HEADINGS


def test_the_front_table_answers_in_full():
    front = fields(paper())
    assert front["Report for:"] == ["Cabinet"]
    assert front["Date of Meeting:"] == ["24 January 2024"]
    assert front["Key Decision:"] == ["No"]
    assert front["Responsible Officer:"] == ["F. Scar, Managing Director"]
    assert front["Enclosures:"] == [
        "Appendix 1 – Strategic Performance Report",
        "Appendix 2 – Corporate Scorecard",
    ]


def test_the_councillor_stands_with_the_full_title_of_the_portfolio():
    answered = fields(paper(portfolio="customer", holder="Cllr A. Brookly"))
    assert answered["Portfolio Holder:"] == ["Cllr A. Brookly, Portfolio Holder for Customer Services"]
    vacant = fields(paper(portfolio="customer", holder=""))
    assert vacant["Portfolio Holder:"] == [f"{answers.NOT_GIVEN} (Portfolio Holder for Customer Services)"]


def test_yes_no_and_nobody_said_are_three_answers():
    for answer, printed in (
        (Answer(True, "Paragraph 3 applies."), ["Yes", "Paragraph 3 applies."]),
        (Answer(False), ["No"]),
        (None, [answers.NOT_GIVEN]),
    ):
        assert fields(paper(exempt=answer))["Exempt:"] == printed


def test_a_no_prints_its_reason_beneath():
    assert fields(paper())["EqIA carried out:"] == [
        "No",
        "Not required for the quarterly performance report.",
    ]


def test_without_a_form_every_question_says_that_nobody_answered():
    bare = covering.document(quarter.of(smallham.bare()))
    found = fields(bare)
    given = {"Subject:", "Enclosures:", "Background Papers:"}
    clearances = {label for label, lines in found.items() if "Date: Awaited" in lines}
    unanswered = {label for label, lines in found.items() if lines == [answers.NOT_GIVEN]}
    assert unanswered == set(found) - given - clearances
    assert said_under(bare, "Legal Implications") == [answers.NOT_GIVEN]
    assert bare.title == "Strategic Performance Report Q2 2023-24"


def test_recommendations_are_numbered_after_that():
    (recommended,) = [
        block
        for block in reading.blocks(paper())
        if isinstance(block, c.Section) and block.title == "Recommendations:"
    ]
    that, items = recommended.blocks
    assert (c.words(that.line), items.kind, len(items.items)) == ("That", "numbers", 2)


def test_the_councils_own_words_stand_under_their_heading():
    own = (Standing("procurement", ("None",)), Standing("summary", ("A quarter of two halves.",)))
    document = paper(standing=own)
    assert said_under(document, "Procurement Implications") == ["None"]
    assert said_under(document, "Summary of Performance")[1] == "A quarter of two halves."


def test_the_position_stands_with_both_dates_and_the_time_since_apart():
    position, since, _ = said_under(paper(), "Summary of Performance")
    assert "as at the end of Q2, 30 September 2023, as known on 10 November 2023" in position
    assert "told separately in Appendix 1; it changes no figure or chart here." in position
    assert since == (
        "As now known on 30 November 2023, the performance indicators of Q2 stand at 3 green, 2 amber, "
        "2 red, 1 not rated (Appendix 1). The charts show them as frozen on 10 November 2023."
    )


def test_where_nothing_has_changed_since_the_freeze_that_is_said():
    quiet = smallham.material(changes=NOTHING, latest=NOTHING)
    position, _ = said_under(paper(quiet), "Summary of Performance")
    assert position.endswith("As known on 30 November 2023, no figure of it has changed since.")


def test_at_the_freeze_itself_nothing_is_told_of_the_time_since():
    early = smallham.material(changes=NOTHING, latest=NOTHING, changes_known_at=smallham.FROZEN)
    position, _ = said_under(paper(early), "Summary of Performance")
    assert position.endswith("as known on 10 November 2023, when it was frozen.")


def test_plan_and_priorities_stand_by_name():
    (introduced,) = said_under(paper(), "Introductory paragraph")
    assert introduced.startswith(
        "Appendix 1 to this report addresses performance against the outcomes and Pledges"
    )
    lists = [block for block in reading.blocks(paper()) if isinstance(block, c.BulletList)]
    assert [[c.words(item) for item in each.items] for each in lists[1:]] == [
        ["Residents first", "Those in need"]
    ] * 2


def test_without_a_plan_the_introduction_says_why_there_are_no_priorities():
    (introduced,) = said_under(covering.document(quarter.of(smallham.bare())), "Introductory paragraph")
    assert introduced.startswith("No corporate plan is on record for Q2, so the report has no priorities.")


def test_a_clearance_has_three_lines_and_one_that_is_awaited_says_so():
    given = Clearance("x", "Statutory Officer", "Monitoring Officer", "B. Fell", True)
    cleared = replace(given, day=form().clearances[1].day)
    assert fields(paper(clearances=(cleared,)))["Statutory Officer:"] == [
        "B. Fell",
        "Signed on behalf of the Monitoring Officer",
        "Date: 6 December 2023",
    ]
    assert fields(paper(clearances=(given,)))["Statutory Officer:"] == [
        "B. Fell",
        "Not yet signed on behalf of the Monitoring Officer",
        "Date: Awaited",
    ]


def test_the_portfolio_holders_box_is_ticked_or_empty():
    label = "Has the Portfolio Holder(s) been consulted?"
    assert fields(paper())[label] == ["Yes ☒"]
    assert fields(paper(holder_consulted=Answer(False, "Away.")))[label] == ["Yes ☐", "Away."]


def test_background_papers_are_none_unless_one_is_listed():
    assert fields(paper())["Background Papers:"] == ["None"]
    listed = (BackgroundPaper("open-data/indicators.csv", "Indicators as a table"),)
    assert fields(paper(background=listed))["Background Papers:"] == ["Indicators as a table"]


def test_the_contact_can_be_written_to():
    document = paper(
        contact=Officer("G. Mere", "Head of Performance", "performance@example.org", "020 7946 0000")
    )
    assert fields(document)["Contact:"] == [
        "G. Mere, Head of Performance",
        "performance@example.org",
        "020 7946 0000",
    ]
    assert c.Link("performance@example.org", "mailto:performance@example.org") in reading.spans(document)


def test_a_mitigation_without_evidence_is_not_claimed():
    risk = Risk("Late figures", ("scorecards", "frozen"), "amber")
    (row,) = reading.tables(paper(smallham.material(layouts=()), risks=(risk,)))["risks"].rows()
    assert sum(isinstance(span, c.Break) for span in row.cells[0]) == 1
    mitigations, rating = map(c.words, row.cells)
    assert mitigations.startswith(
        "Scorecards. Not claimed: no evidence is held that every corporate indicator"
    )
    assert "Frozen and sealed. The position was frozen and sealed on 10 November 2023" in mitigations
    assert (c.words(row.header), rating) == ("Late figures", "Amber: 1 of 2 mitigations not claimed")


def test_reds_that_no_challenge_answers_are_said_to_have_none():
    bare = covering.document(quarter.of(smallham.bare()))
    (said,) = said_under(bare, "Performance Issues")
    assert said.endswith("were red. Appendix 1 lists them; 2 of 2 belong to no key challenge.")
    (answered,) = said_under(paper(standing=()), "Performance Issues")
    assert answered.endswith("Appendix 1 deals with each under its key challenge.")


def test_a_risk_that_claims_nothing_says_so():
    (row,) = reading.tables(paper(risks=(Risk("Late figures", (), "red"),)))["risks"].rows()
    assert [c.words(cell) for cell in row.cells] == ["None claimed.", "Red"]


def test_what_was_hidden_is_counted_and_never_shown():
    document = paper()
    assert said_under(document, "Data Protection Implications")[-1].startswith("In these papers ")
    printed = " ".join(getattr(span, "text", getattr(span, "shown", "")) for span in reading.spans(document))
    assert "142 of 145" not in printed
    assert "97.9" not in printed
    assert "two siblings" not in printed.lower()

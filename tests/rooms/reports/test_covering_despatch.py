"""Before a report is sent, what still stands in its way is found in its own material, and told in words."""

import re
from dataclasses import replace
from datetime import date

import pytest

from goldenthread.disclosure import beside, gate
from goldenthread.disclosure.texts import FEW, Decision
from goldenthread.reports import despatch
from goldenthread.reports.form import EVIDENCE, Answer, Risk, Standing
from goldenthread.reports.material import NOTHING
from tests.house import ROOT
from tests.rooms.reports import smallham
from tests.rooms.reports.covering_form import CLEARANCES, form


def material(sealed=None, **answered):
    """Smallham with its form; a report that may go unless something is answered otherwise."""
    given = {"sealed": sealed} if sealed else {}
    return replace(smallham.material(**given), form=form(portfolio="customer", **answered))


def found(given, code):
    return [finding.words for finding in despatch.findings(given) if finding.code == code]


def test_a_report_that_may_go_has_no_findings():
    assert despatch.findings(material()) == []


def test_a_red_without_a_challenge_is_named():
    alone = replace(material(), challenges=NOTHING)
    assert found(alone, despatch.RED_UNANSWERED) == ["A4, B1 and R2b are red and belong to no key challenge."]


def test_a_clearance_that_is_awaited_is_named():
    awaited = replace(CLEARANCES[0], day=None)
    assert found(material(clearances=(awaited,)), despatch.AWAITED) == [
        "Clearance by the Chief Financial Officer is awaited."
    ]


def test_where_the_form_names_no_clearance_all_five_are_awaited():
    assert len(found(material(clearances=()), despatch.AWAITED)) == 5


def test_a_clearance_covers_the_last_change_only_if_it_is_later():
    """The last change that Smallham's papers tell of became known on 20 November."""
    for day, is_too_early in ((19, True), (20, True), (21, False)):
        cleared = replace(CLEARANCES[0], day=date(2023, 11, day))
        assert bool(found(material(clearances=(cleared,)), despatch.TOO_EARLY)) is is_too_early, day
    early = material(clearances=(replace(CLEARANCES[0], day=date(2023, 11, 19)),))
    assert found(early, despatch.TOO_EARLY) == [
        "Clearance by the Chief Financial Officer on 19 November 2023 is not later than the last change that "
        "the report tells of, on 20 November 2023."
    ]


def test_without_changes_a_clearance_must_be_later_than_the_freeze():
    for day, is_too_early in ((10, True), (11, False)):
        cleared = replace(CLEARANCES[0], day=date(2023, 11, day))
        quiet = replace(material(clearances=(cleared,)), changes=NOTHING)
        assert bool(found(quiet, despatch.TOO_EARLY)) is is_too_early, day


def test_a_standing_text_due_for_review_before_the_meeting_is_named():
    for review_by, is_due in ((date(2024, 1, 23), True), (date(2024, 1, 24), False), (None, False)):
        legal = Standing("legal", ("The duty of best value.",), review_by=review_by)
        assert bool(found(material(standing=(legal,)), despatch.REVIEW_DUE)) is is_due, review_by


def test_without_a_meeting_day_the_review_is_held_against_the_day_of_the_form():
    legal = Standing("legal", ("The duty of best value.",), review_by=date(2023, 12, 18))
    assert found(material(standing=(legal,), meeting_date=None), despatch.REVIEW_DUE) == [
        "The standing text on legal was to be reviewed by 18 December 2023, before 19 December 2023."
    ]


def test_a_mitigation_for_which_nothing_is_held_is_named():
    risk = Risk("Late figures", ("months", "frozen"), "green")
    without = replace(material(risks=(risk,)), latest=NOTHING)
    assert found(without, despatch.NOT_CLAIMED) == [
        "The mitigation “Monthly figures” of the risk “Late figures” is not claimed: no evidence is held."
    ]


def test_a_withheld_comment_is_named_but_not_quoted():
    two = smallham.comment(indicator="B1", happened="Two siblings moved twice in August.")
    (words,) = found(material(smallham.sealed(commentary=(two,))), despatch.WITHHELD)
    assert words.startswith("B1: comment withheld")
    assert "siblings" not in words


def test_a_withheld_answer_of_the_form_is_named():
    withheld = material(decisions=(Decision("standing text legal 1", "covering report", FEW),))
    assert found(withheld, despatch.WITHHELD)[0].startswith("standing text legal 1: covering report withheld")


def test_a_withheld_reason_of_a_change_is_named():
    change = replace(smallham.changes()[0], why="Two siblings were counted twice", indicator="B1")
    now = gate.for_publication(smallham.sealed())
    people = {line["indicator"]: line for line in smallham.indicators()}["B1"]
    moved = replace(change, old=people, new={**people, "value": 1171.0})
    told = replace(material(), changes=beside.changes([moved], now))
    assert found(told, despatch.WITHHELD)[0].startswith("B1: reason of a change withheld")


def test_each_question_that_nobody_answered_is_named():
    open_ = material(exempt=None, wards="", summary="", standing=form().standing[:-1], risks=())
    assert found(open_, despatch.NOT_GIVEN) == [
        "Nobody has answered “Exempt:”.",
        "Nobody has answered “Wards affected:”.",
        "Nobody has answered “Section 1 – Summary and Recommendations”.",
        "Nobody has answered “Risks of agreeing this report”.",
        "Nobody has answered “Equalities implications / Public Sector Equality Duty”.",
    ]


def test_a_form_that_nobody_has_answered_is_one_finding():
    codes = [finding.code for finding in despatch.findings(replace(material(), form=None))]
    assert codes == [despatch.NO_FORM]


def test_a_no_is_an_answer():
    assert found(material(eqia=Answer(False)), despatch.NOT_GIVEN) == []


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (
            "published",
            "The release Q2-1 awaits approval by the Head of Legal: goldenthread disclosure approve Q2-1.",
        ),
        (
            "withdrawn",
            "The release Q2-1 was withdrawn by the Head of Legal as one that never left: "
            "do not send this pack.",
        ),
        ("approved", None),
    ],
)
def test_how_the_release_stands_is_told(standing, words):
    """What it hides and shows is for the data protection lead to agree to before it is sent."""
    recorded = despatch.Recorded("Q2-1", standing, "Head of Legal")
    told = [finding.words for finding in despatch.findings(material(), recorded)]
    assert [each for each in told if each.startswith("The release")] == [each for each in [words] if each]


def test_a_withheld_judgement_and_basis_of_a_forecast_are_named():
    judged = {
        "rating": "amber",
        "why": "One child was late.",
        "author": "Head of Service",
        "at": "2023-11-01",
    }
    lines = [
        {**line, "judgement": judged, "forecast_basis": "Less the two siblings"}
        if line["indicator"] == "B1"
        else line
        for line in smallham.indicators()
    ]
    told = replace(material(), now=gate.for_publication(smallham.sealed(indicator=tuple(lines))))
    assert [words.partition(",")[0] for words in found(told, despatch.WITHHELD)] == [
        "B1: basis of the forecast withheld",
        "B1: reason of a judgement withheld",
    ]


def test_every_kind_of_finding_and_evidence_is_explained():
    explained = (ROOT / "docs" / "reference" / "before-despatch.md").read_text(encoding="utf-8")
    codes = set(re.findall(r"^\| `([a-z_-]+)` \|", explained, re.MULTILINE))
    kinds = {despatch.NO_FORM, despatch.RED_UNANSWERED, despatch.AWAITED, despatch.TOO_EARLY}
    kinds |= {despatch.REVIEW_DUE, despatch.NOT_CLAIMED, despatch.WITHHELD, despatch.NOT_GIVEN}
    kinds |= {despatch.NOT_APPROVED, despatch.WITHDRAWN}
    assert codes == kinds | set(EVIDENCE)

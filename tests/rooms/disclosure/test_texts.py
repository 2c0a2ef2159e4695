"""Texts: what the words of people may say beside figures that are hidden, and who is told."""

from datetime import date, datetime
from typing import Any

from goldenthread.disclosure import beside, findings, gate, texts
from goldenthread.disclosure.texts import Known
from goldenthread.methods.disclosure import words
from goldenthread.methods.disclosure.words import Names, Rule
from goldenthread.positions.queries import Sealed
from tests.rooms.disclosure.test_gate import SCHEME, figure, line

SHOWN = figure("", 100, 145, 68.966)


def sealed(*lines: dict[str, Any], **others: tuple[dict[str, Any], ...]) -> Sealed:
    return Sealed(
        period="2023-24-Q2",
        position_date=date(2023, 9, 30),
        known_at=datetime(2023, 11, 10, 17),
        frozen_by="Head of Performance",
        digest="d" * 64,
        previous_digest="",
        lines={"scheme": (SCHEME,), "indicator": lines, **others},
    )


def comment(said: str, **about: str) -> dict[str, Any]:
    return {"happened": said, "why": "", "next": "", "author": "Head of Service", **about}


def measures(position: Sealed, known: Known | None = None) -> texts.Measures:
    cleared = gate.for_publication(position, known=known)
    return gate.read_with(cleared, position, known=known)


def found(position: Sealed, known: Known | None = None) -> list[findings.Finding]:
    return list(findings.in_position(position.lines, measures(position, known)))


def named(**said: Any) -> dict[str, Any]:
    return line(name="Care leavers in suitable accommodation", **said)


def test_the_writer_and_the_data_protection_lead_are_told_what_why_and_what_would_be_right():
    said = "Foster carers retired, and two siblings moved twice."
    (one,) = found(sealed(line(**SHOWN), commentary=(comment(said, indicator="CSC10"),)))
    assert (one.kind, one.about, one.field) == ("comment", "CSC10", "happened")
    assert said[one.start : one.end] == one.words == "two siblings"
    assert (one.rule, one.why) == (Rule.FEW_PEOPLE, "its words count very few people")
    assert (one.writer, one.lead) == ("Head of Service", "Data protection lead")


def test_a_comment_on_an_outcome_may_not_tell_the_hidden_figure_of_a_measure():
    """CSC10 is hidden; the comment on its outcome names it in other words."""
    position = sealed(
        named(), commentary=(comment("Of care leavers 142 are in suitable accommodation.", outcome="SN1"),)
    )
    (one,) = found(position)
    assert (one.about, one.words, one.rule) == ("SN1", "142", Rule.HIDDEN_COUNT)
    cleared = gate.for_publication(position)
    assert cleared.sealed.of("commentary")[0]["happened"] == gate.WITHHELD
    assert cleared.decisions[-1] == gate.Decision("SN1", "comment", "its words tell a hidden number")


def test_a_difference_from_junes_published_figure_is_caught():
    """138 in June are published: four more are 142."""
    position = sealed(named(), commentary=(comment("CSC10 rose by 4 since June.", outcome="SN1"),))
    assert [one.rule for one in found(position)] == [Rule.HIDDEN_BY_DIFFERENCE]


def test_a_phrase_that_was_approved_stands_in_its_text_alone():
    said = comment("Two siblings moved.", indicator="CSC10")
    (one,) = found(sealed(line(**SHOWN), commentary=(said,)))
    known = Known(approved=frozenset({one.digest}))
    assert found(sealed(line(**SHOWN), commentary=(said,)), known) == []
    assert gate.for_publication(sealed(line(**SHOWN), commentary=(said,)), known=known).sealed.of(
        "commentary"
    ) == (said,)
    other = {**said, "happened": "Two siblings moved again."}
    assert len(found(sealed(line(**SHOWN), commentary=(other,)), known)) == 1


def test_names_are_caught_wherever_they_stand_and_public_ones_pass():
    known = Known(names=Names(never=frozenset({"Quillfeather"}), public=frozenset({"Cllr P. Lanternby"})))
    homes = line(**SHOWN, counts_people=False)
    said = (
        comment("Cllr Lanternby opened it.", indicator="CSC10"),
        comment("Mrs Quillfeather of Mill Road complained.", indicator="CSC10"),
    )
    told = found(sealed(homes, commentary=said), known)
    assert {(one.rule, one.words) for one in told} == {
        (Rule.NAMED, "Mrs Quillfeather"),
        (Rule.NEVER_PRINTED, "Quillfeather"),
    }


def test_progress_forecasts_and_judgements_are_read_too():
    judged = {"rating": "amber", "why": "The only child was late.", "author": "Head of Service"}
    position = sealed(
        line(**SHOWN, judgement=judged, forecast_basis="Less the two siblings", forecast_author="Team"),
        action=({"ref": "S7", "words": "Three children moved.", "lead": "Corporate Director"},),
    )
    assert [(one.kind, one.about, one.field, one.words, one.writer) for one in found(position)] == [
        ("progress", "S7", "words", "Three children", "Corporate Director"),
        ("forecast", "CSC10", "basis", "two siblings", "Team"),
        ("judgement", "CSC10", "why", "only child", "Head of Service"),
    ]


def test_a_withheld_judgement_or_forecast_is_a_decision_too():
    """Whoever sends the report must learn of it, as of a comment."""
    judged = {"rating": "amber", "why": "The only child was late.", "author": "Head of Service"}
    cleared = gate.for_publication(
        sealed(line(**SHOWN, judgement=judged, forecast_basis="Less the two siblings"))
    )
    (shown,) = cleared.sealed.of("indicator")
    assert (shown["forecast_basis"], shown["judgement"]["why"]) == (gate.WITHHELD, gate.WITHHELD)
    assert shown["judgement"]["rating"] == "amber"
    assert cleared.decisions == (
        gate.Decision("CSC10", "basis of the forecast", "its words count very few people"),
        gate.Decision("CSC10", "reason of a judgement", "its words single out one person or family"),
    )


def test_challenges_changes_and_answers_are_read_too():
    read_with = measures(sealed(named()))
    challenge = {
        "number": 3, "lead": "cd", "indicators": [], "position": "", "why": "Mr Brown left.",
        "back_on_target": "", "since": "", "doing": [{"what": "move two families"}],
    }  # fmt: skip
    told = [
        *findings.in_challenges([challenge], {"cd": "Corporate Director"}, read_with),
        *findings.in_changes([("CSC10", "Head of Service", "142 were counted twice")], read_with),
        *findings.in_answers({"summary": "CSC10 stands at 97.9%."}, "Head of Performance", read_with),
    ]
    assert [(one.about, one.field, one.words, one.writer) for one in told] == [
        ("Challenge 3", "why", "Mr Brown", "Corporate Director"),
        ("Challenge 3", "step 1, what", "two families", "Corporate Director"),
        ("CSC10", "why", "142", "Head of Service"),
        ("CSC10", "why", "twice", "Head of Service"),
        ("summary", "", "97.9%", "Head of Performance"),
    ]


def test_what_is_withheld_is_what_is_found():
    """Every text of a challenge that has a finding is withheld, and no other."""
    cleared = gate.for_publication(sealed(named()))
    challenge = {
        "number": 3, "lead": "cd", "indicators": [], "position": "Rents rose.", "why": "Mr Brown left.",
        "back_on_target": "June 2024.", "since": "", "doing": [],
    }  # fmt: skip
    told = beside.challenges([challenge], cleared)
    assert [told.lines[0][name] for name in ("position", "why", "back_on_target")] == [
        "Rents rose.", gate.WITHHELD, "June 2024.",
    ]  # fmt: skip
    assert [each.why for each in told.decisions] == ["its words name a person"]


def test_a_finding_shows_no_hidden_number_of_its_own():
    """What is kept in memory beside a text is not printed with it."""
    read_with = measures(sealed(named()))
    assert "142" not in repr(read_with)
    assert "142" not in repr(read_with.figures)
    assert words.REASONS[Rule.HIDDEN_COUNT] == "its words tell a hidden number"

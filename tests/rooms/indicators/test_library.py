"""The library of indicators: whole, in closed words, and consistent."""

import re
from pathlib import Path

import pytest

from goldenthread.indicators import catalogue

FAMILIES = {
    "CSC": 14,
    "EDU": 5,
    "ASC": 12,
    "PH": 3,
    "HOU": 19,
    "ENV": 13,
    "HWY": 4,
    "PLN": 5,
    "REG": 1,
    "COM": 1,
    "CUL": 2,
    "REV": 3,
    "FIN": 5,
    "HR": 7,
    "CUS": 9,
}
CODES = [f"{family}{number:02}" for family, count in FAMILIES.items() for number in range(1, count + 1)]


def test_all_103_are_there():
    assert len(CODES) == 103
    assert list(catalogue.codes()) == CODES


@pytest.mark.parametrize("code", CODES)
def test_every_word_stands_in_a_closed_list(code):
    item = catalogue.item(code)
    definition = catalogue.definition(code)
    assert item.model_extra is not None
    assert set(item.model_extra) <= set(type(definition).model_fields)
    assert definition.id == code


@pytest.mark.parametrize("code", CODES)
def test_the_formula_agrees_with_unit_and_multiplier(code):
    item, definition = catalogue.item(code), catalogue.definition(code)
    if item.formula == "count":
        assert (definition.unit, definition.multiplier, definition.denominator_label) == ("count", 1, "")
        assert definition.aggregation in {"sum", "latest", "rolling_sum", "annual_only"}
    else:
        assert definition.denominator_label
        expected = 100 if definition.unit.startswith("%") else 1
        per = re.fullmatch(r"per ([\d,]+)", definition.unit)
        assert definition.multiplier == (int(per[1].replace(",", "")) if per else expected)


@pytest.mark.parametrize("code", CODES)
def test_basis_aggregation_and_due_belong_together(code):
    definition = catalogue.definition(code)
    assert (definition.basis in {"snapshot", "forecast"}) <= (definition.aggregation == "latest")
    assert (definition.frequency == "annual") == bool(definition.due) == bool(definition.due_note)
    assert (definition.basis == "academic_year") == (definition.calendar == "academic")


@pytest.mark.parametrize("code", CODES)
def test_a_typical_target_is_a_number_a_reason_or_nothing_to_aim_for(code):
    item, definition = catalogue.item(code), catalogue.definition(code)
    typical = item.typical_target
    assert (typical.low is None) == (typical.high is None)
    if typical.low is not None:
        assert typical.low <= typical.high
    else:
        assert typical.note
    if definition.polarity == "neutral":
        assert typical.low is None
    if typical.tolerance_kind == "range":
        assert definition.polarity == "range"


@pytest.mark.parametrize("code", CODES)
def test_what_counts_people_at_risk_says_so(code):
    definition = catalogue.definition(code)
    if definition.small_number_risk == "none":
        assert not definition.counts_people
    assert not set(definition.never_break_down) & set(definition.publish_breakdowns)


def test_a_definition_reads_as_a_sentence():
    assert catalogue.definition("CUS01").definition == (
        "First-stage complaints answered within 15 working days, "
        "as a percentage of first-stage complaints answered."
    )
    assert catalogue.definition("HOU03").definition.endswith("at the end of the period.")


def test_every_decision_made_in_cleaning_the_library_is_written_down():
    page = (Path(__file__).parents[3] / "docs/reference/indicator-library.md").read_text(encoding="utf-8")
    assert [code for code in CODES if f"| {code} |" not in page] == []


def test_an_unknown_code_is_refused():
    with pytest.raises(catalogue.NotInLibrary, match="XX01"):
        catalogue.definition("XX01")

"""Surveys in returns: how many answered and the interval that is given, read and held to reason."""

import pytest

from goldenthread.collection import actions, mapping
from goldenthread.collection.mapping import MappingNotSound
from goldenthread.observations import ledger
from tests.rooms.collection import council, files
from tests.rooms.collection.council import KNOWN, NOW

pytestmark = pytest.mark.django_db
HEADINGS = "Indicator,Period,Number,Out of,Value,Base,From,To"
MAPPING = """\
mapping: survey
title: A survey
tables:
  - header: {find: [Indicator, Period]}
    indicator: {column: Indicator}
    period: {column: Period}
    numerator: {column: Number}
    denominator: {column: Out of}
    value: {column: Value}
    respondents: {column: Base}
    given_lower: {column: From}
    given_upper: {column: To}
"""


@pytest.fixture(autouse=True)
def _council():
    council.load()


def import_(path, text=MAPPING, dry_run=False):
    read = mapping.read(text.encode(), "survey.yaml")
    return actions.import_file(path=path, mapping=read, known_from=KNOWN, by="x", at=NOW, dry_run=dry_run)


def imported(tmp_path, *lines, text=MAPPING):
    return import_(files.text(tmp_path / "a.csv", HEADINGS, *lines), text)


def kept():
    names = ("value_exact", "respondents_exact", "given_lower_exact", "given_upper_exact")
    return ledger.series(known_at=NOW).select(names).rows()


def test_how_many_answered_and_the_interval_enter_the_ledger_with_the_figure(tmp_path):
    done = imported(tmp_path, 'CUS01,2023-09,,,56.0,"1,842",52,60.00')

    assert done.findings == ()
    assert kept() == [("56", "1842", "52", "60")]


def test_a_figure_can_be_traced_to_the_sheet_and_cell_it_stood_in(tmp_path):
    headings = HEADINGS.split(",")
    book = files.workbook(
        tmp_path / "a.xlsx", {"Wave 3": [headings, ["CUS01", "2023-09", None, None, 56, 842, 52, 60]]}
    )
    import_(book)

    assert ledger.series(known_at=NOW)["source"].to_list() == ["a.xlsx, sheet Wave 3, E2"]


@pytest.mark.parametrize(
    ("line", "code", "cell", "right"),
    [
        ("CUS01,2023-09,,,56,0,52,60", "not_so_many_answered", "F2", "a whole number above zero"),
        ("CUS01,2023-09,,,56,-8,52,60", "not_so_many_answered", "F2", "a whole number above zero"),
        ("CUS01,2023-09,,,56,84.2,52,60", "not_so_many_answered", "F2", "a whole number above zero"),
        ("CUS01,2023-09,,,56,842,52,", "interval_contradicted", "H2", "both ends, or neither"),
        ("CUS01,2023-09,,,56,842,,60", "interval_contradicted", "G2", "both ends, or neither"),
        ("CUS01,2023-09,,,56,842,60,52", "interval_contradicted", "G2", "swapped"),
        ("CUS01,2023-09,,,56,842,57,60", "interval_contradicted", "G2", "Check all three"),
        ("CUS01,2023-09,,,56,842,0.52,0.60", "interval_contradicted", "H2", "percent: fraction"),
        ("CUS01,2023-09,40,80,,80,52,60", "interval_contradicted", "G2", "Check all three"),
        ("CUS01,2023-09,,,56,many,52,60", "not_a_number", "F2", ""),
    ],
)
def test_what_no_survey_can_say_is_refused_at_its_cell(tmp_path, line, code, cell, right):
    done = imported(tmp_path, line)

    told = [(each.cell, each.severity.value, each.code.value) for each in done.findings]
    assert told == [(cell, "refused row", code)]
    assert right in done.findings[0].right
    assert kept() == []


def test_the_ends_of_an_interval_are_within_it(tmp_path):
    lines = ["CUS01,2023-09,,,52,842,52,60", "CUS01,2023-08,421,842,,842,46.6,50"]
    assert imported(tmp_path, *lines).findings == ()


def test_a_survey_without_an_interval_and_an_interval_without_answers_are_kept(tmp_path):
    imported(tmp_path, "CUS01,2023-09,,,56,842,,", "CUS01,2023-08,,,56,,52,60")

    assert kept() == [("56", None, "52", "60"), ("56", "842", None, None)]


def test_answers_that_are_not_those_of_the_denominator_are_mentioned(tmp_path):
    done = imported(tmp_path, "CUS01,2023-09,400,800,,842,46.5,53.5")

    assert [(each.cell, each.severity.value, each.code.value) for each in done.findings] == [
        ("F2", "warning", "not_so_many_answered")
    ]
    assert "842 answered, and the figure is of 800" in done.findings[0].wrong


@pytest.mark.parametrize("value", ["tbc", "[c]", ""])
def test_nothing_of_a_survey_is_kept_beside_a_figure_that_is_not_there(tmp_path, value):
    done = imported(tmp_path, f"CUS01,2023-09,,,{value},842,52,60")

    assert kept() == [(None, None, None, None)]
    assert "survey_not_kept" in [each.code.value for each in done.findings]


def test_a_hidden_number_of_answers_hides_the_figure(tmp_path):
    """Whoever hides how many answered says that they were few."""
    imported(tmp_path, "CUS01,2023-09,,,56,[c],52,60")

    (row,) = ledger.series(known_at=NOW).iter_rows(named=True)
    assert (row["reason"], row["value"], row["given_lower"]) == ("hidden", None, None)


def test_shares_of_one_are_read_so_in_every_column_that_says_so(tmp_path):
    text = MAPPING
    for column in ("Value", "From", "To"):
        text = text.replace(f"{{column: {column}}}", f"{{column: {column}, percent: fraction}}")
    imported(tmp_path, "CUS01,2023-09,,,0.56,842,0.52,0.6", text=text)

    assert kept() == [("56", "842", "52", "60")]


def test_the_same_figure_with_another_interval_is_no_repeat(tmp_path):
    done = imported(tmp_path, "CUS01,2023-09,,,56,842,52,60", "CUS01,2023-09,,,56,842,51,61")

    assert {each.code.value for each in done.findings} == {"twice_and_different"}


def test_numbers_in_rows_of_their_own_make_one_survey(tmp_path):
    text = """\
mapping: survey
title: A survey
tables:
  - header: {find: [What, Sep 2023]}
    indicator:
      column: What
      codes:
        Satisfied: {indicator: CUS01}
        Base: {indicator: CUS01, measure: respondents}
        Lower: {indicator: CUS01, measure: given_lower}
        Upper: {indicator: CUS01, measure: given_upper}
    period: {across: true}
    across: {matches: "^(?P<period>\\\\w+ \\\\d{4})$"}
""".replace("Satisfied: {indicator: CUS01}", "Satisfied: {indicator: CUS01, measure: value}")
    path = files.text(tmp_path / "a.csv", "What,Sep 2023", "Satisfied,56", "Base,842", "Lower,52", "Upper,60")
    done = import_(path, text)

    assert done.findings == ()
    assert kept() == [("56", "842", "52", "60")]


def test_columns_across_may_hold_the_interval(tmp_path):
    text = """\
mapping: survey
title: A survey
tables:
  - header: {find: [Indicator, Sep 2023 value]}
    indicator: {column: Indicator}
    period: {across: true}
    across:
      matches: "^(?P<period>\\\\w+ \\\\d{4}) (?P<measure>\\\\w+)$"
      measures: {value: value, base: respondents, low: given_lower, high: given_upper}
"""
    lines = ["Indicator,Sep 2023 value,Sep 2023 base,Sep 2023 low,Sep 2023 high", "CUS01,56,842,52,60"]
    done = import_(files.text(tmp_path / "a.csv", *lines), text)

    assert done.findings == ()
    assert kept() == [("56", "842", "52", "60")]


def test_a_mapping_names_both_ends_or_neither():
    with pytest.raises(MappingNotSound, match=r"survey.yaml, line 4.*both given_lower and given_upper"):
        mapping.read(MAPPING.replace("    given_upper: {column: To}\n", "").encode(), "survey.yaml")


def test_a_mapping_of_answers_alone_has_no_figure():
    text = "\n".join(
        line
        for line in MAPPING.splitlines()
        if "Number" not in line and "Out of" not in line and "Value" not in line
    )
    with pytest.raises(MappingNotSound, match="no column of numbers"):
        mapping.read(text.encode(), "survey.yaml")

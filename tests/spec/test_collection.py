"""Collection: what is read from a return, and what is said of the rest.

A return is read by a mapping. Every row becomes a figure, a finding that somebody sees, or a row the mapping
declares to be no figure. A finding names file, sheet and cell, what is wrong and what would be right.
"""

from datetime import UTC, datetime
from decimal import Decimal

import polars as pl
import pytest

from goldenthread.collection.candidates import reading
from goldenthread.collection.candidates.setting import Setting
from goldenthread.collection.findings import FileRefused, in_order
from goldenthread.collection.mapping import read
from goldenthread.collection.readers.opening import from_bytes
from goldenthread.collection.validation import Context, validate
from goldenthread.collection.values.numbers import NumberReader
from tests.spec.worked import examples

OCTOBER = datetime(2023, 10, 20, tzinfo=UTC)
WARDS = {"LKH": "Larkhythe", "X05900003": "Dovecote Rise", "X05900014": "Gorse Hollow"}
MAPPING = """
mapping: customer
title: Customer return
tables:
  - header: {find: [Measure, Month]}
    indicator: {column: Measure, codes: {Complaints: CUS01, Call wait: CUS07, Satisfaction: CUS09}}
    area: {column: Ward, blank: LKH}
    period: {column: Month, as: {default: month, CUS09: year}}
    numerator: {column: In time}
    denominator: {column: All}
    value: {column: Result}
    stop: [{column: Measure, matches: ^notes}]
    ignore: [{column: Measure, matches: ^total, because: total}]
"""
CUSTOMER = read(MAPPING.encode(), "customer.yaml")
SETTING = Setting("LKH", WARDS, {}, OCTOBER, OCTOBER)
DEFINITION = ("indicator", "unit", "multiplier", "frequency", "basis", "aggregation")
DEFINITION += ("plausible_low", "plausible_high")
DEFINED = pl.DataFrame(
    [
        ("CUS01", "%", 100.0, "monthly", "quarter", "ratio_of_sums", None, None),
        ("CUS07", "seconds", 1.0, "monthly", "quarter", "sum", 20.0, 900.0),
        ("CUS09", "%", 100.0, "annual", "annual", "annual_only", None, None),
    ],
    schema=DEFINITION,
    orient="row",
).with_columns(decimals=1, calendar=pl.lit("financial"), dimensions=pl.lit([], pl.List(pl.String)))


def returned(*lines):
    """Read a return of these lines; what may enter the ledger, and the findings."""
    content = "\n".join(["Measure,Ward,Month,In time,All,Result", *lines]).encode()
    found = reading.read(from_bytes("customer.csv", content), CUSTOMER, SETTING)
    dated = found.candidates.with_columns(known_from=pl.lit(OCTOBER))
    context = Context(DEFINED, {}, past=lambda series: series.clear().with_columns(value=pl.lit(0.0)))
    checked = validate(dated, context, "customer.csv")
    return checked.rows, in_order([*found.findings, *checked.findings], [""]), found.ignored


@examples("""
| written     | number     |
|-------------|------------|
| 93.4        | 93.4       |
| 93%         | 93         |
| 1,164       | 1164       |
| £1.2m       | 1200000    |
| £318,400.50 | 318400.5   |
| 196.4 m     | 196400000  |
| −0.5        | -0.5       |
| +3          | 3          |
| 0.123456789012345678901234 | 0.123456789012345678901234 |
""")
def test_numbers_as_people_write_them(written, number):
    """A number is read exactly, to 25 digits, however it is dressed."""
    assert NumberReader().read(written).exact == number


@examples("""
| written          | meaning        |
|------------------|----------------|
| tbc              | awaited        |
| awaited          | awaited        |
| to follow        | awaited        |
| *                | hidden         |
| [c]              | hidden         |
| suppressed       | hidden         |
| n/a              | not_applicable |
| z                | not_applicable |
| -                | not_available  |
| :                | not_available  |
| ..               | not_available  |
| [x]              | not_available  |
| low              | too_small      |
""")
def test_a_marker_is_a_reason_and_never_a_nought(written, meaning):
    """Where people write a word or a sign instead of a number, the figure is missing, with a reason."""
    found = NumberReader().read(written)
    assert (found.exact, found.reason) == (None, meaning)


@examples("""
| in_time | of_all | result | kept_of_all | said                    |
|---------|--------|--------|-------------|-------------------------|
| [c]     | 60     |        | 60          |                         |
| *       | 60     | 5%     | 60          | F2 would give it away   |
| 30      | [c]    | 50%    |             | F2 would give it away   |
| 30      | [c]    |        |             | D2 would give it away   |
| tbc     | [c]    |        |             |                         |
| [c]     | [c]    | [c]    |             |                         |
""")
def test_what_the_sender_has_hidden_stays_hidden(in_time, of_all, result, kept_of_all, said):
    """One hidden count hides its figure: no number beside it is kept that would give it away."""
    rows, findings, _ = returned(f"Complaints,LKH,Sep-23,{in_time},{of_all},{result or ''}")

    kept = rows.select("numerator_exact", "denominator_exact", "value_exact", "status", "reason").row(0)
    assert kept == (None, kept_of_all or None, None, "missing", "hidden")
    assert [said in found.wrong for found in findings] == ([True] if said else [])


@examples("""
| written      | number | status      |
|--------------|--------|-------------|
| 38.4 [p]     | 38.4   | provisional |
| 38.4 (prov)  | 38.4   | provisional |
| 318,400 [e]  | 318400 | estimated   |
| 38.9 [r]     | 38.9   | revised     |
| 38.9         | 38.9   |             |
""")
def test_a_mark_after_a_number_is_its_status(written, number, status):
    """Provisional, estimated and revised figures are marked where they stand."""
    found = NumberReader().read(written)
    assert (found.exact, found.status) == (number, status or "")


@examples("""
| written     | read_as   | number |
|-------------|-----------|--------|
| 19:48       | sixtieths | 19.8   |
| 2:51        | seconds   | 171    |
| 2 min 51 s  | seconds   | 171    |
| 2 min 51 s  | minutes   | 2.85   |
| 1:02:51     | seconds   | 3771   |
""")
def test_what_a_clock_reading_means_is_for_the_mapping_to_say(written, read_as, number):
    """19.8 days shown as 19:48 and a wait of 2:51 look alike, so nothing is guessed."""
    assert NumberReader(clock=read_as).read(written).exact == number
    assert NumberReader().read(written).fault == "not_a_number"


@examples("""
| written | number |
|---------|--------|
| 4,100   | 4.1    |
| 0.5     | 0.0005 |
""")
def test_the_scale_of_a_heading_is_in_the_mapping(written, number):
    """A column headed £000s for an indicator in £m is multiplied by 0.001, exactly."""
    assert NumberReader(scale=Decimal("0.001")).read(written).exact == number


@examples("""
| written    | why                       |
|------------|---------------------------|
| about 40   | is not a number           |
| 12*        | is not a number           |
| 1,16       | is not a number           |
| 007        | is not a number           |
| 1.2E+05    | is not a number           |
| #DIV/0!    | shows the error           |
| =1+1       | a formula and no result   |
| +1+1       | begins like a formula     |
| @SUM(A1)   | begins like a formula     |
""")
def test_what_is_no_number_for_certain_is_refused(written, why):
    """Nothing is guessed, and no formula is ever run."""
    found = NumberReader().read(written)
    assert found.exact is None
    assert why in found.wrong


def test_every_row_is_a_figure_a_finding_or_a_declared_row():
    """Of seven rows three are figures, two are findings, one is a total and one stands under the notes."""
    figures, findings, ignored = returned(
        "Complaints,,Jul-23,170,187,",
        "Complaints,Gorse Hollow,Jul-23,[c],[c],",
        "Call wait,,Jul-23,,,tbc",
        "Complaints,Gosre Hollow,Jul-23,1,3,",
        "Complaints,,July or so,1,3,",
        "Total,,Jul-23,999,999,",
        "Notes,,,,,",
    )
    assert figures.select("cell", "status", "reason").rows() == [
        ("D2", "actual", ""),
        ("D3", "missing", "hidden"),
        ("F4", "missing", "awaited"),
    ]
    assert [found.cell for found in findings] == ["B5", "C6"]
    assert ignored == {"heading": 1, "total": 1, "below the table": 1}


@examples("""
| row                                 | at | what_is_wrong                   | instead                       |
|-------------------------------------|----|---------------------------------|-------------------------------|
| Complaint,,Jul-23,1,2,              | A2 | is no indicator of this return  | Did you mean "Complaints"?    |
| Complaints,Gosre Hollow,Jul-23,1,2, | B2 | is no area of the council       | Did you mean "Gorse Hollow"?  |
| Complaints,,Juli-23,1,2,            | C2 | names no period                 | month as Sep 2023             |
| Satisfaction,,Jul-23,,,68           | C2 | is no year of the financial     | Write it as 2023-24           |
| Complaints,,Nov-23,1,2,             | C2 | begins on 1 November 2023       | Correct the period            |
| Complaints,,Jul-23,0,0,             | D2 | is 0: there is nothing to take  | write n/a for all three       |
| Complaints,,Jul-23,139,126,         | D2 | 139 is above the denominator    | whether the two are swapped   |
| Complaints,,Jul-23,170,187,93.0     | F2 | is not what 170 of 187 makes    | Did you mean 90.9?            |
| Call wait,,Jul-23,,,1710            | F2 | outside 20 to 900               | Did you mean 171.0?           |
| Call wait,,Jul-23,,,171,000         | G2 | more cells than there are       | numbers with commas in quotes |
""")
def test_a_finding_says_where_what_is_wrong_and_what_would_be_right(row, at, what_is_wrong, instead):
    """Misspelled, impossible and unlikely rows, as an officer is told of them."""
    _, findings, _ = returned(row)
    assert [found.cell for found in findings] == [at]
    assert what_is_wrong in findings[0].wrong
    assert instead in findings[0].right


def test_the_same_row_twice_counts_once_and_two_different_ones_not_at_all():
    """Nobody can know which of two different figures is right, so neither is taken."""
    rows = [f"Call wait,,{rest}" for rest in ("Jul-23,,,171", "Jul-23,,,171", "Aug-23,,,180", "Aug-23,,,190")]
    figures, findings, _ = returned(*rows)
    assert figures.select("period", "value_exact").rows() == [("2023-07", "171")]
    assert [(found.cell, found.severity.value) for found in findings] == [
        ("F3", "note"),
        ("F4", "refused row"),
        ("F5", "refused row"),
    ]


def test_a_file_without_the_columns_the_mapping_names_is_refused_as_a_whole():
    """The refusal names the cell, and the nearest heading there is."""
    content = b"Measure,Ward,Mouth,In time,All,Result\nComplaints,,Jul-23,1,2,\n"
    with pytest.raises(FileRefused) as refused:
        reading.read(from_bytes("customer.csv", content), CUSTOMER, SETTING)
    assert str(refused.value) == (
        'customer.csv, A1: row 1 has no heading "Month". Rename "Mouth" to "Month", or correct the mapping.'
    )

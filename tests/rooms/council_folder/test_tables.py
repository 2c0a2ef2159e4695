"""Tables: items taken from somebody else's table, by a description and without code."""

from decimal import Decimal

import pytest

from goldenthread.council_folder import load, reading
from goldenthread.council_folder.problems import FolderRefused
from tests import small_council

DEFAULTS = small_council.FILES["indicators.yaml"].splitlines()[0]
TABLE = """\
\ufeffCode,Title,Kind,Every,Above,Below,Rank,Group
B1,Cost of collection per home,Cost,Annual,1000.0,1.0,Ascending,
B2,Adults satisfied with parks,Percentage,3 Year Aggregates,,,Descending,
B3,Start-ups per 10,Rate per 10,Annual,1.0,0.1,None,x

"""
DESCRIBED = f"""{DEFAULTS}
indicators_from:
  - table: information.csv
    take:
      id: {{column: Code}}
      name: {{column: Title}}
      unit: {{column: Kind, codes: {{Cost: £, Percentage: "%"}}, otherwise: rate}}
      multiplier:
        first_of:
          - {{column: Kind, codes: {{Percentage: 100}}}}
          - {{column: Above, over: Below}}
          - 1
      polarity: {{column: Rank, nothing: [None], codes: {{Ascending: lower, Descending: higher}}}}
      frequency: annual
      basis: {{column: Every, codes: {{Annual: annual, 3 Year Aggregates: years_3}}}}
      aggregation: annual_only
"""
OTHERS = {
    "plan": DEFAULTS,
    "targets": DEFAULTS,
    "scorecards": DEFAULTS,
    "challenges": DEFAULTS,
    "commentary": DEFAULTS,
}


def council(folder, indicators, table=TABLE, **changed):
    data = folder / "data"
    data.mkdir(parents=True)
    (data / "information.csv").write_text(table, encoding="utf-8")
    written = small_council.write(folder / "council", indicators=indicators, **{**OTHERS, **changed})
    return written, data


def taken(folder, indicators, table=TABLE, section="indicators", **changed):
    written, data = council(folder, indicators, table, **changed)
    return [row.item for row in reading.read(written, data=data).section(section)]


def problems(folder, indicators, table=TABLE, **changed):
    written, data = council(folder, indicators, table, **changed)
    with pytest.raises(FolderRefused) as refusal:
        reading.read(written, data=data)
    return [str(problem) for problem in refusal.value.problems]


def test_each_row_is_an_item_and_a_field_what_its_cell_means(tmp_path):
    described = DESCRIBED.replace("nothing: [None], codes: {", "codes: {None: neutral, ")
    first, second, third = taken(tmp_path, described)
    assert (first.id, first.name, first.unit) == ("B1", "Cost of collection per home", "£")
    assert (first.multiplier, first.polarity, first.basis) == (Decimal(1000), "lower", "annual")
    assert (second.unit, second.multiplier, second.basis) == ("%", 100, "years_3")
    assert (third.unit, third.multiplier, third.polarity) == ("rate", 10, "neutral")


def test_rows_that_are_no_items_are_left_out_by_name(tmp_path):
    described = DESCRIBED.replace("    take:", "    leave_out: {Rank: [None]}\n    take:")
    assert [item.id for item in taken(tmp_path, described)] == ["B1", "B2"]


def test_what_a_cell_does_not_say_is_missing_where_it_is_needed(tmp_path):
    [problem] = problems(tmp_path, DESCRIBED)
    assert problem == "indicators.yaml, line 4, B3 > polarity: polarity is missing. Add it."


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("Cost: £, ", "", None),
        (
            "codes: {Annual: annual, ",
            "codes: {",
            "line 15, indicators_from > 0 > take > basis > codes: 'Annual' ",
        ),
        ("column: Title", "column: Titel", "has no column Titel. Did you mean Title"),
        ("column: Title", "colum: Title", "colum is not a field here. Did you mean column"),
        ("column: Title", "column: Title, compose: x", "Write either column or compose"),
        ("over: Below", "over: Title", "'1.0' divided by 'Start-ups per 10' in information.csv is no number"),
        ("information.csv", "informations.csv", "Did you mean information.csv"),
        ("information.csv", "../council/plan.yaml", "leads out of the data folder"),
        ("take:", "takes: {}\n    take:", "takes is not a field here"),
        ("Percentage: 100", "Percentage: 10", "unit % goes with multiplier. 100"),
    ],
)
def test_a_fault_is_told_once_where_it_is_described(tmp_path, old, new, told):
    described = DESCRIBED.replace("nothing: [None], codes: {", "codes: {None: neutral, ").replace(old, new)
    if told is None:
        assert taken(tmp_path, described)[0].unit == "rate"
        return
    assert [told in problem for problem in problems(tmp_path, described)].count(True) == 1


def test_rows_that_agree_in_all_else_are_gathered(tmp_path):
    areas = """
comparator_groups_from:
  - table: information.csv
    gather: members
    take:
      code: {compose: "{Every} {Kind}", codes: {1 a: one-a, 1 b: one-b}}
      name: {column: Every}
      members: {column: Code}
"""
    table = "Code,Every,Kind\nSMH,1,a\nX05990001,1,a\nSMH,1,b\n"
    found = taken(
        tmp_path,
        f"{DEFAULTS}\nindicators: []\n",
        table,
        "comparator_groups",
        areas=small_council.text("areas") + areas,
    )
    assert [(group.code, group.members) for group in found] == [
        ("nearest", ["SMH"]),
        ("one-a", ["SMH", "X05990001"]),
        ("one-b", ["SMH"]),
    ]


def test_without_a_data_folder_the_need_for_one_is_told(tmp_path):
    written, _ = council(tmp_path, DESCRIBED)
    with pytest.raises(FolderRefused, match="stands in a data folder, and none was given"):
        reading.read(written)


INDEX = "returns:\n  - {file: information.csv, in_data: true, mapping: m, known_from: 2023-10-20, by: me}\n"
MAPPING = """\
mapping: m
title: M
tables:
  - {header: {find: [Code]}, indicator: {column: Code}, period: 2023-24, value: {column: Above}}
"""


def test_a_return_may_lie_in_the_data_folder(tmp_path):
    written, data = council(tmp_path, f"{DEFAULTS}\nindicators: []\n")
    for name, text in (("returns/index.yaml", INDEX), ("mappings/m.yaml", MAPPING)):
        (written / name).parent.mkdir()
        (written / name).write_text(text)
    [found] = load.returns(reading.read(written, data=data))
    assert found.path == data / "information.csv"
    with pytest.raises(FolderRefused, match=r"index\.yaml, line 2, information\.csv > file: .* --data"):
        load.returns(reading.read(written))

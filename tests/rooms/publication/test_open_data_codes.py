"""The codebook explains every column and every code, and means the same from quarter to quarter."""

from functools import cache

import pytest

from goldenthread.disclosure import gate
from goldenthread.publication import open_data
from goldenthread.reports.material import NOTHING, Material
from tests.rooms.reports import smallham

# Columns that hold words of people, names and references; every other column of strings holds codes.
FREE = {
    *("indicator", "name", "owner", "coverage", "action", "part_of", "wording", "lead", "progress"),
    *("next_milestone", "follows_indicator", "why", "approved_by", "challenge", "title", "position"),
    *("back_on_target", "since", "line", "post", "should_change", "became"),
}


@cache
def earlier():
    """The pack of the quarter before, when there were no challenges and nothing had changed since."""
    now = gate.for_publication(smallham.before())
    return Material(now=now, changes_known_at=smallham.NOW, layouts=smallham.LAYOUTS, posts=smallham.POSTS)


@cache
def quarters():
    return [{each.name: each for each in open_data.datasets(m)} for m in (earlier(), smallham.material())]


PACKS = pytest.mark.parametrize("number", [0, 1], ids=["Q1", "Q2"])


def meanings(tables):
    return {(table, column, code): said for _, table, column, code, said in tables["codebook"].rows}


def tidy(tables):
    return [table for name, table in tables.items() if name != "codebook"]


@PACKS
def test_every_column_is_explained(number):
    explained = meanings(quarters()[number])

    for table in tidy(quarters()[number]):
        for field in table.fields:
            assert (table.name, field.name, "column") in explained


@PACKS
def test_every_code_is_explained(number):
    explained = meanings(quarters()[number])

    for table in tidy(quarters()[number]):
        for place, field in enumerate(table.fields):
            if field.type == "string" and field.name not in FREE:
                for code in {*field.values, *(row[place] for row in table.rows)} - {None, ""}:
                    places = {(table.name, field.name, code), ("all", field.name, code)}
                    assert places & set(explained), (table.name, field.name, code)


@PACKS
def test_no_code_is_explained_twice_for_one_column(number):
    explained = meanings(quarters()[number])

    for table, column, code in explained:
        assert table == "all" or ("all", column, code) not in explained


@PACKS
def test_every_table_begins_with_the_period_and_keys_its_rows_by_it(number):
    for table in quarters()[number].values():
        assert table.fields[0].name == "period"
        assert table.key[0] == "period"
        assert {row[0] for row in table.rows} == {("2023-24-Q1", "2023-24-Q2")[number]}


def test_columns_types_and_keys_stay_from_quarter_to_quarter():
    first, second = quarters()
    common = set(first) & set(second)

    assert common == {"indicators", "history", "actions", "counts", "codebook"}
    for name in common:
        assert first[name].fields == second[name].fields
        assert first[name].key == second[name].key


def test_a_code_never_changes_its_meaning():
    first, second = (meanings(tables) for tables in quarters())

    common = set(first) & set(second)
    assert len(common) > 100
    assert {key: first[key] for key in common} == {key: second[key] for key in common}


def test_indicators_actions_and_their_places_keep_their_codes():
    first, second = quarters()
    for table, column in (("indicators", "indicator"), ("actions", "action"), ("counts", "group")):
        place = [field.name for field in first[table].fields].index(column)
        before, now = ({row[place] for row in tables[table].rows} for tables in (first, second))
        assert before & now


def test_a_council_without_changes_or_challenges_has_no_such_tables():
    tables = {
        each.name for each in open_data.datasets(smallham.material(changes=NOTHING, challenges=NOTHING))
    }

    assert not tables & {"changes", "challenges", "challenge-lines", "challenge-actions"}


def test_a_directorate_that_answers_itself_is_explained_as_one_that_does():
    """In some councils no service stands between an indicator and its directorate."""
    lines = tuple({**line, "unit_code": "RES"} for line in smallham.indicators())
    material = smallham.material(sealed=smallham.sealed(indicator=lines), changes=NOTHING)
    explained = meanings({each.name: each for each in open_data.datasets(material)})

    assert explained["all", "service", "RES"] == "Resources"

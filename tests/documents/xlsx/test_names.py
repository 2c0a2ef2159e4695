"""Sheets and tables have plain names that Excel takes and that stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.documents.renderers.xlsx.names import sheet_name, table_names
from goldenthread.documents.renderers.xlsx.texts import length


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("Corporate scorecard at 30 September 2023, as frozen", "1 Corporate scorecard"),
        ("Ratings at 30 September 2023", "1 Ratings at 30 September 2023"),
        ("Flagship Actions: A council that puts residents first", "1 Flagship Actions A council"),
        ("Children's Services", "1 Children's Services"),
        ("What is [c]? a/b\\c*", "1 What is c a b c"),
        ("", "1"),
    ],
)
def test_a_sheet_is_named_by_as_many_words_of_its_caption_as_have_room(caption, name):
    assert sheet_name(1, caption) == name


@given(st.integers(1, 999), st.text())
def test_excel_takes_every_name(number, caption):
    name = sheet_name(number, caption)

    assert 0 < length(name) <= 31
    assert not set(name) & set("[]:*?/\\")
    assert not name.startswith("'")
    assert not name.endswith("'")
    assert name.split()[0] == str(number)


@given(st.lists(st.text(min_size=1)))
def test_no_two_tables_have_one_name(ids):
    names = table_names(ids)

    assert len(set(names)) == len(ids)
    assert all(name.isascii() and name.replace("_", "a").isalnum() for name in names)


def test_a_table_keeps_its_name_whatever_stands_beside_it():
    assert table_names(["contents", "notes", "lines"])[-1] == table_names(["lines"])[0] == "t_lines"

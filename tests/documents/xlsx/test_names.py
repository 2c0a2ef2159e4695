"""Sheets and tables have plain names that Excel takes and that stay."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.documents.renderers.xlsx.words.names import sheet_names, table_names
from goldenthread.documents.renderers.xlsx.words.texts import length


@pytest.mark.parametrize(
    ("caption", "name"),
    [
        ("Corporate scorecard at 30 September 2023, as frozen", "1 Corporate scorecard"),
        ("Ratings at 30 September 2023", "1 Ratings at 30 September 2023"),
        ("Flagship Actions: A council that puts residents first", "1 Flagship Actions"),
        ("Resources: scorecard", "1 Resources scorecard"),
        ("Resources: scorecard at 30 September 2023", "1 Resources"),
        ("Children and Schools (Cllr S. Foxmoorley): scorecard", "1 Children and Schools"),
        ("Figures of Q2 that have changed since the freeze", "1 Figures of Q2"),
        ("Ratings of Q2, as frozen and as now known", "1 Ratings of Q2"),
        ("Customer, Digital and Governance: scorecard", "1 Customer, Digital"),
        ("Children's Services", "1 Children's Services"),
        ("What is [c]? a/b\\c*", "1 What is c a b c"),
        ("", "1"),
    ],
)
def test_a_sheet_is_named_by_as_many_words_of_its_caption_as_have_room(caption, name):
    assert sheet_names([caption]) == [name]


def test_sheets_that_begin_alike_are_told_apart_as_far_as_there_is_room():
    captions = [
        f"Indicators off target: {service}, at 31 March" for service in ("Roads", "Parks and Leisure")
    ]

    assert sheet_names(captions) == ["1 Indicators off target Roads", "2 Indicators off target Parks"]


@given(st.lists(st.text() | st.sampled_from(["Ratings", "Ratings: of Q1", "ratings (as known)"])))
def test_excel_takes_every_name(captions):
    made = sheet_names(captions)

    assert len(set(made)) == len(captions)
    for number, name in enumerate(made, start=1):
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

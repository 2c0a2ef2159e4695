"""The widths of columns: all of the page is used, no word is cut, and a table comes out short."""

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.documents import content as c
from goldenthread.documents.renderers.pdf import columns, lines, measures, tables
from tests.documents.pdf import covered

word = st.text("abcdefgh", min_size=1, max_size=14)
text = st.lists(word, min_size=1, max_size=30).map(" ".join)


def table(rows, shares):
    named = tuple(c.Column(f"Column {i}", share=share) for i, share in enumerate(shares))
    lines = tuple(c.Row(c.line(row[0]), tuple(c.line(cell) for cell in row[1:])) for row in rows)
    return c.rows_table("t", "A table", named, lines)


@given(
    st.lists(st.tuples(text, text, text, text), min_size=1, max_size=8),
    st.tuples(*[st.integers(0, 9)] * 4),
)
def test_columns_take_the_whole_width_and_none_is_narrower_than_its_longest_word(rows, shares):
    found, lines = tables.widths(table(rows, shares), 174.0, 9.5, 3.0)

    assert sum(found) == pytest.approx(174.0, abs=0.5)
    assert lines >= len(rows)
    for i, width in enumerate(found):
        assert width >= max(measures.longest_word(row[i], 9.5) for row in rows)


@given(st.lists(st.floats(1, 20), min_size=2, max_size=9), st.data())
def test_sharing_gives_nobody_less_than_the_least(least, data):
    wanted = data.draw(st.lists(st.floats(0.5, 9), min_size=len(least), max_size=len(least)))
    found = measures.shared(200.0, least, wanted)

    assert sum(found) == pytest.approx(200.0)
    assert all(part >= need - 1e-6 for part, need in zip(found, least, strict=True))


def test_where_even_the_least_is_too_much_all_are_cut_alike():
    assert measures.shared(30.0, [20.0, 40.0], [1.0, 1.0]) == [10.0, 20.0]


def cell(text, width):
    """What stands in a cell so many millimetres wide, its words parted where a line may end."""
    ((told,),) = (lines.told(c.line(text), lines.Place(width, frozenset()), size=9.0),)
    return told.split(" ")


def test_a_number_stays_beside_its_unit_and_the_word_that_leads_up_to_it():
    assert cell("amber to 85.0%", 20.0) == ["amber", "to\u00a085.0%"]
    assert cell("4 min 3 s", 10.0) == ["4\u00a0min", "3\u00a0s"]
    assert cell("7,876 of 20,510", 16.0) == ["7,876", "of\u00a020,510"]


def test_no_number_is_parted_within_where_it_fits_into_its_column():
    """A whole with the word before it, in every width that holds it, with its unit or its second year."""
    for said in ("2,411 of 2,678,626", "£99.4m of £177.8m", "2018-19 to 2020-21"):
        for tenths in range(130, 260):
            assert "\u200b" not in "".join(cell(said, tenths / 10))


def test_where_a_number_and_its_word_have_no_room_beside_each_other_they_may_part():
    assert cell("of 2,676,626", 10.0)[:1] == ["of"]


def test_what_begins_on_a_new_line_is_measured_as_a_line_of_its_own():
    many = c.line(c.Strong("One."), c.Break(), c.Strong("Another."))
    assert columns.paragraphs(many, 9.0, 9.0) == [
        pytest.approx(measures.width(word, 9.0)) for word in ("Another.", "One.")
    ]


def test_a_column_without_words_gives_its_room_to_one_with_many():
    rows = [("Row", "x", "words " * 40)] * 5
    (_, narrow, wide), lines = tables.widths(table(rows, (1, 6, 1)), 174.0, 9.5, 3.0)

    assert wide > 100 > narrow
    assert lines <= 5 * 5


def test_a_rating_of_two_short_words_stays_on_one_line_where_there_is_room():
    unrated = c.Mark("ring", "grey", "Not rated")
    rows = [c.Row(c.line(f"A{i}"), (c.line("words " * 250), c.line(unrated))) for i in range(9)]
    both = (c.Column("Ref", share=1), c.Column("Indicator", share=30), c.Column("Q1", share=1))
    *_, rating = tables.widths(c.rows_table("t", "A table", both, tuple(rows)), 174.0, 9.5, 3.0)[0]

    assert rating > measures.width("Not rated", 9.5) + columns.SHAPE + 3.0


def against(columns):
    """The width of a column that one head of several words asks for, in a table of so many columns."""
    heads = [c.Column(f"H{i}", share=1) for i in range(columns - 2)]
    heads = (*heads, c.Column("Against Q2 2022-23", share=1), c.Column("Note", share=9))
    rows = (c.Row(c.line("A1"), (c.line("Better"),) * (columns - 1)),)
    return tables.widths(c.rows_table("t", "A table", heads, rows), 267.0, 9.0, 3.0)[0][-2]


def test_a_head_among_many_has_no_more_lines_than_it_must_where_nobody_needs_the_room():
    assert against(8) > measures.width("Against Q2 2022-23", 9.0) + 3.0


def test_columns_of_tables_of_few_stay_in_line_whatever_their_heads():
    assert against(4) < measures.width("Against Q2 2022-23", 9.0) + 3.0


def test_on_a_page_on_its_side_the_ratings_of_nine_scorecards_and_their_total_are_not_split():
    heads = (c.Column("Service area"), c.Column("Green", "number"))
    rows = tuple(c.Row(c.line(f"Area {i}"), (c.line("1"),)) for i in range(10))
    content = c.rows_table("t", "By rating", heads, rows)

    for width, is_whole in ((267.0, True), (174.0, False)):
        assert tables.table(content, lines.Place(width, frozenset()))["whole"] is is_whole


def test_moving_width_never_makes_a_table_longer():
    cells = [[[30.0], [120.0], [15.0]], [[10.0], [200.0], [25.0]]]
    balance = columns.Balance(cells, [10.0, 10.0, 10.0], 3.0)
    before = [58.0, 58.0, 58.0]

    assert balance.height(balance.settled(before)) < balance.height(before)


def test_the_advances_are_those_of_the_typeface():
    font = TTFont(str(covered.FONTS / "SourceSans3-Regular.ttf"), lazy=True)
    letters, advances = font.getBestCmap(), font["hmtx"]

    assert [advances[letters[code]][0] for code in range(32, 127)] == list(measures.ADVANCES)

"""Open data of figures that leave rounded: to what, and a letter of their own for what rounds to nothing."""

from functools import cache

from goldenthread.disclosure import gate
from goldenthread.disclosure.drafts.world import World
from goldenthread.methods.disclosure import policy
from goldenthread.publication import open_data
from goldenthread.reports.material import Material
from tests.rooms.reports import rounded, smallham


def read(material):
    return {
        each.name: [dict(zip([f.name for f in each.fields], row, strict=True)) for row in each.rows]
        for each in open_data.datasets(material)
    }


@cache
def tables():
    return read(rounded.material(rounded.FIVE, white=608.0, asian=413.0, other=2.0))


def by_group(*columns):
    return [tuple(row[name] for name in ("group", *columns)) for row in tables()["breakdowns"]]


def test_a_rounded_figure_stands_with_its_base_and_its_rounded_counts():
    """Things are not rounded: their base is empty."""
    of = {row["indicator"]: row for row in tables()["indicators"]}
    columns = ("value", "numerator", "denominator", "rounded_to")
    assert [float(of["B2"][name]) for name in columns[1:]] == [140.0, 145.0, 5.0]
    assert (of["B1"]["value"], of["B1"]["rounded_to"]) == (1165, 5)
    assert (of["A1"]["value"], of["A1"]["rounded_to"]) == (92.0, None)


def test_a_history_is_rounded_throughout():
    found = [(row["value"], row["rounded_to"]) for row in tables()["history"] if row["indicator"] == "B1"]
    assert found == [(980.0, 5), (1100.0, 5), (1165.0, 5)]


def test_what_rounds_to_nothing_has_no_value_and_the_letter_low():
    assert by_group("value", "shorthand", "why_no_value", "rounded_to") == [
        ("White", 610, None, None, 5),
        ("Asian", 415, None, None, 5),
        ("Other", None, "low", "too_small", 5),
    ]


def test_the_codebook_says_what_the_column_and_the_letter_mean():
    said = {(row["table"], row["column"], row["code"]): row["meaning"] for row in tables()["codebook"]}
    for table in ("indicators", "history", "breakdowns"):
        assert "rounded to multiples of it" in said[table, "rounded_to", "column"]
        assert said[table, "value", "column"].startswith("The figure, unrounded unless rounded_to says")
    assert said["all", "shorthand", "low"] == "So little that it rounds to nothing"
    assert said["all", "shorthand", "c"]


def test_where_noughts_may_be_hidden_no_word_says_that_low_is_more_than_nothing():
    """Three of nobody, of one and of two are the same [low] then, and so are their words."""
    may_hide = policy.from_dict({**policy.to_dict(rounded.FIVE), "zeros": "may_hide"})
    given = read(rounded.material(may_hide, white=608.0, asian=413.0, other=0.0))
    assert [row["shorthand"] for row in given["breakdowns"]] == [None, None, "low"]
    (why,) = {row["meaning"] for row in given["codebook"] if row["code"] == "too_small"}
    assert why == "So little that it rounds to nothing; nothing itself only where noughts may be hidden."


def test_where_no_policy_rounds_there_is_neither_column_nor_letter():
    tidy = open_data.datasets(smallham.material())
    assert not [each.name for each in tidy if "rounded_to" in {field.name for field in each.fields}]
    assert not [row for row in read(smallham.material())["codebook"] if row["code"] == "low"]


def test_the_column_is_there_though_nothing_of_this_quarter_is_rounded():
    """Tables of two quarters go together: what a column is depends on the policies, not on the figures."""
    things = tuple({**line, "counts_people": line["indicator"] == "B3"} for line in smallham.indicators())
    now = gate.for_publication(smallham.sealed(indicator=things), world=World(otherwise=rounded.NHS))
    given = Material(now=now, changes_known_at=smallham.NOW, layouts=smallham.LAYOUTS)
    assert {row["rounded_to"] for row in read(given)["indicators"]} == {None}

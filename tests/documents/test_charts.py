"""Charts: the drawings as a reader of the SVG, or of the print, meets them."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from goldenthread.documents import content as c
from goldenthread.documents.charts import doughnut, palette, sparkline
from goldenthread.documents.charts.shapes import shape
from goldenthread.documents.marks import SHAPES, TOKENS

SVG = "{http://www.w3.org/2000/svg}"
MARKS = (c.COMPLETE, c.GREEN, c.AMBER, c.RED, c.NOT_RATED)


def ring(*numbers):
    return c.Doughnut(tuple(c.Slice(m, n) for m, n in zip(MARKS, numbers, strict=True)), "indicators")


def drawn(chart, size="large"):
    return ET.fromstring(doughnut.draw(chart, finding="66 indicators", prefix="f", size=size))


def texts(picture):
    return ["".join(text.itertext()) for text in picture.iter(f"{SVG}text")]


def test_a_doughnut_says_word_and_count_outside_each_segment():
    assert texts(drawn(ring(4, 14, 6, 3, 0)))[2:] == ["Complete 4", "Green 14", "Red 3", "Amber 6"]


def test_the_total_stands_in_the_middle():
    assert texts(drawn(ring(0, 30, 14, 13, 9)))[:2] == ["66", "indicators"]


def test_not_rated_is_shown_and_nothing_is_not():
    assert "Not rated 9" in texts(drawn(ring(0, 30, 14, 13, 9)))
    assert not any(text.startswith("Complete") for text in texts(drawn(ring(0, 30, 14, 13, 9))))


def test_it_begins_at_twelve_and_goes_clockwise():
    first = next(
        p for p in drawn(ring(4, 14, 6, 3, 0)).iter(f"{SVG}path") if p.get("fill", "").startswith("url")
    )
    x, y = map(float, re.match(r"M([\d.]+) ([\d.]+)", first.get("d")).groups())

    assert x == pytest.approx(176, abs=2)
    assert y == pytest.approx(93 - 64, abs=1)
    assert " 0 0 1 " in first.get("d")


def test_each_rating_has_a_pattern_of_its_own():
    bands = (*MARKS, c.Mark("half-circle", "green", "Green-amber"), c.Mark("half-square", "red", "Red-amber"),
             c.Mark("star", "green", "Exceeded"))  # fmt: skip
    drawn = {palette.hatch(mark, "x") or palette.FILL[mark.token] for mark in bands}

    assert len(drawn) == len(bands)


def test_a_chart_without_anything_is_an_empty_ring():
    picture = drawn(ring(0, 0, 0, 0, 0))

    assert texts(picture) == ["0", "indicators"]


def test_one_rating_alone_closes_the_ring():
    assert texts(drawn(ring(0, 5, 0, 0, 0)))[2:] == ["Green 5"]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.integers(0, 400), min_size=5, max_size=5), st.sampled_from(["large", "small"]))
def test_labels_never_overlap_nor_leave_the_picture(numbers, size):
    to = doughnut.SIZES[size]
    picture = drawn(ring(*numbers), size)

    sides = {}
    for group in picture.iter(f"{SVG}g"):
        x, y = map(float, re.match(r"translate\(([-\d.]+) ([-\d.]+)\)", group.get("transform")).groups())
        assert 0 <= x <= to.width - doughnut.SIDE
        assert 0 <= y <= to.height - doughnut.SIDE
        sides.setdefault(x > to.width / 2, []).append(y)
    for heights in sides.values():
        ordered = sorted(heights)
        assert all(b - a >= to.step - 0.02 for a, b in pairwise(ordered))


def test_words_in_a_chart_are_text():
    chart = c.Doughnut((c.Slice(c.Mark("circle", "green", "<b>&"), 1),), 'a"<i>')

    assert "<b>& 1" in texts(ET.fromstring(doughnut.draw(chart, finding='"><script>', prefix="f")))


@pytest.mark.parametrize("name", SHAPES)
@pytest.mark.parametrize("token", TOKENS)
def test_every_shape_is_drawn_in_every_colour(name, token):
    assert ET.fromstring(f"<g>{shape(c.Mark(name, token, 'Word'))}</g>").find("*") is not None


def test_no_two_shapes_look_alike_in_grey():
    assert len({re.sub("#[0-9a-f]{6}", "", shape(c.Mark(name, "green", "W"))) for name in SHAPES}) == len(
        SHAPES
    )


def spark(values, **more):
    return sparkline.draw(c.Sparkline(tuple(values), "It rose", **more))


def lines(picture):
    return [p for p in ET.fromstring(picture).iter(f"{SVG}path") if p.get("stroke") == palette.SERIES]


def test_the_frozen_figure_is_a_black_dot_and_what_came_since_a_ring():
    picture = ET.fromstring(spark((1, 2, 3), live=2.5))

    assert [dot.get("fill") for dot in picture.iter(f"{SVG}circle")] == [palette.PAPER, palette.INK]
    assert picture.get("aria-label") == "It rose"
    assert picture.get("role") == "img"


def test_no_line_is_drawn_across_a_change_of_definition_or_a_gap():
    assert len(lines(spark((1, 2, 3, 4)))) == 1
    assert len(lines(spark((1, 2, 3, 4), breaks=(2,)))) == 2
    assert len(lines(spark((1, 2, None, 3, 4)))) == 2


def test_a_target_that_moved_is_a_step():
    dashed = next(ET.fromstring(spark((1, 2, 3, 4), target=(2, 2, 3, 3))).iter(f"{SVG}path"))

    assert re.fullmatch(r"M0 [\d.]+H[\d.]+V[\d.]+H120", dashed.get("d"))
    assert dashed.get("stroke-dasharray")


def test_a_range_is_a_band_between_two_dashed_lines():
    picture = ET.fromstring(spark((16, 17, 21), lower=(15, 15, 15), upper=(20, 20, 20)))

    assert len(list(picture.iter(f"{SVG}rect"))) == 3
    assert sum(1 for p in picture.iter(f"{SVG}path") if p.get("stroke-dasharray")) == 2


def test_a_series_that_never_moved_is_a_level_line():
    assert re.search(r"M4 17L", lines(spark((5, 5, 5)))[0].get("d"))


def test_the_same_chart_is_the_same_bytes():
    assert spark((1, 2.5, 3)) == spark((1, 2.5, 3))
    assert not re.search(r"\de-", spark((1e-9, 2e-9, 3e-9)))


@pytest.mark.parametrize("size", ["large", "small"])
def test_a_long_word_has_room(size):
    long = c.Mark("star", "green", "Considerably better than its target")
    picture = drawn(c.Doughnut((c.Slice(long, 3),), "measures"), size)

    assert float(picture.get("width")) > doughnut.SIZES[size].width

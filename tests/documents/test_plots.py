"""Plots: what a reader of the drawing meets, on any width, with any figures, in colour and without."""

import re
from itertools import combinations, pairwise
from math import isfinite
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from goldenthread.documents.charts import plots, signs, svg
from goldenthread.documents.charts.areas.specs import Area, AreaPlot, Bar, Bullet
from goldenthread.documents.charts.axes import letters, scale
from goldenthread.documents.charts.faults import NotAChart
from goldenthread.documents.charts.timed.specs import (
    ControlChart,
    Event,
    Level,
    RunChart,
    Small,
    SmallMultiples,
)
from goldenthread.documents.renderers.html_style import contrast
from goldenthread.documents.wording import Measure
from tests.documents import plotted

SVG = "{http://www.w3.org/2000/svg}"
WIDTHS = (280.0, 342.0, 453.5, 657.6, 720.0, 1009.0)
WORDS_APART = 4.5
MARKS_APART = 3.0
CAPITALS = 9.0
# Behind what carries the meaning: hairlines, the ground of limits and bands, the edge that parts marks.
GROUNDS = {"#e8e9ec", "#f3f3f5", "#ffffff"}


def drawn(plot, width=720.0, finding="It rose"):
    return ET.fromstring(plots.draw(plot, width=width, finding=finding))


def texts(picture):
    return ["".join(text.itertext()) for text in picture.iter(f"{SVG}text")]


def spans(picture):
    """Where each line of words stands: from x, to x, its foot; icons' letters have origins of their own."""
    for text in picture.findall(f"{SVG}text"):
        wide = svg.text_width("".join(text.itertext()), float(text.get("font-size"))) / 1.04
        x, y = float(text.get("x")), float(text.get("y"))
        start = {"start": x, "middle": x - wide / 2, "end": x - wide}[text.get("text-anchor", "start")]
        yield start, start + wide, y


def overlapping(picture):
    """Pairs of words of which one stands upon the other."""
    found = list(zip(spans(picture), texts_of_its_own(picture), strict=True))
    return [
        (one, other)
        for ((a, b, y), one), ((c, d, z), other) in combinations(found, 2)
        if abs(y - z) < CAPITALS and min(b, d) - max(a, c) > 1
    ]


def texts_of_its_own(picture):
    return ["".join(text.itertext()) for text in picture.findall(f"{SVG}text")]


each_plot = pytest.mark.parametrize("name", plotted.ALL)


@each_plot
@pytest.mark.parametrize("width", WIDTHS)
def test_words_stay_in_the_picture_at_true_size(name, width):
    picture = drawn(plotted.ALL[name], width)
    wide, high = float(picture.get("width")), float(picture.get("height"))

    assert wide == pytest.approx(width, abs=0.01)
    for start, end, foot in spans(picture):
        assert start >= -1
        assert end <= wide + 1
        assert 8 <= foot <= high
    assert not overlapping(picture)
    assert {text.get("font-size") for text in picture.iter(f"{SVG}text") if text.get("font-size")} == {"13"}


@each_plot
def test_the_same_plot_is_the_same_bytes_and_says_its_finding(name):
    plot = plotted.ALL[name]
    first, again = (plots.draw.__wrapped__(plot, width=500.0, finding='"><b>') for _ in range(2))

    assert first == again
    assert ET.fromstring(first).get("aria-label") == '"><b>'
    assert ET.fromstring(first).get("role") == "img"
    assert all(
        re.fullmatch(r"-?\d+(\.\d\d?)?", each)
        for each in re.findall(r' (?:x|y|r|width|height)="(.*?)"', first)
    )
    assert not re.search(r"nan|inf|e[-+]", " ".join(re.findall(r' (?:d|transform)="(.*?)"', first)))


@each_plot
def test_words_and_marks_stand_out_from_the_paper(name):
    for element in drawn(plotted.ALL[name]).iter():
        colours = {element.get("fill"), element.get("stroke")} - {None, "none", *GROUNDS}
        if element.get("fill-opacity") or not colours:
            continue
        least = WORDS_APART if element.tag == f"{SVG}text" else MARKS_APART
        assert max(contrast(colour, "#ffffff") for colour in colours) >= least


def test_kinds_of_points_differ_by_shape_not_by_colour_alone():
    bare = {
        re.sub("#[0-9a-f]{6}", "", shape) for shape in (*signs.SHAPES.values(), signs.CHANCE, signs.MISSING)
    }

    assert len(bare) == len(signs.SHAPES) + 2


def test_lines_of_a_control_chart_differ_without_colour():
    picture = drawn(plotted.control())
    looks = {(p.get("stroke-dasharray"), p.get("stroke-width")) for p in picture.iter(f"{SVG}path")}

    assert {("6 4", "1.4"), ("1.4 3.6", "1.4"), (None, "1.2"), (None, "2")} <= looks


def test_a_control_chart_names_limits_target_restarts_and_events():
    said = texts(drawn(plotted.control()))

    assert {"Upper limit 62.9%", "Average 56.1%", "Lower limit 49.3%", "Target 60.0%"} <= set(said)
    assert said.count("A") == said.count("B") == said.count("C") == 2
    assert "Limits start anew: new definition, Apr 2022" in said
    assert {"Variation: concern (low)", "Target: met or missed by chance"} <= set(said)
    assert {"Worse, by more than chance", "Better, by more than chance", "No figure"} <= set(said)


def test_icons_are_for_staff_and_left_out_where_none_are_given():
    said = texts(drawn(plotted.control(variation="", assurance="")))

    assert not any(text.startswith(("Variation", "Target:")) for text in said)


def lines(picture):
    """The lines through the points, each as its points."""
    found = [p.get("d") for p in picture.iter(f"{SVG}path") if p.get("stroke-linejoin") == "round"]
    return [[tuple(map(float, at.split())) for at in line[1:].split("L")] for line in found]


@pytest.mark.parametrize("width", [342.0, 720.0])
def test_points_stand_where_their_values_say(width):
    points = [at for line in lines(drawn(plotted.control(), width)) for at in line]
    there = [value for value in plotted.PLANS if value is not None]
    (x1, y1), (_, y2) = points[:2]
    a_unit = (y2 - y1) / (there[1] - there[0])

    assert a_unit < 0
    assert [y for _, y in points] == pytest.approx([y1 + a_unit * (v - there[0]) for v in there], abs=0.1)
    steps = {round(b - a, 1) for (a, _), (b, _) in pairwise(points)}
    assert max(steps) == pytest.approx(2 * min(steps), abs=0.2)
    assert x1 > 0


def test_no_line_crosses_a_gap_or_a_restart():
    assert [len(line) for line in lines(drawn(plotted.control()))] == [9, 2, 18]


def test_long_names_of_lines_stand_beneath_where_they_have_no_room_beside():
    said = texts(drawn(plotted.EDGES["extreme"], 342.0))

    assert "Upper limit £3,000,000,000.00" in said
    assert "Target −£1,000,000,000.00" in said
    assert "Limits on trial: too few figures yet" in said


def test_sixty_areas_stand_in_columns_where_there_is_room():
    wide, narrow = (drawn(plotted.EDGES["sixty-areas"], width) for width in (657.0, 342.0))

    assert float(wide.get("height")) < 860
    assert sum(text.startswith("The borough") for text in texts(wide)) == 2
    lying = drawn(plotted.EDGES["sixty-areas"], 1009.0)
    assert sum(text.startswith("The borough") for text in texts(lying)) == 3
    assert sum(text.startswith("The borough") for text in texts(narrow)) == 1
    assert float(drawn(plotted.EDGES["sixty-small"], 657.0).get("height")) < 900


def test_a_drawing_that_becomes_pixels_has_a_white_ground():
    picture = ET.fromstring(svg.on_paper(plots.draw(plotted.dots(), width=500.0, finding="a > b")))

    assert picture.get("aria-label") == "a > b"
    assert (picture[0].get("width"), picture[0].get("fill")) == ("100%", "#ffffff")


def test_our_own_area_has_a_row_a_bold_name_and_a_dot_of_its_own():
    picture = drawn(plotted.dots())

    assert {e.tag for e in picture.iter() if e.get("class") == "gt-own"} == {f"{SVG}rect", f"{SVG}circle"}
    assert [t.text for t in picture.iter(f"{SVG}text") if t.get("font-weight") == "600"] == [
        "Larkhythe",
        "46.2%",
    ]


def test_no_mark_of_a_plot_is_taken_for_a_live_one_which_paper_leaves_out():
    areas = (Area("Us", 2.0, 1.0, 3.0, is_own=True), Area("They", 1.0, 0.5, 1.5))
    picture = drawn(AreaPlot("n", plotted.SHARE, areas))

    assert {e.get("class") for e in picture.iter()} == {None, "gt-own", "gt-own-line"}


def test_a_small_chart_says_of_which_period_its_figure_is_where_the_latest_is_missing():
    areas = (
        Small("A", (1.0, 2.0, None)),
        Small("B", (1.0, 2.0, 3.0), "far below every one of the others", stands_out="concern"),
    )
    said = texts(drawn(SmallMultiples("n", plotted.COUNT, ("Apr", "May", "Jun"), areas), 280.0))

    assert said[said.index("A") + 1 :][:2] == ["2", "May"]
    assert not any("far below" in text for text in said)
    assert "Worse, by more than chance" in said


def test_an_area_without_a_figure_says_why_and_has_no_dot():
    picture = drawn(plotted.caterpillar())

    assert "Hidden: small number" in texts(picture)
    assert "below chance" in texts(picture)


def test_bars_begin_at_zero():
    picture = drawn(plotted.EDGES["below-zero"])
    bars = [r for r in picture.iter(f"{SVG}rect") if r.get("height") == "12"]
    left, right = bars

    assert float(left.get("x")) + float(left.get("width")) == pytest.approx(float(right.get("x")), abs=0.02)


def test_words_from_outside_are_words():
    picture = drawn(plotted.EDGES["strange-names"])

    assert '"><script>x' in texts(picture)
    assert "حي الياسمين" in texts(picture)
    assert not list(picture.iter(f"{SVG}script"))


NUMBERS = st.one_of(st.none(), st.floats(-1e12, 1e12), st.sampled_from([0.0, 50.0, 1e9, -1e9, 1e-9]))


@settings(max_examples=150, deadline=None)
@given(st.lists(NUMBERS, min_size=1, max_size=30), st.sampled_from(WIDTHS), st.booleans())
def test_any_series_can_be_drawn(values, width, has_limits):
    there = [value for value in values if value is not None]
    if not there:
        return
    middle, low, high = sum(there) / len(there), min(there), max(there)
    limits = (min(low, middle), max(high, middle)) if has_limits else (None, None)
    chart = ControlChart("Any", Measure("%", 1), plotted.MONTHS[: len(values)], tuple(values),
                         (Level(0, middle, *limits),), target=(middle,) * len(values))  # fmt: skip
    picture = drawn(chart, width)

    assert all(isfinite(number) for span in spans(picture) for number in span)
    assert not overlapping(picture)
    assert plots.finding(chart).startswith("Any, ")


@given(st.floats(-1e12, 1e12), st.floats(-1e12, 1e12))
@example(0.0, 5e-324)
@example(-1e-310, 1e-310)
@example(1e-16, 1.5e-15)
def test_an_axis_has_round_ends_around_its_figures(one, other):
    low, high = scale.ends([one, other])
    ticks = scale.ticks(low, high)

    slack = 1e-6 * max(abs(one), abs(other), 1e-300)
    assert float(ticks[0]) - slack <= min(one, other)
    assert max(one, other) <= float(ticks[-1]) + slack
    assert 2 <= len(ticks) <= 6
    assert len({b - a for a, b in pairwise(ticks)}) == 1


@given(st.text(max_size=60), st.integers(20, 300), st.integers(1, 3))
def test_wrapped_words_fit(text, room, most):
    for line in letters.wrapped(text, room, most=most):
        assert letters.wide(line) <= room or len(line) <= 2


NUMBER = re.compile(r"\d+(?:,\d{3})*(?:\.\d+)?")


@each_plot
def test_a_finding_holds_no_number_that_was_not_given(name):
    plot = plotted.ALL[name]
    given_words = " ".join(texts(drawn(plot))) + repr(plot)
    known = set(NUMBER.findall(given_words))
    for table_value in re.findall(r"(?<![\w.])-?\d+\.?\d*(?:e[+-]?\d+)?", repr(plot)):
        known |= {f"{abs(float(table_value)):,.{places}f}" for places in (0, 1, 2)}

    assert set(NUMBER.findall(plots.finding(plot))) <= known


def test_findings_say_what_the_plots_say():
    said = {name: plots.finding(plot) for name, plot in plotted.ALL.items()}

    assert said["control-chart"].split(". ") == [
        "Plans issued within 20 weeks, Apr 2021 to Sep 2023",
        "The latest figure, Sep 2023, is 46.2%, worse than chance explains",
        "The average is 56.1%, and chance allows figures from 49.3% to 62.9%",
        "The target is 60.0%, before that 58.0%",
        "Chance alone decides whether the target is met",
        "Limits start anew at Apr 2022: new definition",
        "Sep 2022 to Oct 2022: better than chance explains",
        "Mar 2023 to Sep 2023: worse than chance explains",
        "Mar 2023: Two psychologist posts vacant",
        "Apr 2023: Bought-in team started",
        "There is no figure for Jan 2022.",
    ]
    assert said["run-chart"].split(". ")[:5] == [
        "Homes let, Q1 2021/22 to Q3 2023/24",
        "The latest figure, Q3 2023/24, is 126, better than chance explains",
        "The median is 119",
        "The target is 120",
        "The median is crossed fewer times than chance explains",
    ]
    assert said["dot-plot"].split(". ") == [
        "Plans in time",
        "Larkhythe has 46.2%, below the line in the middle (Middle of the neighbours, 70.7%)",
        "Figures run from 46.2% (Larkhythe) to 75.1% (Thornley)",
        "Middle half: 65.5% to 72.8%",
        "No figure is shown for Wexcombe.",
    ]
    assert said["caterpillar-plot"].endswith("High Mere: below chance. No figure is shown for Dene Park.")
    assert "Eastbrook: below chance. No figures are shown for Dene Park." in said["small-multiples"]
    assert "Homes visited: no figure (Not due until March)." in said["bullet"]
    assert said["one-area"] == "One. Only: 1,000,000,000.0%."
    assert said["one-point"].endswith("and there are too few figures for limits.")


def xmr(**more):
    given = {"periods": ("a", "b"), "values": (1.0, 2.0), "levels": (Level(0, 1.5, 1.0, 2.0),)}
    return ControlChart("n", plotted.SHARE, **(given | more))


def areas(*found, **more):
    return AreaPlot("n", plotted.SHARE, found, **more)


def small(*found, **more):
    return SmallMultiples("n", plotted.SHARE, ("a", "b"), found, **more)


def bars(*found, **more):
    return Bullet("n", plotted.SHARE, found, **more)


@pytest.mark.parametrize(("make", "said"), [
    (lambda: xmr(values=(1.0,)), "2 periods but 1 entries"),
    (lambda: xmr(values=(None, None)), "one value at least"),
    (lambda: xmr(values=(1.0, float("inf"))), "cannot show inf"),
    (lambda: xmr(values=(1.0, 1e16)), "cannot show 1e"),
    (lambda: xmr(periods=("a", "a")), "stand once"),
    (lambda: xmr(periods=("a", " ")), "the period of each point"),
    (lambda: xmr(kinds=("chance",)), "2 periods but 1"),
    (lambda: xmr(kinds=("chance", "odd")), "a point is one of"),
    (lambda: xmr(values=(1.0, None), kinds=("chance", "concern")), "speaks of nothing"),
    (lambda: xmr(levels=()), "levels start at 0"),
    (lambda: xmr(levels=(Level(0, 1.0), Level(0, 1.0, why="x"))), "levels start at 0"),
    (lambda: xmr(levels=(Level(0, 1.0), Level(1, 1.0))), "say why limits start anew at b"),
    (lambda: xmr(levels=(Level(0, 1.0, 0.5),)), "both limits"),
    (lambda: xmr(events=(Event(2, "x"),)), "one of the 2 points"),
    (lambda: xmr(events=(Event(1, "x"),) * 27), "only 26 have a letter"),
    (lambda: xmr(variation="up"), "no icons"),
    (lambda: RunChart("n", plotted.SHARE, ("a",), (1.0,), float("nan")), "cannot show nan"),
    (lambda: areas(), "between which areas"),
    (lambda: areas(*(Area(str(i), 1.0) for i in range(81))), "81 areas"),
    (lambda: areas(Area("a", 1.0), Area("a", 2.0)), "a name of its own"),
    (lambda: areas(Area("a", None)), "say why a has no figure"),
    (lambda: areas(Area("a", None, word="Hidden")), "one figure at least"),
    (lambda: areas(Area("a", 1.0, 2.0, 3.0)), "does not hold"),
    (lambda: areas(Area("a", 1.0, 0.5)), "two ends"),
    (lambda: areas(Area("a", 1.0, stands_out="concern")), "say how a stands out"),
    (lambda: areas(Area("a", 1.0, word="x", stands_out="odd")), "one of: improvement"),
    (lambda: areas(Area("a", 1.0), middle=1.0), "a value and a name"),
    (lambda: areas(Area("a", 1.0), band=(1.0, 2.0)), "two ends and a name"),
    (lambda: areas(Area("a", 1.0), band=(2.0, 1.0), band_name="x"), "upside down"),
    (lambda: small(), "periods and areas"),
    (lambda: small(Small("a", (1.0,))), "2 periods but 1 values"),
    (lambda: small(Small("a", (None, None))), "say why a has no figure"),
    (lambda: small(Small("a", (1.0, 2.0), stands_out="concern")), "say how a stands out"),
    (lambda: small(Small("a", (1.0, 2.0)), whole=(1.0, 1.0)), "behind every area"),
    (lambda: bars(), "each with its name"),
    (lambda: bars(Bar("a", None)), "say why a has no figure"),
    (lambda: bars(Bar("a", 1.0, near=2.0)), "without a target"),
    (lambda: bars(Bar("a", 1.0, before=2.0)), "of when"),
    (lambda: bars(Bar("a", None, word="Not due")), "one figure at least"),
    (lambda: bars(Bar("a", 1.0), Bar("a", 2.0)), "a name of its own"),
])  # fmt: skip
def test_what_cannot_be_drawn_honestly_is_refused(make, said):
    with pytest.raises(NotAChart, match=said):
        make()

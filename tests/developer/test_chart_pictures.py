"""Pictures of charts in the docs: the program's own drawings, as it draws them today."""

import re
from html import unescape

import pytest

from docs import build_charts
from goldenthread.documents.charts import plots
from tests.documents import plotted

PAGE = build_charts.FOLDER.parent / "explanation" / "charts.md"


@pytest.mark.parametrize(("name", "picture"), build_charts.pictures().items())
def test_a_picture_is_what_the_program_draws(name, picture):
    """Where it is not: `python -m docs.build_charts`."""
    assert (build_charts.FOLDER / name).read_text(encoding="utf-8") == picture


def test_no_picture_is_left_over():
    assert {path.name for path in build_charts.FOLDER.glob("chart-*.svg")} == build_charts.pictures().keys()


def test_the_page_shows_each_picture_with_what_it_says():
    shown = re.findall(
        r'<img src="\.\./images/(chart-.*?)\.svg" width="720" alt="(.*?)">', PAGE.read_text("utf-8")
    )

    assert {name: unescape(alt) for name, alt in shown} == {
        f"chart-{name}": plots.finding(plot) for name, plot in plotted.PLOTS.items()
    }
    assert "invented" in PAGE.read_text("utf-8")

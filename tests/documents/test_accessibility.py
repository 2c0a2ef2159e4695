"""Accessibility: pages held against WCAG 2.2 AA in a browser, at a desk, on a phone and on paper."""

import shutil
from pathlib import Path

import pytest

from goldenthread.documents.renderers import html
from tests.documents import plotted, sample

AXE = Path(__file__).parent.parent / "vendor" / "axe-core" / "axe.min.js"
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
PAGES = ["index", "appendix-1-strategic-performance-report", "appendix-2-corporate-scorecard"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium here: apt-get install chromium")


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pack")
    for path, body in sample.pages().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(body)
    plots = plotted.paper(plotted.PLOTS | {"strange-names": plotted.EDGES["strange-names"]})
    (folder / "plots.html").write_text(html.page(plots, style=html.Style()), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def browser():
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=BROWSER, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture
def visit(site, browser):
    shown = []

    def go(name, width):
        page = browser.new_page(viewport={"width": width, "height": 900})
        shown.append(page)
        page.goto((site / f"{name}.html").as_uri())
        return page

    yield go
    for page in shown:
        page.close()


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("name", [*PAGES, "plots"])
def test_axe_finds_nothing(visit, name, width):
    page = visit(name, width)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    page.add_script_tag(path=str(AXE))

    found = page.evaluate(
        "tags => axe.run({runOnly: tags}).then(r => r.violations)", TAGS
    )  # what axe cannot decide is looked at by people

    assert [(v["id"], [node["target"] for node in v["nodes"]][:3]) for v in found] == []


@pytest.mark.parametrize("name", [*PAGES, "plots"])
def test_nothing_is_cut_off_at_320_pixels(visit, name):
    page = visit(name, 320)

    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("width", [1280, 390])
def test_a_table_stays_a_table_when_its_rows_are_blocks(visit, width):
    page = visit("appendix-2-corporate-scorecard", width)

    table = page.get_by_role("table", name="Corporate scorecard at 30 September 2023")
    row = table.get_by_role("row").filter(has_text="CUS01")
    assert row.get_by_role("rowheader").count() == 1
    assert row.get_by_role("cell").count() == 11
    assert table.get_by_role("columnheader").count() == 12


def test_the_first_stop_of_the_keyboard_leads_past_the_head(visit):
    page = visit("index", 1280)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_focus_is_always_visible(visit):
    page = visit("appendix-1-strategic-performance-report", 1280)
    for _ in range(12):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_what_is_folded_on_screen_is_open_on_paper(visit):
    page = visit("appendix-1-strategic-performance-report", 1280)
    table = page.locator("#actions-table")

    assert not table.is_visible()
    page.emulate_media(media="print")
    assert table.bounding_box()["height"] > 100


@pytest.mark.parametrize(("width", "media", "shown"), [
    (1280, "screen", "gt-wide"), (390, "screen", "gt-narrow"), (390, "print", "gt-wide"),
])  # fmt: skip
def test_each_plot_is_shown_once_as_wide_as_there_is_room(visit, width, media, shown):
    page = visit("plots", width)
    page.emulate_media(media=media)
    drawn = page.locator("#plot-dot-plot svg[role=img]")
    seen = [each.get_attribute("class") for each in drawn.all() if each.is_visible()]

    assert seen == [shown]
    assert page.locator(f"#plot-dot-plot .{shown} .gt-own").first.is_visible()


def test_no_live_mark_is_on_paper(visit):
    page = visit("appendix-2-corporate-scorecard", 1280)
    live = page.locator(".gt-live").first

    assert live.is_visible()
    page.emulate_media(media="print")
    assert not live.is_visible()

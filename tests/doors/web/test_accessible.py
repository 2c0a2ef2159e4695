"""Pages held against WCAG 2.2 AA in a browser, at a desk and on a phone, with no script and by keyboard."""

import os
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.db import transaction
from django.urls import reverse

from tests.doors.web.council import OFFICER, Frozen, indicator, scorecard, signed_in
from tests.house import ROOT

AXE = ROOT / "tests/vendor/axe-core/axe.min.js"
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
HOST = "http://larkhythe.example"
POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'"
PAGES = {
    "home": reverse("home"),
    "changes": reverse("changed"),
    "indicators": reverse("indicators"),
    "scorecard": scorecard(),
    "scorecard-red": scorecard(rating="red"),
    "scorecard-now": scorecard(view="now"),
    "scorecard-month": scorecard(view="month"),
    "level": reverse("level", args=["directorate"]),
    "indicator": indicator("CUS01"),
    "indicator-protected": indicator("EDU01"),
    "indicator-hidden": indicator("CSC10"),
    "not-found": "/nowhere/",
}
"""Every page, by the name of its picture."""

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium here: apt-get install chromium")


class Pages(Frozen):
    def test_every_page_is_there(self):
        for name, address in PAGES.items():
            self.get(address, status=404 if name == "not-found" else 200)


@pytest.fixture(scope="module")
def fetched(django_db_setup, django_db_blocker):
    """Every page by its address, asked for before there is a browser, whose loop no database bears."""
    with django_db_blocker.unblock(), transaction.atomic():
        Frozen.setUpTestData()
        client = signed_in(OFFICER)
        pages = {address: client.get(address) for address in (*PAGES.values(), reverse("brand"))}
        transaction.set_rollback(True)
    return pages


@pytest.fixture(scope="module")
def browser(fetched):
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=BROWSER, args=QUIET)
        yield opened
        opened.close()


@pytest.fixture
def visit(fetched, browser):
    """Open a page by its name in a browser that reaches nothing but what was fetched."""
    opened = []

    def answered(route):
        address = route.request.url.removeprefix(HOST)
        path = urlsplit(address).path
        file = finders.find(path.removeprefix("/static/")) if path.startswith("/static/") else None
        if address in fetched:
            found = fetched[address]
            headers = {"Content-Type": found["Content-Type"], "Content-Security-Policy": POLICY}
            route.fulfill(status=found.status_code, body=found.content, headers=headers)
        elif file:
            route.fulfill(path=file)
        else:
            route.abort()

    def go(name, width, *, script=True):
        size = {"width": width, "height": 900}
        opened.append(browser.new_context(viewport=size, java_script_enabled=script, reduced_motion="reduce"))
        page = opened[-1].new_page()
        page.set_default_timeout(15_000)
        page.told = []
        page.on("console", lambda message: page.told.append(message.text))
        page.route("**/*", answered)
        page.goto(HOST + PAGES[name])
        return page

    yield go
    for context in opened:
        context.close()


def test_axe_finds_nothing_on_any_page(visit):
    for name in PAGES:
        for width in (1280, 390):
            page = visit(name, width)
            page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
            page.evaluate(AXE.read_text())
            found = page.evaluate("tags => axe.run({runOnly: tags}).then(r => r.violations)", TAGS)
            told = [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found]
            assert told == [], (name, width)
            _pictured(page, f"{name}-{width}")


def test_no_page_asks_for_what_its_policy_forbids(visit):
    for name in PAGES:
        told = visit(name, 1280).told
        assert [each for each in told if "Content Security Policy" in each] == [], name


def test_nothing_is_cut_off_at_320_pixels(visit):
    for name in PAGES:
        page = visit(name, 320)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, name


def test_a_page_says_the_same_without_script(visit):
    page = visit("scorecard", 1280, script=False)

    assert page.locator("#indicators tbody tr[id]").count() == 66
    page.locator("text=As now known").first.wait_for()


def test_the_keyboard_reaches_the_figures_by_way_of_the_skip_link(visit):
    page = visit("scorecard", 1280)

    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to main content"
    assert page.locator(".govuk-skip-link").bounding_box()["height"] > 20
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('nav').getAttribute('aria-label')") == (
        "Levels of scorecards"
    )


def test_on_a_phone_each_row_is_a_block_that_is_still_a_row(visit):
    page = visit("scorecard", 390)

    row = page.locator("#i-cus01")
    assert row.get_attribute("role") == "row"
    assert row.evaluate("row => getComputedStyle(row).display") == "grid"
    assert row.bounding_box()["width"] <= 390


def _pictured(page, name):
    """A picture of the page, where the environment names a folder for them."""
    folder = os.environ.get("GOLDENTHREAD_SCREENSHOTS")
    if folder:
        page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = false })")
        page.screenshot(path=str(Path(folder) / f"{name}.png"), full_page=True)

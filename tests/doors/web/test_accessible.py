"""Pages held against WCAG 2.2 AA in a browser, at a desk and on a phone, with no script and by keyboard."""

import os
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders
from django.db import transaction
from django.urls import resolve, reverse

from goldenthread.web import urls
from tests.doors.web.council import (
    DIRECTOR,
    HOLDER,
    MEMBER,
    OFFICER,
    OWNER,
    READER,
    Frozen,
    indicator,
    scorecard,
    show_all_but_one,
    signed_in,
)
from tests.house import ROOT

AXE = ROOT / "tests/vendor/axe-core/axe.min.js"
BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
QUIET = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FOCUSED = """() => {
  const look = getComputedStyle(document.activeElement)
  return [document.activeElement.tagName, parseFloat(look.outlineWidth) >= 3, look.boxShadow !== "none"]
}"""
HOST = "http://larkhythe.example"
POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'"
PAGES = {
    "home": (OFFICER, reverse("home"), 200),
    "changes": (OFFICER, reverse("changed"), 200),
    "indicators": (OFFICER, reverse("indicators"), 200),
    "scorecard": (OFFICER, scorecard(), 200),
    "scorecard-red": (OFFICER, scorecard(rating="red"), 200),
    "scorecard-none": (OFFICER, scorecard(rating="red", changed="yes", priority="RF"), 200),
    "scorecard-now": (OFFICER, scorecard(view="now"), 200),
    "scorecard-month": (OFFICER, scorecard(view="month"), 200),
    "level": (OFFICER, reverse("level", args=["directorate"]), 200),
    "level-month": (OFFICER, reverse("level", args=["directorate"]) + "?view=month", 200),
    "indicator": (OFFICER, indicator("CUS01"), 200),
    "indicator-month": (OFFICER, indicator("CUS01", view="month"), 200),
    "indicator-protected": (OFFICER, indicator("EDU01"), 200),
    "indicator-hidden": (OFFICER, indicator("CSC10"), 200),
    "home-of-a-director": (DIRECTOR, reverse("home"), 200),
    "scorecard-of-a-director": (DIRECTOR, scorecard("RES", view="now"), 200),
    "scorecard-of-a-portfolio-holder": (HOLDER, scorecard(), 200),
    "indicator-of-a-portfolio-holder": (HOLDER, indicator("HOU15"), 200),
    "home-of-a-member": (MEMBER, reverse("home"), 200),
    "home-of-an-owner": (OWNER, reverse("home"), 200),
    "home-of-a-reader": (READER, reverse("home"), 200),
    "not-found": (OFFICER, "/nowhere/", 404),
    "not-open": (MEMBER, scorecard(), 403),
    "cannot-be-protected": (OFFICER, reverse("home"), 503),
}
"""Every page, state and error, by the name of its picture: who asks for it, where it is, its status."""

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium here: apt-get install chromium")


@pytest.mark.django_db
def test_every_address_is_looked_at():
    """It is marked, for pytest makes a database only where a test says so; those of the browser may not."""
    seen = {
        resolve(urlsplit(address).path).url_name for _, address, status in PAGES.values() if status != 404
    }
    assert {pattern.name for pattern in urls.urlpatterns} - {"brand", "scorecards"} == seen


@pytest.fixture(scope="module")
def fetched(django_db_setup, django_db_blocker):
    """Every page by its name, asked for before there is a browser, whose loop no database bears."""
    with django_db_blocker.unblock(), transaction.atomic():
        Frozen.setUpTestData()
        pages = {reverse("brand"): signed_in(OFFICER).get(reverse("brand"))}
        for name, (person, address, status) in PAGES.items():
            if status == 503:
                show_all_but_one("EDU01")
            pages[f"/{name}"] = signed_in(person).get(address)
            assert pages[f"/{name}"].status_code == status, name
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
        path = urlsplit(route.request.url).path
        file = finders.find(path.removeprefix("/static/")) if path.startswith("/static/") else None
        if path in fetched:
            found = fetched[path]
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
        page.goto(f"{HOST}/{name}")
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


def test_nothing_is_cut_off_at_twice_and_four_times_the_size(visit):
    """Of a window of 1280 pixels there are 640 left, and 320."""
    for name in PAGES:
        page = visit(name, 640)
        for width in (640, 320):
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)


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


def test_what_has_the_focus_is_seen(visit):
    for name in ("scorecard-red", "indicator", "not-found"):
        page = visit(name, 1280)
        for _ in range(40):
            page.keyboard.press("Tab")
            here, outline, shadow = page.evaluate(FOCUSED)
            if here in ("BODY", "HTML"):
                break
            assert outline or shadow, (name, page.evaluate("document.activeElement.outerHTML"))


def test_on_paper_there_is_no_furniture_and_what_was_folded_stands_open(visit):
    page = visit("indicator", 1280)
    page.emulate_media(media="print")

    for gone in ("nav.gt-nav-frame", ".gt-switch", "summary", ".govuk-skip-link"):
        assert not page.locator(gone).first.is_visible(), gone
    assert page.locator("#chart-table tbody tr").last.is_visible()


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
        if name.endswith("-1280"):
            page.pdf(path=str(Path(folder) / f"{name.removesuffix('-1280')}.pdf"), prefer_css_page_size=True)

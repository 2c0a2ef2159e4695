"""Links: every one in the documentation that stays in the project leads to a file, and to a heading in it."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").rglob("*.md")])
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)
LINK = re.compile(r"\]\(([^)\s]+)\)|\b(?:src|href)=\"([^\"]+)\"")
ELSEWHERE = re.compile(r"[a-z]+:", re.IGNORECASE)


def links(page):
    """Where the page leads: files of the project, each with the heading that is meant, if any."""
    for inline, attribute in LINK.findall(CODE.sub("", page.read_text(encoding="utf-8"))):
        if not ELSEWHERE.match(target := inline or attribute):
            path, _, heading = target.partition("#")
            yield target, (page.parent / path).resolve() if path else page, heading


def headings(page):
    """The names by which the headings of a page are reached: lower case, hyphens, no other signs."""
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.DOTALL)
    for heading in re.findall(r"^#+ (.*)$", text, re.MULTILINE):
        words = re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", heading).strip().lower()
        yield re.sub(r"[^\w\- ]", "", words).replace(" ", "-")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_link_leads_somewhere(page):
    lost = [
        target
        for target, place, heading in links(page)
        if not place.exists() or (heading and place.suffix == ".md" and heading not in headings(place))
    ]
    assert not lost


def test_a_heading_is_found_by_its_words(tmp_path):
    page = tmp_path / "page.md"
    page.write_text("# `disclosure.yaml` (if wanted)\n\n```\n# no heading\n```\n## [A](b.md), and C\n")

    assert list(headings(page)) == ["disclosureyaml-if-wanted", "a-and-c"]

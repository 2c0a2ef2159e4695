"""Cabinet form: the headings, fields and questions of a real covering report, read from its text."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house import ROOT

FILE = "cabinet-report-2024-01-24.txt"
# What that council answered, which is no part of the form.
ANSWERS = {
    "None", "Not applicable", "N/A", "Yes", "No", "Green",
    "Not required for the quarterly performance report",
    "The performance report is arranged according to the 3 council priorities:",
}  # fmt: skip
A_LINE_OF_CHARTS = re.compile(r"\S {3,}\S")
FIELD = re.compile(r"^([A-Z][^:?]{3,105}[:?])")
LONGEST_HEADING = 60


def text() -> str:
    """The form as it was printed; the test is skipped where it is not at hand."""
    folder = Path(os.environ.get("GOLDENTHREAD_BRIEF") or ROOT.parent / "shared" / "mission")
    if not (folder / FILE).is_file():
        pytest.skip(f"no form at hand: set GOLDENTHREAD_BRIEF to the folder that holds {FILE}")
    return (folder / FILE).read_text(encoding="utf-8")


def labels() -> list[str]:
    """Every heading, field and question of the form in its order, as `plain` writes them."""
    front, mark, rest = text().partition("Section 1")
    fields = [line.strip() for line in front.splitlines() if line.rstrip().endswith(":")]
    return [plain(label) for label in (*fields, *_labels(mark + rest))]


def _labels(printed: str) -> Iterator[str]:
    for line in re.sub(r"\[(bookmark|image)[^]]*\]", "", printed).splitlines():
        said = line.strip()
        if said in ANSWERS:
            continue
        if A_LINE_OF_CHARTS.search(said):
            yield from re.split(r" {3,}", said)
        elif field := FIELD.match(said):
            yield field[1]
        elif _is_heading(said):
            yield said


def _is_heading(said: str) -> bool:
    """A short line that is no sentence and no item of a list; or one of two that end in a stop."""
    if not said or not said[0].isupper():
        return False
    is_short = len(said) <= LONGEST_HEADING and not said.endswith((".", ","))
    return is_short or said.startswith("Signed") or said.endswith(("considered.", "below."))


def plain(said: str) -> str:
    """Words as they compare: no matter how dashes, quotes, capitals, dates and line ends were set."""
    said = said.casefold().replace("’", "'").translate(str.maketrans("–—\u2011", "---"))
    for theirs, ours in (
        ("signed off by", "signed by"),
        ("summarized", "summarised"),
        ("september 30th 2023", "30 september 2023"),
    ):
        said = said.replace(theirs, ours)
    return " ".join(said.split()).rstrip(":.")

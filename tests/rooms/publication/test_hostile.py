"""Words that try to be something else print as words: in every page, and in every table of the data."""

import csv
import io

import pytest

from goldenthread.publication import rendering
from goldenthread.reports.material import NOTHING
from tests.rooms.reports import smallham

HOSTILE = {
    "a script": "<script>alert(1)</script>",
    "an entity": "Fish & chips &lt;b&gt;",
    "a template": "{{ 7 * 7 }} {% raw %}",
    "a formula": "=cmd|' /C calc'!A0",
    "another formula": "+1+1",
    "right to left": "\u202egnisrever\u202c عربى",
    "an emoji": "Trees planted 🌳",
    "Welsh": "Tŷ a dŵr",
    "a long one": "word " * 1000,
    "quotes": "\"double\" 'single' `tick`",
    "a control character": "bell\x07 and null\x00",
}


def pack(text):
    lines = (smallham.indicator("A1", name=text, definition=text, sources=[text]), *smallham.indicators()[1:])
    sealed = smallham.sealed(
        indicator=lines,
        action=(smallham.action("R1", "green", wording=text, words=text, next_milestone=text),),
        commentary=(
            smallham.comment(outcome="RF1", happened=text),
            smallham.comment(indicator="A3", next=text),
        ),
    )
    return rendering.render(
        smallham.material(sealed=sealed, changes=NOTHING, latest=NOTHING, challenges=NOTHING),
    )


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_it_prints_as_words(text):
    made = pack(text)
    assert made.failures == ()
    page = made.files["appendix-1-strategic-performance-report.html"].decode()
    assert "<script" not in page
    assert "{{ 7 * 7 }}" in page or "{{" not in text


@pytest.mark.parametrize("text", [HOSTILE["a formula"], HOSTILE["another formula"]])
def test_no_cell_of_the_data_is_a_formula(text):
    for path, content in pack(text).files.items():
        if path.endswith(".csv"):
            for row in csv.reader(io.StringIO(content.decode(), newline="")):
                assert not any(cell.startswith(("=", "+", "@")) for cell in row), path


def test_codes_with_strange_letters_keep_their_links():
    """C&L01 is a code of a real framework; its receipt is found all the same."""
    made = rendering.render(
        smallham.material(
            sealed=smallham.sealed(indicator=(smallham.indicator("C&L01"), smallham.indicator("C_L01"))),
            changes=NOTHING,
            latest=NOTHING,
            challenges=NOTHING,
        ),
    )
    assert made.failures == ()
    page = made.files["receipts.html"].decode()
    assert 'id="r-c-26l01"' in page
    assert 'id="r-c-5fl01"' in page

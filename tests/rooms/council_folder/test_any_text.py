"""The law of reading: whatever stands in a folder, it is read, or refused with file, line and words."""

import contextlib

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.council_folder import reading
from goldenthread.council_folder.problems import FolderRefused
from tests import small_council

NAMES = [name.removesuffix(".yaml") for name in small_council.FILES]
PIECES = [
    "",
    " ",
    "\n",
    ":",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "'",
    '"',
    "#",
    "&a",
    "*a",
    "!!x",
    "|",
    "~",
    "1",
    "0.5",
    "true",
]
WORDS = [
    "code",
    "name",
    "defaults",
    "changes",
    "versions",
    "parts",
    "holdings",
    "known_from: 2023-01-01",
    "x: [1, {}]",
]
piece = st.sampled_from(PIECES + WORDS) | st.text(max_size=6)


@st.composite
def spoilt(draw):
    """One file of the small council with one to three passages replaced by something else."""
    name = draw(st.sampled_from(NAMES))
    text = small_council.FILES[f"{name}.yaml"]
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = min(len(text), start + draw(st.integers(0, 30)))
        text = text[:start] + draw(piece) + text[end:]
    return name, text


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spoilt())
def test_any_spoilt_file_is_read_or_refused_with_its_place(tmp_path, case):
    name, text = case
    with contextlib.suppress(UnicodeEncodeError):
        small_council.write(tmp_path, **{name: text})
        for problem in problems(tmp_path):
            assert problem.file
            assert problem.line >= 1
            assert problem.wrong
            assert problem.instead


def problems(folder):
    try:
        reading.read(folder)
    except FolderRefused as refused:
        return refused.problems
    return ()

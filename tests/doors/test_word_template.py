"""The council's own Word template at the door: got, made its own, used, and asked for again by --check."""

from io import BytesIO

import docx as python_docx
import pytest

REPORT = ("report", "2023-24-Q2", "--to")


@pytest.fixture
def own(door, tmp_path):
    """The shipped file with a letterhead, as a council would leave it."""
    place = tmp_path / "ours.docx"
    assert door("word-template", "--to", place).code == 0
    file = python_docx.Document(str(place))
    file.sections[0].header.paragraphs[0].text = "Town Hall, High Street. {{ council }}"
    file.save(str(place))
    return place


def test_a_report_in_our_own_letterhead_is_checked_with_it_and_not_without(door, own, tmp_path):
    pack = tmp_path / "pack"
    written = door(*REPORT, pack, "--word-template", own)
    assert written.code == 0, written.err

    paper = python_docx.Document(BytesIO((pack / "covering-report.docx").read_bytes()))
    assert paper.sections[0].header.paragraphs[0].text.startswith("Town Hall, High Street. London Borough")

    again = door(*REPORT, pack, "--word-template", own, "--check")
    assert (again.code, again.out) == (0, "Rendered again: every byte is the same.\n")

    without = door(*REPORT, pack, "--check")
    assert without.code == 2
    assert "name that file as --word-template" in without.err


def test_a_file_that_is_there_is_not_written_over(door, own):
    before = own.read_bytes()
    done = door("word-template", "--to", own)

    assert (done.code, own.read_bytes()) == (2, before)
    assert f"{own}: file exists" in done.err


@pytest.mark.parametrize("name", ["ours.doc", "ours.docm", "ours"])
def test_a_file_that_word_would_not_open_is_refused(door, tmp_path, name):
    done = door("word-template", "--to", tmp_path / name)

    assert (done.code, list(tmp_path.glob("ours*"))) == (2, [])
    assert "does not end in .docx" in done.err


def test_a_template_that_cannot_be_filled_leaves_the_other_formats_and_is_named(door, own, tmp_path):
    file = python_docx.Document(str(own))
    file.add_paragraph("{{ meeting }}")
    file.save(str(own))
    done = door(*REPORT, tmp_path / "pack", "--word-template", own)

    assert done.code == 1
    assert "holds the placeholder {{ meeting }}, which is not known" in done.out
    assert not (tmp_path / "pack" / "covering-report.docx").exists()
    assert (tmp_path / "pack" / "covering-report.pdf").exists()


def test_the_answer_as_json_names_the_file(door, tmp_path):
    assert door("word-template", "--to", tmp_path / "a.docx", "--json").json == {
        "file": str(tmp_path / "a.docx")
    }

"""The structure of a Word file: what Word is strict about, so that no reader is told of a damaged file."""

import posixpath
import re
import shutil
import subprocess
import sys
from collections import Counter
from io import BytesIO
from zipfile import ZipFile

import pytest

from goldenthread.documents.renderers import docx
from goldenthread.documents.renderers.docx import shipped
from goldenthread.documents.renderers.docx.markup import NAMESPACES as NS
from goldenthread.documents.renderers.html_style import Style
from tests.documents import sample
from tests.documents.docx.opened import Opened, W, made

UNIQUE = (
    "//wp:docPr/@id",
    "//w:bookmarkStart/@w:id",
    "//w:bookmarkStart/@w:name",
    "//w:sdtPr/w:id/@w:val",
)
TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"


@pytest.fixture(scope="module")
def papers():
    return [made(document) for document in sample.pack()]


def test_every_relationship_leads_to_a_part(papers):
    for opened in papers:
        for name in [n for n in opened.parts if not n.endswith(".rels")] + [""]:
            for relation in opened.relations(name):
                if relation.get("TargetMode") != "External":
                    target = posixpath.normpath(
                        posixpath.join(posixpath.dirname(name), relation.get("Target"))
                    )
                    assert target in opened.parts, (name, target)


def test_the_relationships_that_the_text_names_exist_and_stand_once(papers):
    for opened in papers:
        ids = [r.get("Id") for r in opened.relations()]
        named = set(opened.document.xpath("//@r:id | //@r:embed", namespaces=NS))

        assert len(ids) == len(set(ids))
        assert named <= set(ids)


def test_every_part_has_a_content_type_and_no_type_is_without_a_part(papers):
    for opened in papers:
        types = opened.xml("[Content_Types].xml")
        overridden = {e.get("PartName").lstrip("/") for e in types.iter(f"{TYPES}Override")}
        usual = {e.get("Extension").lower() for e in types.iter(f"{TYPES}Default")}

        assert overridden <= set(opened.parts)
        for name in set(opened.parts) - overridden - {"[Content_Types].xml"}:
            assert name.rsplit(".", 1)[-1].lower() in usual, name


def test_ids_of_drawings_bookmarks_and_controls_are_unique(papers):
    for opened in papers:
        for path in UNIQUE:
            found = Counter(opened.document.xpath(path, namespaces=NS))
            assert not [value for value, times in found.items() if times > 1], path
        starts = opened.document.xpath("//w:bookmarkStart/@w:id", namespaces=NS)
        assert starts == opened.document.xpath("//w:bookmarkEnd/@w:id", namespaces=NS)
        names = opened.document.xpath("//w:bookmarkStart/@w:name", namespaces=NS)
        assert [name for name in names if not re.fullmatch("[A-Za-z][A-Za-z0-9_]{0,39}", name)] == []


def test_every_style_that_is_used_exists_and_is_one_a_reader_can_name(papers):
    for opened in papers:
        used = set(
            opened.document.xpath(
                "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val", namespaces=NS
            )
        )
        assert used <= set(opened.styles())


def test_every_list_that_is_used_exists(papers):
    for opened in papers:
        numbering = opened.xml("word/numbering.xml")
        lists = set(numbering.xpath("//w:num/@w:numId", namespaces=NS))
        behind = set(numbering.xpath("//w:abstractNum/@w:abstractNumId", namespaces=NS))

        assert set(opened.document.xpath("//w:numPr/w:numId/@w:val", namespaces=NS)) <= lists
        assert set(numbering.xpath("//w:num/w:abstractNumId/@w:val", namespaces=NS)) <= behind


def test_every_cell_ends_in_a_paragraph_and_rows_are_as_wide_as_the_grid(papers):
    for opened in papers:
        for table in opened.find(".//w:tbl"):
            columns = len(opened.find("w:tblGrid/w:gridCol", table))
            for row in opened.find("w:tr", table):
                cells = opened.find("w:tc", row)
                assert all(cell[-1].tag == f"{W}p" for cell in cells)
                spans = [cell.find("w:tcPr/w:gridSpan", NS) for cell in cells]
                assert sum(1 if s is None else int(s.get(f"{W}val")) for s in spans) == columns


def test_the_same_paper_is_the_same_bytes():
    for document in sample.pack():
        assert docx.render(document, style=Style()) == docx.render(document, style=Style())


def test_the_bytes_do_not_depend_on_the_order_in_which_a_process_hashes():
    program = (
        "import hashlib; from tests.documents import sample; "
        "from goldenthread.documents.renderers import docx; "
        "from goldenthread.documents.renderers.html_style import Style; "
        "print(hashlib.sha256(docx.render(sample.appendix_1(), style=Style())).hexdigest())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", program],
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(filter(None, ["src", "."]))},
            capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    }  # fmt: skip

    assert len(said) == 1


def test_no_part_is_dated_by_a_clock(papers):
    for opened in papers:
        for name in [n for n in opened.parts if n.endswith(".xlsx")]:
            with ZipFile(BytesIO(opened.parts[name])) as book:
                assert {info.date_time[0] for info in book.infolist()} == {1980}
                assert b"1980-01-01" in book.read("docProps/core.xml")
        with ZipFile(BytesIO(opened.file)) as file:
            assert {info.date_time for info in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_shipped_template_is_what_its_builder_makes():
    assert shipped.file() == shipped.made(), "run python -m docs.build_word_template"


def test_the_councils_colour_replaces_ours():
    painted = Opened(docx.render(sample.appendix_1(), style=Style(brand="#003b5c")))
    text = b"".join(painted.parts[name] for name in ("word/styles.xml", "word/document.xml"))

    assert b"003B5C" in text
    assert b"5C2860" not in text


def test_libreoffice_sets_a_paper_with_its_headings_and_saves_it_with_its_figures(tmp_path):
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    (tmp_path / "template.docx").write_bytes(shipped.file())
    (tmp_path / "paper.docx").write_bytes(docx.render(sample.appendix_1(), style=Style()))
    home = f"-env:UserInstallation={(tmp_path / 'home').as_uri()}"
    asked = [office, home, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path)]
    subprocess.run(
        [*asked, str(tmp_path / "template.docx"), str(tmp_path / "paper.docx")],
        capture_output=True, timeout=120, check=False,
    )  # fmt: skip
    if not (tmp_path / "template.txt").exists():
        pytest.skip("LibreOffice has no Writer here")

    text = (tmp_path / "paper.txt").read_text(encoding="utf-8-sig")
    for section in sample.appendix_1().blocks:
        if hasattr(section, "title"):
            assert section.title in text
    assert "1,164" in text

    again = tmp_path / "again"
    saved = [office, home, "--headless", "--convert-to", "docx", "--outdir", str(again)]
    subprocess.run([*saved, str(tmp_path / "paper.docx")], capture_output=True, timeout=120, check=False)
    figures = docx.figures((tmp_path / "paper.docx").read_bytes())
    assert docx.figures((again / "paper.docx").read_bytes()) == figures

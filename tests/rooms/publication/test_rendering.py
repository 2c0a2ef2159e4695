"""A pack renders to the same bytes every time; a part that fails leaves the others."""

import hashlib
import os
import subprocess
import sys

import pytest
from lxml import html

from goldenthread.documents.renderers import formats
from goldenthread.documents.renderers.docx import shipped
from goldenthread.documents.renderers.html import Style
from goldenthread.publication import manifest, rendering
from goldenthread.reports.assemble import pack
from tests import house
from tests.rooms.reports import smallham

CARD = "appendix-2-corporate-scorecard"
ELSEWHERE = """
import hashlib, django
django.setup()
from tests.rooms.publication import test_rendering
print(test_rendering.digest())
"""


def rendered(material=None):
    return rendering.render(material or smallham.material())


def digest():
    made = rendered()
    whole = "".join(f"{path} {hashlib.sha256(made.files[path]).hexdigest()}\n" for path in sorted(made.files))
    return hashlib.sha256(whole.encode()).hexdigest()


def test_the_same_material_gives_the_same_bytes():
    assert rendered().files == rendered().files


@pytest.mark.parametrize("seed", ["0", "1", "4242"])
def test_another_process_gives_the_same_bytes(seed):
    environment = {
        **os.environ,
        "PYTHONHASHSEED": seed,
        "DJANGO_SETTINGS_MODULE": "tests.settings",
        "TZ": "Asia/Tokyo",
    }
    done = subprocess.run(
        [sys.executable, "-c", ELSEWHERE],
        cwd=house.ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == digest()


def test_the_first_page_leads_to_every_file_of_the_pack():
    made = rendered()
    page = html.fromstring(made.files["index.html"].decode())
    led_to = {a.get("href") for a in page.xpath("//main//a")}
    assert {path for path in made.files if not path.startswith("assets/")} - {"index.html"} == led_to


def test_the_first_page_names_each_table_and_says_how_to_check_the_pack():
    said = html.fromstring(rendered().files["index.html"].decode()).xpath("//main")[0].text_content()
    assert "Indicators as frozen: indicators.csv" in said
    assert "goldenthread verify FOLDER" in said


def test_a_whole_pack_has_papers_data_and_a_manifest():
    made = rendered()
    assert made.failures == ()
    listed = {file.path for file in manifest.read(made.files["manifest.json"]).files}
    assert listed == set(made.files) - {"manifest.json"}
    assert {"index.html", "receipts.html", "appendix-2-corporate-scorecard.html"} <= listed
    assert {"open-data/indicators.csv", "open-data/codebook.csv", "open-data/datapackage.json"} <= listed


def test_the_manifest_names_what_the_pack_was_made_from():
    about = manifest.read(rendered().files["manifest.json"]).about
    assert (about.period, about.position_date) == ("2023-24-Q2", "2023-09-30")
    assert about.release.startswith("2023-24-Q2-")
    assert "d" * 12 not in "".join(file.decode(errors="ignore") for file in rendered().files.values())
    assert about.program.startswith("goldenthread ")
    assert len(about.templates) == 64


def test_a_paper_that_fails_leaves_the_others_and_is_named(monkeypatch):
    """Without receipts the other papers stand, and their marks lead nowhere instead of to a missing page."""

    def broken(q):
        raise ValueError("a receipt that cannot be written")

    papers = [(name, broken if name == "the receipts" else make) for name, make in pack.PAPERS]
    monkeypatch.setattr(pack, "PAPERS", papers)
    made = rendered()
    assert [(failure.part, failure.why) for failure in made.failures] == [
        ("the receipts", "ValueError: a receipt that cannot be written")
    ]
    assert "receipts.html" not in made.files
    card = made.files["appendix-2-corporate-scorecard.html"].decode()
    assert "receipts.html" not in card
    assert "Stage" in card or "Measure A1" in card


def test_a_format_that_fails_leaves_the_others_and_is_named(monkeypatch):
    """Without its PDF a paper is still there as Word, Excel and a page, which does not lead to the PDF."""

    def broken(paper, look):
        if paper.name == CARD:
            raise ValueError("a table that cannot be set")
        return pdf(paper, look)

    pdf = formats.RENDERERS["pdf"]
    monkeypatch.setattr(formats, "RENDERERS", {**formats.RENDERERS, "pdf": broken})
    made = rendered()
    assert [(failure.part, failure.why) for failure in made.failures] == [
        ("Corporate scorecard as PDF", "ValueError: a table that cannot be set")
    ]
    assert f"{CARD}.pdf" not in made.files
    assert {f"{CARD}.html", f"{CARD}.docx", f"{CARD}.xlsx"} <= set(made.files)
    assert "appendix-1-strategic-performance-report.pdf" in made.files
    for page in ("index.html", f"{CARD}.html"):
        assert f"{CARD}.docx" in made.files[page].decode()
        assert f"{CARD}.pdf" not in made.files[page].decode()


def test_each_paper_is_there_in_every_format_and_receipts_as_a_page():
    files = rendered().files
    for ending in ("html", "pdf", "docx", "xlsx"):
        assert f"{CARD}.{ending}" in files
    alone = {path for path in files if path.startswith(("receipts", "index"))}
    assert alone == {"receipts.html", "index.html"}


def test_the_manifest_names_the_council_s_template_and_colour():
    own = shipped.file()
    look = formats.Look(Style("#0b4a6f"), own)
    about = manifest.read(rendering.render(smallham.material(), look=look).files["manifest.json"]).about
    assert (about.brand, about.word_template) == ("#0b4a6f", hashlib.sha256(own).hexdigest())


def test_progress_is_told_file_by_file():
    told = []
    rendering.render(smallham.material(), progress=lambda part, done, total: told.append((part, done, total)))
    parts, done, totals = zip(*told, strict=True)
    assert "Corporate scorecard as PDF" in parts
    assert parts[-1] == "Receipts"
    assert list(done) == list(range(totals[0]))
    assert set(totals) == {len(told)}


def test_a_bare_council_renders_too():
    made = rendered(smallham.bare())
    assert made.failures == ()
    assert "open-data/actions.csv" not in made.files

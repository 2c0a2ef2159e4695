"""A pack renders to the same bytes every time; a part that fails leaves the others."""

import hashlib
import os
import subprocess
import sys

import pytest

from goldenthread.documents.renderers.html import Style
from goldenthread.publication import manifest, rendering
from goldenthread.reports.assemble import pack
from tests import house
from tests.rooms.reports import smallham

STYLE = Style()
ELSEWHERE = """
import hashlib, django
django.setup()
from tests.rooms.publication import test_rendering
print(test_rendering.digest())
"""


def rendered(material=None):
    return rendering.render(material or smallham.material(), style=STYLE)


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
    assert (about.position, about.position_before) == ("d" * 64, "c" * 64)
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


def test_progress_is_told_paper_by_paper():
    told = []
    rendering.render(
        smallham.material(), style=STYLE, progress=lambda part, done, total: told.append((part, done, total))
    )
    assert told[0] == ("Contents", 0, 10)
    assert [done for _, done, _ in told] == list(range(10))


def test_a_bare_council_renders_too():
    made = rendered(smallham.bare())
    assert made.failures == ()
    assert "open-data/actions.csv" not in made.files

"""`make report` as people run it: killed, twice, with something new, something broken, and from nothing."""

import hashlib
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing

import pytest

from tests.doors.running import LARKHYTHE, environment

RUN = (sys.executable, "-m", "goldenthread.cli.make_report")
SOME = 4
NOT_COPIED = shutil.ignore_patterns("make_returns", "__pycache__")
LATE = """
  - file: late.csv
    mapping: extract
    known_from: 2024-01-19T12:00
    by: hos_customer
"""
BROKEN = """
  - file: broken.xlsx
    mapping: revenues
    known_from: 2024-01-20T12:00
    by: hos_revenues
"""
WORDS = """
  - period: 2023-24-Q2
    topic: watch
    indicator: HOU15
    known_from: 2024-01-19T12:00
    happened: The contractor's second crew begins in February.
    author: deputy_landlord
"""


class Place:
    """A folder with the example council, in which `make report` is run."""

    def __init__(self, folder):
        self.folder = folder
        self.council = folder / "examples" / "larkhythe"
        self.database = folder / "var" / "larkhythe.sqlite3"
        self.pack = folder / "build" / "2023-24-Q2"
        shutil.copytree(LARKHYTHE, self.council, ignore=NOT_COPIED)

    def started(self, **more):
        pipe = subprocess.PIPE
        return subprocess.Popen(
            RUN, cwd=self.folder, env=environment(**more), stdout=pipe, stderr=pipe, text=True
        )

    def run(self, **more):
        """Exit code and what was said; nothing for a terminal alone, nothing beside the answer."""
        process = self.started(**more)
        out, err = process.communicate()
        assert (err, "\x1b" in out) == ("", False)
        return process.returncode, out

    def bytes(self):
        """The hash of every file of the pack."""
        files = sorted(path for path in self.pack.rglob("*") if path.is_file())
        return {
            str(path.relative_to(self.pack)): hashlib.sha256(path.read_bytes()).hexdigest() for path in files
        }

    def seal(self):
        with closing(sqlite3.connect(self.database)) as held:
            return held.execute("SELECT digest FROM positions_position ORDER BY position_date").fetchall()

    def imported(self):
        if not self.database.exists():
            return 0
        with closing(sqlite3.connect(self.database)) as held:
            try:
                return held.execute("SELECT count(*) FROM collection_import_run").fetchone()[0]
            except sqlite3.OperationalError:
                return 0

    def append(self, name, words):
        with (self.council / name).open("a") as file:
            file.write(words)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return Place(tmp_path_factory.mktemp("a path with spaces"))


@pytest.fixture(scope="module")
def first(place):
    """The first run that came to its end: a run before it was killed while it read the returns."""
    process = place.started()
    while place.imported() < SOME and process.poll() is None:
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert process.returncode == -signal.SIGKILL
    code, said = place.run(PYTHONHASHSEED="1", POLARS_MAX_THREADS="1")
    return code, said, place.bytes(), place.seal()


def test_after_a_kill_the_next_run_goes_on_and_tells_every_stage(first, place):
    code, said, files, _ = first
    stages = [line for line in said.splitlines() if line.startswith("[")]
    assert code == 0
    assert [line.split("]")[0] for line in stages] == [f"[{number}/5" for number in range(1, 6)]
    assert "0 versions added, " in said
    fresh = int(said.split("32 files, ")[1].split(" ")[0])
    assert 0 < fresh <= 32 - SOME
    assert "adults.xlsx, sheet Safeguarding, C5: the numerator 139 is above the denominator 126" in said
    assert said.endswith(f"Open {place.pack / 'index.html'}\n")
    assert "index.html" in files


def test_a_second_run_does_nothing_and_says_so(first, place):
    assert first[0] == 0
    before = place.database.stat().st_mtime_ns, place.pack.stat().st_mtime_ns
    code, said = place.run()
    assert (code, said.count("\n")) == (0, 2)
    assert said.startswith("Nothing has changed since the last run: ")
    assert (place.database.stat().st_mtime_ns, place.pack.stat().st_mtime_ns) == before


def test_what_is_new_comes_in_what_is_broken_stops_nothing_and_a_lost_pack_is_written_again(first, place):
    heading, *_ = (place.council / "returns" / "2023-11-16-fly-tips.csv").read_text().splitlines()
    figure = "CUS02,2023-12" + "," * 11 + "9,10,,,,,"
    (place.council / "returns" / "late.csv").write_text(f"{heading}\n{figure}\n")
    (place.council / "returns" / "broken.xlsx").write_text("no workbook")
    index = (place.council / "returns" / "index.yaml").read_text()
    place.append("returns/index.yaml", LATE + BROKEN)
    place.append("commentary.yaml", WORDS)
    shutil.rmtree(place.folder / "build")
    code, said = place.run()
    assert code == 1
    assert "1 version added, " in said
    assert "34 files, 2 read now: 1 figure added, 0 changed" in said
    assert "broken.xlsx: refused, nothing of it came in" in said
    assert "The pack is without broken.xlsx: see above why, mend and run again." in said
    assert place.pack.is_dir()
    assert place.seal() == first[3]
    again, said = place.run()
    assert (again, "The pack is without broken.xlsx" in said) == (1, True)
    (place.council / "returns" / "index.yaml").write_text(index)


def test_from_nothing_again_every_byte_is_the_same(first, place):
    """Another database, other hash seed and threads, another folder's council, another day: the same pack."""
    shutil.rmtree(place.council)
    shutil.copytree(LARKHYTHE, place.council, ignore=NOT_COPIED)
    shutil.rmtree(place.folder / "var")
    code, said = place.run(PYTHONHASHSEED="2", POLARS_MAX_THREADS="4", TZ="America/New_York")
    assert (code, "32 files, 32 read now" in said) == (0, True)
    assert place.seal() == first[3]
    assert place.bytes() == first[2]


def test_a_faulty_council_folder_is_refused_before_anything_is_made(tmp_path):
    place = Place(tmp_path / "faulty")
    place.append("commentary.yaml", "  - {period: 2023-24-Q2, indicator: CUS99}\n")
    process = place.started()
    out, err = process.communicate()
    assert (process.returncode, out) == (2, "")
    assert err.startswith("Refused: 1 problem in the council folder:\ncommentary.yaml, line ")
    assert sorted(os.listdir(place.folder)) == ["examples"]

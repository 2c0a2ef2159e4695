"""On a terminal and off it: control codes, colours, narrow windows, closed pipes, words it cannot show."""

import os
import pty
import re
import subprocess
import sys

import pytest

from goldenthread.cli import main
from tests.doors.running import GOLDENTHREAD, LARKHYTHE, environment

SCORECARD = ("scorecard", "RES.customer", "--period", "2023-24-Q2")
CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
COLOUR = re.compile(r"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7])[0-9;]*m")
HIDES_THE_CURSOR = "\x1b[?25l"


def on_a_terminal(*words, cwd, rows=40, columns=80, **more):
    """What a command writes to a terminal, both streams, and its exit code."""
    mine, its = pty.openpty()
    os.set_blocking(mine, True)
    subprocess.run(["stty", "rows", str(rows), "cols", str(columns)], stdin=its, check=True)
    settings = environment(**{"TERM": "xterm-256color", **more})
    child = subprocess.Popen([GOLDENTHREAD, *map(str, words)], cwd=cwd, env=settings, stdout=its, stderr=its)
    os.close(its)
    written = b""
    try:
        while part := os.read(mine, 65536):
            written += part
    except OSError:
        pass  # Linux tells the end of a terminal as an error.
    os.close(mine)
    return child.wait(), written.decode()


@pytest.fixture(scope="module")
def place(larkhythe, tmp_path_factory):
    """A folder with the council's database under its usual name."""
    folder = tmp_path_factory.mktemp("terminal")
    (folder / "var").mkdir()
    (folder / "var" / "goldenthread.sqlite3").write_bytes(larkhythe.read_bytes())
    return folder


def test_a_narrow_terminal_shows_whole_names_above_their_figures(place):
    code, written = on_a_terminal(*SCORECARD, cwd=place)
    plain = CONTROL.sub("", written).replace("\r\n", "\n")
    assert code == 0
    assert "CUS01  Stage 1 complaints answered within 15 working days\n" in plain
    assert max(map(len, plain.splitlines())) <= 80
    assert not COLOUR.search(written)
    assert HIDES_THE_CURSOR not in written


@pytest.mark.parametrize("more", [{"TERM": "dumb"}, {"TERM": "dumb", "NO_COLOR": "1"}])
def test_a_dumb_terminal_gets_no_control_codes(place, more):
    words = ("import", LARKHYTHE / "returns" / "index.yaml", "--dry-run", "--known-at", "2023-10-05")
    _, written = on_a_terminal(*words, cwd=place, **more)
    assert "headlines.csv: read before, nothing new" in written
    assert "\x1b" not in written


def test_a_terminal_sees_that_work_is_going_on_and_nothing_of_it_is_left(place):
    code, written = on_a_terminal("verify", cwd=place)
    assert code == 0
    assert HIDES_THE_CURSOR in written
    last = CONTROL.sub("", written).split("\r")[-2]
    assert last == "the database var/goldenthread.sqlite3: everything is as it was written"


def test_no_colour_where_none_is_wanted(place):
    _, written = on_a_terminal("verify", cwd=place, NO_COLOR="1")
    assert not COLOUR.search(written)


def test_a_reader_that_has_read_enough_is_no_fault(place):
    shell = f"'{GOLDENTHREAD}' receipt EDU01 --period 2023-24-Q2 --json | head -2"
    done = subprocess.run(["bash", "-c", shell], cwd=place, env=environment(), capture_output=True, text=True)
    assert (done.stdout.count("\n"), done.stderr) == (2, "")


def test_what_a_terminal_cannot_show_is_replaced_and_the_word_stands_beside_it(place):
    done = subprocess.run(
        [GOLDENTHREAD, *SCORECARD],
        cwd=place,
        env=environment(PYTHONIOENCODING="ascii", PYTHONUTF8="0"),
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "? Green" in done.stdout


def test_a_fault_of_ours_is_shown_whole_and_has_an_exit_code_of_its_own(capsys):
    assert main.guarded(lambda: 1 // 0) == 3
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "ZeroDivisionError" in shown.err
    assert shown.err.endswith("A fault of goldenthread itself. What was under way is left out whole.\n")


def test_interrupted_it_says_so_in_a_sentence(place):
    script = (
        "import sys, threading, _thread\n"
        "from goldenthread.cli import main\n"
        "def work():\n"
        "    _thread.interrupt_main()\n"
        "    return int(threading.Event().wait(20))\n"
        "sys.exit(main.guarded(work))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=place, env=environment(), capture_output=True, text=True
    )
    assert (done.returncode, done.stdout) == (130, "")
    assert done.stderr == "Stopped. The step that was under way is left out whole.\n"

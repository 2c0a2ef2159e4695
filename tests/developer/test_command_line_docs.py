"""docs/reference/command-line.md is written from the parser, and an old page is noticed."""

import re

from docs import build_command_line
from goldenthread.cli import parser


def test_the_page_is_current():
    assert build_command_line.PAGE.read_text(encoding="utf-8") == build_command_line.page()


def test_every_command_is_on_it_with_what_it_takes():
    page = build_command_line.page()
    assert re.findall(r"^## goldenthread ([\w-]+)$", page, re.M) == list(parser.COMMANDS)
    assert "| `--to FOLDER` | **needed.** " in page
    assert "\n| `[pack]` | " in page
    assert page.count("| `--by POST` |") == 1


def test_the_exit_codes_are_those_the_help_tells():
    told = re.findall(r"\b(\d+) ", parser.EXIT_CODES)
    assert re.findall(r"^\| (\d+) \|", build_command_line.EXIT_CODES, re.M) == told


def test_an_old_page_is_noticed_and_written_anew(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(build_command_line, "PAGE", tmp_path / "reference" / "command-line.md")
    assert build_command_line.main(["--check"]) == 1
    assert "make docs" in capsys.readouterr().err
    assert build_command_line.main([]) == 0
    assert build_command_line.main(["--check"]) == 0

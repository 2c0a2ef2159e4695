"""What the pages say of the command line is so: the tutorial's answers, every command that is written."""

import re
import shlex

import pytest

from docs import build_tutorial
from goldenthread.cli import parser
from tests.house import ROOT

PAGES = [
    ROOT / "README.md",
    *sorted((ROOT / "docs").rglob("*.md")),
    *sorted((ROOT / "examples").rglob("*.md")),
]
COMMAND = re.compile(r"^(?:\$ |example: | {2,})?(?:\.venv/bin/)?goldenthread ((?:.*\\\n)*.*)$", re.MULTILINE)
CONTINUED = re.compile(r"\s*\\\n\s*")
# What follows a command on its line: a pipe, or words on it.
AFTER = re.compile(r" \| |\s{2,}")


def commands(text):
    """Every command line in a text, as words."""
    for written in COMMAND.findall(text):
        line = AFTER.split(CONTINUED.sub(" ", written))[0]
        if line.split(" ")[0] in parser.COMMANDS and "..." not in line:
            yield shlex.split(line, comments=True)


def test_the_tutorial_shows_what_its_commands_answer(capsys):
    assert build_tutorial.main(["--check"]) == 0, capsys.readouterr().err


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_command_on_a_page_is_one(page):
    for words in commands(page.read_text(encoding="utf-8")):
        parser.build(words[0]).parse_args(words)


@pytest.mark.parametrize("name", parser.COMMANDS)
def test_the_help_of_a_command_shows_examples_that_are_commands(name, capsys):
    with pytest.raises(SystemExit) as ended:
        parser.build(name).parse_args([name, "--help"])
    shown = capsys.readouterr().out
    assert ended.value.code == 0
    assert "exit codes: 0 done; 1 done, and something needs a person" in shown
    found = list(commands(shown))
    assert found[0][0] == name
    for words in found:
        parser.build(words[0]).parse_args(words)


def test_the_order_of_a_quarter_in_the_help_is_made_of_commands():
    found = list(commands(parser.ABOUT))
    assert [words[0] for words in found] == [
        "init", "returns", "import", "scorecard", "receipt", "freeze", "changes", "report", "verify",
    ]  # fmt: skip
    for words in found:
        parser.build(words[0]).parse_args(words)

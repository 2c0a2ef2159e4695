"""The habits of the house that no linter keeps: sizes, names, clocks, what may not be written down."""

import ast
import re
import subprocess
import warnings
from pathlib import Path

import pytest

from tests import house

MODULES = house.modules()
RULE_BOOK = [module for module in MODULES if module.parts[0] in ("methods", "documents")]
MIGRATIONS = house.PACKAGE / "migrations"

LINES_LOOKED_AT_TWICE = 250
LINES_AT_MOST = 400
MODULES_IN_A_ROOM = 10

DRAWERS = {"common", "core", "extras", "helpers", "misc", "services", "shared", "util", "utils"}

# The module `time` and Django's clock are refused by the import contracts.
CLOCKS = {"date.today", "datetime.now", "datetime.today", "datetime.utcnow"}

# Written in pieces, so that this file does not hold what it looks for.
NOT_TO_BE_WRITTEN = re.compile(
    "|".join(
        [
            "py" + r"pi\.org",
            "python" + "hosted",
            "registry" + r"\.npmjs",
            "/" + "work/",
            "/tmp/" + "bash_jobs",
        ]
    )
)

each_module = pytest.mark.parametrize("module", MODULES, ids=str)
each_rule_book_module = pytest.mark.parametrize("module", RULE_BOOK, ids=str)


def test_no_file_is_so_long_that_it_holds_two_ideas():
    lines = {module: house.lines_of(module) for module in MODULES if module.parts[0] != "migrations"}

    long = [f"{module} ({count})" for module, count in lines.items() if count > LINES_LOOKED_AT_TWICE]
    if long:
        warnings.warn(
            f"look twice at files over {LINES_LOOKED_AT_TWICE} lines: {', '.join(long)}", stacklevel=1
        )
    assert [module for module, count in lines.items() if count > LINES_AT_MOST] == []


@pytest.mark.parametrize("room", house.rooms(), ids=str)
def test_a_room_has_at_most_ten_modules(room):
    modules = [path.name for path in room.glob("*.py") if path.name != "__init__.py"]

    assert len(modules) <= MODULES_IN_A_ROOM, f"{room.name} is two rooms: {sorted(modules)}"


@each_module
def test_no_folder_or_file_is_a_drawer(module):
    assert not DRAWERS & {*module.parent.parts, module.stem}


@each_module
def test_the_first_line_of_a_module_says_its_one_idea(module):
    docstring = ast.get_docstring(house.tree_of(module))

    assert docstring, "no docstring"
    assert docstring.splitlines()[0].endswith((".", "?")), "the first line is a whole sentence"


@each_rule_book_module
def test_the_rule_book_reads_no_clock(module):
    read = [
        f"line {call.lineno}: {ast.unparse(call.func)}"
        for call in house.calls_in(module)
        if ".".join(ast.unparse(call.func).split(".")[-2:]) in CLOCKS
    ]

    assert read == [], "moments come in as arguments"


@each_module
def test_a_silenced_type_error_says_which_and_why(module):
    silenced = [line for line in house.text_of(module).splitlines() if "# type: " + "ignore" in line]

    assert [line for line in silenced if not re.search(r"ignore\[[\w, -]+\]\s+# \w", line)] == []


def test_the_index_names_every_room_that_keeps_something():
    keepers = {path.parent.name for path in house.PACKAGE.glob("*/models.py")}
    named = set(
        re.findall(r"^from goldenthread\.(\w+)\.models import", house.text_of(Path("models.py")), re.M)
    )

    assert named == keepers


def test_the_latest_migration_is_written_down_so_that_git_notices_two():
    migrations = sorted(path.stem for path in MIGRATIONS.glob("[0-9]*.py"))
    if migrations:
        assert (MIGRATIONS / "max_migration.txt").read_text().strip() == migrations[-1]


def test_only_the_gate_makes_a_protected_table():
    made = {
        str(module)
        for module in MODULES
        for call in house.calls_in(module)
        if house.name_of(call) == "ProtectedTable"
    }

    assert made <= {"disclosure/gate.py"}


def test_nothing_of_one_machine_is_written_down():
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=house.ROOT, capture_output=True, text=True, check=False
    ).stdout.split("\0")

    found = [
        f"{name}:{number}"
        for name in tracked
        if (text := house.text_if_any(house.ROOT / name))
        for number, line in enumerate(text.splitlines(), start=1)
        if NOT_TO_BE_WRITTEN.search(line)
    ]
    assert found == []

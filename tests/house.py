"""The house as files: its modules, rooms and syntax trees, for the tests that look after its shape."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "src" / "goldenthread"

NOT_ROOMS = {"cli", "config", "documents", "methods", "migrations", "public_site", "web", "api"}


def modules() -> list[Path]:
    """Every module of the package, as a path inside it."""
    return sorted(path.relative_to(PACKAGE) for path in PACKAGE.rglob("*.py"))


def rooms() -> list[Path]:
    """The folders of the rooms."""
    return sorted(path.parent for path in PACKAGE.glob("*/__init__.py") if path.parent.name not in NOT_ROOMS)


@cache
def text_of(module: Path) -> str:
    """The source of a module."""
    return (PACKAGE / module).read_text(encoding="utf-8")


@cache
def tree_of(module: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(text_of(module))


def lines_of(module: Path) -> int:
    """The number of lines of a module."""
    return len(text_of(module).splitlines())


def calls_in(module: Path) -> Iterator[ast.Call]:
    """Every call written in a module."""
    return (node for node in ast.walk(tree_of(module)) if isinstance(node, ast.Call))


def name_of(call: ast.Call) -> str:
    """The last part of the name that is called."""
    return ast.unparse(call.func).split(".")[-1]


def text_if_any(path: Path) -> str:
    """The text of a file; nothing if it is a folder, gone, or not text."""
    try:
        return path.read_text(encoding="utf-8") if path.is_file() else ""
    except UnicodeDecodeError:
        return ""

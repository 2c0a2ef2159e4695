"""YAML text: read it safely and exactly, remembering the line of every value."""

import datetime
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import yaml

from goldenthread.council_folder.problems import FolderRefused, Problem

MOST_BYTES = 4_000_000
MOST_DEPTH = 24

Path = tuple[str | int, ...]

NULL, BOOL, INT, FLOAT, TIME = (
    f"tag:yaml.org,2002:{kind}" for kind in ("null", "bool", "int", "float", "timestamp")
)
TEXT, MAPPING, LIST = (f"tag:yaml.org,2002:{kind}" for kind in ("str", "map", "seq"))
TIME_PATTERN = re.compile(r"^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?$")


@dataclass(frozen=True)
class Parsed:
    """The content of one file, and the line on which each of its values stands."""

    data: Any
    lines: dict[Path, int]

    def line(self, path: Path) -> int:
        """The line of a value, or of the nearest thing around it that was written."""
        while path not in self.lines and path:
            path = path[:-1]
        return self.lines.get(path, 1)


class ExactLoader(yaml.SafeLoader):
    """YAML in which `no` and `19:48` stay words, and 56.40 is exactly that."""

    yaml_implicit_resolvers: dict[Any, Any] = {}
    depth = 0

    def compose_node(self, parent: Any, index: Any) -> Any:
        """As usual, but without aliases and without bottomless nesting: both can blow a small file up."""
        if self.check_event(yaml.events.AliasEvent):
            self._refuse("an alias (*name) is not read here", "Write the value out")
        if self.depth >= MOST_DEPTH:
            self._refuse(f"nested more than {MOST_DEPTH} deep", "No part of a council folder nests so deep")
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node

    def _refuse(self, wrong: str, instead: str) -> None:
        raise yaml.MarkedYAMLError(problem=f"{wrong}|{instead}", problem_mark=self.peek_event().start_mark)


# YAML's own rules turn "no" into false, 012 into 10 and 19:48 into 1188.
ExactLoader.add_implicit_resolver(NULL, re.compile(r"^(~|null|)$"), ["~", "n", ""])
ExactLoader.add_implicit_resolver(BOOL, re.compile(r"^(true|false)$"), list("tf"))
ExactLoader.add_implicit_resolver(INT, re.compile(r"^[-+]?(0|[1-9]\d{0,29})$"), list("-+0123456789"))
ExactLoader.add_implicit_resolver(FLOAT, re.compile(r"^[-+]?\d{1,30}\.\d{1,30}$"), list("-+0123456789"))
ExactLoader.add_implicit_resolver(TIME, TIME_PATTERN, list("0123456789"))


def parse(content: bytes, file: str) -> Parsed:
    """The values of a YAML file with their lines; raises `FolderRefused` when it cannot be read at all."""
    if len(content) > MOST_BYTES:
        raise _refused(
            file, 1, f"larger than {MOST_BYTES:,} bytes", "Split it, or leave out what is not needed"
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise _refused(file, line, "not UTF-8 text", "Save the file again as UTF-8") from error
    try:
        node = ExactLoader(text).get_single_node()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        wrong, _, instead = (error.problem or "not YAML").partition("|")
        raise _refused(file, mark.line + 1 if mark else 1, wrong, instead or _HINT) from error
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        raise _refused(
            file, line, f"the character {error.character!r} cannot stand in YAML", "Remove it"
        ) from error
    lines: dict[Path, int] = {}
    return Parsed(None if node is None else _value(node, (), lines, file), lines)


_HINT = "Check indentation (spaces, never tabs), quotes and colons; text with ': ' or '#' in it needs quotes"


def _refused(file: str, line: int, wrong: str, instead: str) -> FolderRefused:
    return FolderRefused([Problem(file, line, "", wrong, instead)])


def _value(node: yaml.Node, path: Path, lines: dict[Path, int], file: str) -> Any:
    lines.setdefault(path, node.start_mark.line + 1)
    if node.tag == MAPPING:
        return _mapping(node, path, lines, file)
    if node.tag == LIST:
        return [_value(child, (*path, i), lines, file) for i, child in enumerate(node.value)]
    if node.tag in _SCALARS:
        try:
            return _SCALARS[node.tag](node.value)
        except ValueError as error:
            wrong = f"{node.value} does not exist in the calendar"
            raise _refused(
                file, node.start_mark.line + 1, wrong, "Write a date that exists, as 2023-09-30"
            ) from error
    raise _refused(
        file, node.start_mark.line + 1, f"the tag {node.tag} is not read here", "Write plain values only"
    )


def _mapping(node: yaml.Node, path: Path, lines: dict[Path, int], file: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + 1
        key = key_node.value
        if not isinstance(key, str):
            raise _refused(file, line, "a list or mapping cannot be a field's name", "Write a word")
        if key in found:
            raise _refused(file, line, f"{key} is written twice in one place", "Keep one of the two")
        lines[(*path, key)] = line
        found[key] = _value(value_node, (*path, key), lines, file)
    return found


def _moment(text: str) -> datetime.date | datetime.datetime:
    return datetime.date.fromisoformat(text) if len(text) == 10 else datetime.datetime.fromisoformat(text)


_SCALARS: dict[str, Any] = {
    NULL: lambda text: None,
    BOOL: lambda text: text == "true",
    INT: int,
    FLOAT: Decimal,
    TIME: _moment,
    TEXT: str,
}

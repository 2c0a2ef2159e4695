"""Loading a mapping: YAML read as plain text, checked, with file, line and field of what is wrong."""

import hashlib
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from goldenthread.collection.mapping.schema import Mapping

MOST_BYTES = 2_000_000

Place = tuple[str | int, ...]


class MappingNotSound(ValueError):
    """The mapping cannot be used; the message has a line for each fault."""


def load(path: Path) -> Mapping:
    """The mapping in a file."""
    return read(path.read_bytes(), path.name)


def read(content: bytes, file: str) -> Mapping:
    """The mapping in a YAML text; raises `MappingNotSound`."""
    if len(content) > MOST_BYTES:
        raise MappingNotSound(f"{file}: larger than {MOST_BYTES:,} bytes: no mapping needs so much")
    try:
        node = _Loader(content.decode("utf-8-sig")).get_single_node()
    except UnicodeDecodeError as error:
        raise MappingNotSound(f"{file}: not UTF-8 text: save it again as UTF-8") from error
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise MappingNotSound(
            f"{file}, line {line}: {error.problem}: check indentation and quotes"
        ) from error
    except yaml.YAMLError as error:
        raise MappingNotSound(f"{file}: {error}") from error
    if node is None:
        raise MappingNotSound(f"{file}: the mapping is empty: write at least mapping, title and tables")
    lines: dict[Place, int] = {}
    data = _value(node, (), lines, file)
    try:
        found = Mapping.model_validate(data)
    except ValidationError as error:
        raise MappingNotSound("\n".join(_faults(error, lines, file))) from error
    return found.model_copy(update={"digest": hashlib.sha256(content).hexdigest()})


class _Loader(yaml.BaseLoader):
    """YAML in which every word is text: no, 19:48 and 2023-09 stay what is written."""

    def compose_node(self, parent: Any, index: Any) -> Any:
        if self.check_event(yaml.events.AliasEvent):
            mark = self.peek_event().start_mark
            raise yaml.MarkedYAMLError(problem="an alias (*name) is not read here", problem_mark=mark)
        return super().compose_node(parent, index)


def _value(node: yaml.Node, place: Place, lines: dict[Place, int], file: str) -> Any:
    lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        return [_value(child, (*place, index), lines, file) for index, child in enumerate(node.value)]
    if isinstance(node, yaml.MappingNode):
        return _fields(node, place, lines, file)
    return node.value


def _fields(node: yaml.MappingNode, place: Place, lines: dict[Place, int], file: str) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for key, value in node.value:
        if key.value in fields:
            raise MappingNotSound(f"{file}, line {key.start_mark.line + 1}: {key.value} is written twice")
        lines[(*place, key.value)] = key.start_mark.line + 1
        fields[key.value] = _value(value, (*place, key.value), lines, file)
    return fields


def _faults(error: ValidationError, lines: dict[Place, int], file: str) -> list[str]:
    """One line for each place: of a choice between several forms, only what helps."""
    faults: dict[str, None] = {}
    found = [(_written(fault["loc"], lines), fault) for fault in error.errors()]
    for place, fault in found:
        # A list whose items are at fault is called too short as well.
        if fault["type"] == "too_short" and any(other[: len(place)] == place != other for other, _ in found):
            continue
        field = ".".join(str(part) for part in place)
        faults[f"{file}, line {lines.get(place, 1)}, {field}: {_words(fault)}"] = None
    return list(faults)


def _written(location: tuple[int | str, ...], lines: dict[Place, int]) -> Place:
    """The nearest written thing: the checker also names the forms it tried."""
    place: Place = ()
    for part in location:
        if (*place, part) in lines:
            place = (*place, part)
    return place


def _words(fault: Any) -> str:
    if fault["type"] == "extra_forbidden":
        return f"{fault['loc'][-1]} is not known here: see the reference of mappings"
    if fault["type"] == "missing":
        return f"{fault['loc'][-1]} is missing"
    return str(fault["msg"]).removeprefix("Value error, ")

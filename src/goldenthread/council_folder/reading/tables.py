"""Tables: items that stand in a table of the data folder, taken as if they had been written out."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path as FilePath
from typing import Any

from pydantic import ValidationError

from goldenthread.council_folder.reading import expansion, table_rows, wording
from goldenthread.council_folder.reading.expansion import Draft
from goldenthread.council_folder.reading.table_rows import Fault, NotTaken, Row, Table
from goldenthread.council_folder.reading.yaml_text import Path
from goldenthread.council_folder.schema import Section
from goldenthread.council_folder.schema.tables import FromTable

Entry = dict[str, Any]


@dataclass(frozen=True)
class Found:
    """The items of a table's rows, and every fault once."""

    drafts: list[Draft] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


def drafts(
    section: Section, written: Any, path: Path, defaults: Mapping[str, Any], data: FilePath | None
) -> Found:
    """The items of one entry under `<section>_from`, whose place in its file is `path`."""
    try:
        wanted = FromTable.model_validate(written)
    except ValidationError as error:
        return Found(faults=list(_not_described(error, path)))
    faults: dict[Fault, None] = {}
    try:
        table = table_rows.open_table(wanted.table, data, (*path, "table"))
        entries = list(_entries(table, wanted, path, faults))
    except NotTaken as error:
        return Found(faults=[error.fault])
    place = (*path, "take")
    items = _gathered(entries, wanted.gather) if wanted.gather else entries
    made = [draft for item in items for draft in expansion.drafts(section, item, place, defaults)]
    return Found(made, list(faults))


def _not_described(error: ValidationError, path: Path) -> Iterator[Fault]:
    for each in error.errors():
        # The checker also names, in brackets, which of several forms it took a field for.
        place = tuple(step for step in each["loc"] if not str(step).startswith("<"))
        yield Fault((*path, *place), *wording.wrong_and_instead({**each, "loc": place}, FromTable))


def _entries(table: Table, wanted: FromTable, path: Path, faults: dict[Fault, None]) -> Iterator[Entry]:
    """Each row as the fields of an item; a row with a fault is none."""
    for row in table.rows:
        if not _is_left_out(table, row, wanted, path):
            amiss: list[Fault] = []
            entry = dict(_fields(table, row, wanted, path, amiss))
            faults.update(dict.fromkeys(amiss))
            if not amiss:
                yield entry


def _is_left_out(table: Table, row: Row, wanted: FromTable, path: Path) -> bool:
    return any(
        table.cell(row, column, (*path, "leave_out", column)) in texts
        for column, texts in wanted.leave_out.items()
    )


def _fields(
    table: Table, row: Row, wanted: FromTable, path: Path, amiss: list[Fault]
) -> Iterator[tuple[str, Any]]:
    for name, take in wanted.take.items():
        try:
            found = table_rows.value(table, row, take, (*path, "take", name))
        except NotTaken as error:
            amiss.append(error.fault)
        else:
            if found is not None:
                yield name, found


def _gathered(entries: Sequence[Entry], name: str) -> list[Entry]:
    """Rows that agree in everything else as one item; `name` lists what differs."""
    together: dict[str, Entry] = {}
    for entry in entries:
        rest = {field: value for field, value in entry.items() if field != name}
        item = together.setdefault(repr(rest), {**rest, name: []})
        item[name] += [entry[name]] if name in entry else []
    return list(together.values())

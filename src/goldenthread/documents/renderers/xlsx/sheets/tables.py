"""Tables: one table, tally or list of facts of a paper as one sheet."""

from dataclasses import replace

from goldenthread.documents.blocks import Facts, Tally, TallyRow
from goldenthread.documents.renderers.xlsx.cells.readings import reading, said
from goldenthread.documents.renderers.xlsx.cells.sheets import Cell, Columns, Reading, Sheet, sheet
from goldenthread.documents.spans import Line, words
from goldenthread.documents.tables import RowGroup, Table

NOT_A_PART = "not a part"


def of_table(table: Table) -> Sheet:
    """A table with its groups as a first column, and in words which rows are parts or totals."""
    ids = {row.id: number for number, row in enumerate(table.rows()) if row.id}
    made = sheet(table.id, table.caption, columns(table), notes=notes(table), ids=ids)
    return replace(made, heads=len(_groups(table)) + table.heads)


def of_tally(tally: Tally) -> Sheet:
    """Counts, one column a rating, with their changes in words beside them."""
    made = [("Group", [Reading(Cell(row.label)) for row in tally.rows])]
    changed = any(row.changes for row in tally.rows)
    for n, band in enumerate(tally.bands):
        made.append((band.word, [Reading(Cell(float(row.counts[n]), "#,##0")) for row in tally.rows]))
        if changed:
            made.append((f"{band.word}: change", [_change(row, n) for row in tally.rows]))
    if tally.last:
        made.append((tally.last, [reading(row.last) for row in tally.rows]))
    return sheet(tally.id, tally.caption, made)


def of_facts(facts: Facts) -> Sheet:
    """A list of facts, one row for each line of an answer."""
    answers = [(fact.label, line) for fact in facts.rows for line in fact.lines]
    made = (
        ("Item", [Reading(Cell(label)) for label, _ in answers]),
        ("Answer", [reading(line) for _, line in answers]),
    )
    return sheet(facts.id, facts.caption, made)


def columns(table: Table) -> Columns:
    """The columns of a table, read cell by cell."""
    lines = [(row.header, *row.cells) for row in table.rows()]
    read = [(column.label, [reading(line[n]) for line in lines]) for n, column in enumerate(table.columns)]
    return [*_groups(table), *read, *_parts(table), *_totals(table)]


def notes(table: Table) -> tuple[str, ...]:
    """What stands beneath a table, and what is said of its groups."""
    of_groups = "\n".join(_of_group(group) for group in table.groups if group.note or not group.rows)
    return (*(said(note) for note in table.notes), *([of_groups] if of_groups else []))


def _of_group(group: RowGroup) -> str:
    said_of_it = group.note or "no rows"
    return f"{group.label}: {said_of_it}" if group.label else said_of_it


def _groups(table: Table) -> Columns:
    if not any(group.label for group in table.groups):
        return []
    return [("Group", [Reading(Cell(group.label)) for group in table.groups for _ in group.rows])]


def _parts(table: Table) -> Columns:
    """Whose part each row is: on paper a part is indented beneath its whole."""
    rows = list(table.rows())
    if not any(row.kind == "part" for row in rows):
        return []
    whole: Line = ()
    said_of: list[Reading] = []
    for row in rows:
        whole = whole if row.kind == "part" else row.header
        said_of.append(Reading(Cell(words(whole) if row.kind == "part" else NOT_A_PART)))
    return [("Part of", said_of)]


def _totals(table: Table) -> Columns:
    """Which rows are totals: on paper one is ruled off."""
    kinds = [row.kind for row in table.rows()]
    if "total" not in kinds:
        return []
    return [("Kind of row", [Reading(Cell("total" if kind == "total" else "row")) for kind in kinds])]


def _change(row: TallyRow, band: int) -> Reading:
    return Reading(Cell(row.changes[band] if row.changes else ""))

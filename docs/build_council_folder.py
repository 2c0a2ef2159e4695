"""docs/reference/council-folder.md: every file and field of a council folder, written from its schema.

`python -m docs.build_council_folder` writes the page; with `--check` it only says whether it is out of date.
"""

import argparse
import datetime
import re
import sys
import types
import typing
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from goldenthread.council_folder.schema import FILES, REQUIRED_FILES, SECTIONS, Section, Stamp
from goldenthread.council_folder.schema.tables import FromTable

PAGE = Path(__file__).resolve().parent / "reference" / "council-folder.md"

OPENING = """\
<!-- Generated from src/goldenthread/council_folder/schema by `make docs`: change that, not this. -->

# The council folder

A council is a folder of YAML files: its plan, organisation, indicators, targets, scorecards.
`goldenthread init` reads all of them, names every fault by file, line, field and what to write instead,
and loads the folder only when there is none. `examples/larkhythe` is a whole one.

## What holds in every file

* At the top stand `defaults:` and the lists named below. Any other field is refused, with the nearest
  that exists.
* Every item has two dates. `effective_from`: from when it is true. `known_from`: from when it was known.
  It also has `reason` and `approver`. What an item does not say, it takes from the file's `defaults`.
* Loading again adds versions and never overwrites. What is already loaded must stay as it is; a change is
  a new entry under the item's `changes:`, with its own dates and only what differs. `withdrawn: true`
  ends an item.
* `known_from` is a moment, `2023-11-10T17:00`, London time unless it names a zone; a bare date is the
  start of that day.
* Numbers are exact and plain: `56.40`, never `56.40%`, `£4.1m` or `1,164`.
* A date that may be a month, `2024-03`, means its final day.
* Words stay words: `no`, `19:48` and `012` need no quotes; text with `: ` or ` #` in it does, and so do
  `"%"` and `"per 1,000"`.
* Periods are codes: `2023-09`, `2023-24-Q2`, `2023-24`, `ytd-2023-09`, `r12-2023-09`, `at2023-09-30`,
  `ac2022-23`.
* Files are plain UTF-8 of at most 4 MB, without aliases or tags. Nothing outside the folder is read.

```yaml
defaults:
  effective_from: 2023-04-01
  known_from: 2023-02-23T18:00
  approver: Cabinet
  reason: Larkhythe Forward 2023-26 adopted

indicators:
  - from_library: CUS01          # the library's definition; what follows differs from it
    unit_code: RES.customer
    decimals: 1
    changes:
      - effective_from: 2026-04-01
        known_from: 2026-03-02
        reason: The complaint handling code asks for 10 working days
        name: Stage 1 complaints answered within 10 working days
        breaks: [{date: 2026-04-01, why: 10 instead of 15 working days}]
```

A faulty folder is answered like this:

```
2 problems in the council folder:
indicators.yaml, line 9, CUS01 > decimals: 'one' cannot stand here. Write a whole number, ...
plan.yaml, line 53, R2 > action: R2 is reported in parts. Report on its parts; ...
```
"""

TABLES = """
## Items from somebody else's table

What a publisher keeps in a table need not be typed again. Beside most lists may stand another of the same
name and `_from`, as `indicators_from`: each row of the table is an item, taken by a description, without
code. The table is not part of the council folder. It lies in a data folder, which is given when the council
is loaded: `goldenthread init examples/lgbf --data lgbf-files`. Files that the index of returns marks
`in_data: true` lie there too.

```yaml
indicators_from:
  - table: indicator_information.csv
    take:
      id: {column: Code}
      name: {column: Title}
      unit: {column: MeasureType, codes: {Percentage: "%", Cost: £}}
      multiplier:
        first_of:
          - {column: MeasureType, codes: {Percentage: 100}}
          - {column: Above, over: Below}
          - 1
      frequency: annual                # the same for all
```

The headings are the table's first row. A cell that is blank says nothing, and so does a text among `nothing`:
then the field is as if it were not written. A text that is not among the `codes` is a fault, unless there is
an `otherwise`, or a next place in `first_of`.
"""

PLAIN = {
    str: "text",
    int: "whole number",
    bool: "true or false",
    Decimal: "number",
    float: "number",
    datetime.date: "date",
    datetime.datetime: "moment",
    Any: "plain value",
}
# Fields that stand in a list of their own, or follow from where the item stands.
NOT_WRITTEN = {"actions": {"parent"}, "holdings": {"portfolio"}, "target_versions": {"indicator"}}


def main(arguments: list[str] | None = None) -> int:
    """Write the page, or say that it is out of date."""
    parser = argparse.ArgumentParser(description="Write docs/reference/council-folder.md from the schema.")
    parser.add_argument("--check", action="store_true", help="change nothing; fail if it is out of date")
    if not parser.parse_args(arguments).check:
        PAGE.parent.mkdir(exist_ok=True)
        PAGE.write_text(page(), encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page():
        return 0
    print(f"Out of date: {PAGE.name}. Write it anew with: make docs", file=sys.stderr)
    return 1


def page() -> str:
    """The whole page."""
    blocks = [OPENING, *_model("defaults, and the dates of every item", Stamp, set())]
    for name, sections in FILES.items():
        needed = "needed" if name in REQUIRED_FILES else "if wanted"
        blocks.append(f"\n## {name} ({needed})\n")
        for section in sections:
            blocks += _section(section)
    blocks += [TABLES, *_model("", FromTable, set())]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(blocks)) + "\n"


def _section(section: Section) -> Iterator[str]:
    yield f"\n**`{section.name}`**: {section.about}."
    if section.usual_reason:
        yield "`reason` and `approver` need not be written."
    if section.has_own_dates:
        yield "Nothing is taken from `defaults`: each entry has its own `effective_from` and `known_from`."
    if section.model:
        yield from _model("", section.model, NOT_WRITTEN.get(section.name, set()))
    for name, nested in section.nested.items():
        inner = SECTIONS[nested.section]
        if inner.model and inner is not section:
            yield f"\n`{name}`: a list in each item."
            yield from _model("", inner.model, NOT_WRITTEN.get(inner.name, set()))
        else:
            yield f"\n`{name}`: a list of the same fields in each item."


def _model(title: str, model: type[BaseModel], left_out: set[str]) -> Iterator[str]:
    if title:
        yield f"\n**{title}**"
    yield "\n| field | is | |\n|---|---|---|"
    for name, field in model.model_fields.items():
        if name not in left_out:
            needed = "**needed.** " if field.is_required() else ""
            yield f"| `{name}` | {_kind(field.annotation)} | {needed}{_words(field)} |"
    for name, inner in _inner_models(model):
        yield f"\n`{name}` is made of:"
        yield from _model("", inner, set())


def _words(field: FieldInfo) -> str:
    return (field.description or "").replace("|", "\\|")


def _kind(annotation: Any) -> str:
    if annotation in PLAIN:
        return PLAIN[annotation]
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is Literal:
        return "one of " + ", ".join(f"`{word}`" for word in arguments if word)
    if origin is typing.Annotated:
        return _kind(arguments[0])
    if origin is list:
        return f"list of {_kind(arguments[0])}"
    if origin is dict:
        return f"fields, each {_kind(arguments[1])}"
    if origin in (typing.Union, types.UnionType):
        return _kind(next(argument for argument in arguments if argument is not type(None)))
    return "fields"


def _inner_models(model: type[BaseModel]) -> Iterator[tuple[str, type[BaseModel]]]:
    """The models inside, each once; a model that only names levels is said once."""
    seen: set[type[BaseModel]] = set()
    for name, field in model.model_fields.items():
        inner = _model_in(field.annotation)
        if inner and inner not in seen:
            seen.add(inner)
            yield name, inner


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    found = [inner for inner in map(_model_in, typing.get_args(annotation)) if inner]
    return found[0] if found else None


if __name__ == "__main__":
    sys.exit(main())

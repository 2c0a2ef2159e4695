"""Sheet: the figures of a look as rows with names, and as a document that bears the look's mark."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

import polars as pl

from goldenthread.disclosure.drafts.printed import KEY, NUMBERS
from goldenthread.disclosure.looks.figures import Look
from goldenthread.disclosure.looks.hidden import WORDS
from goldenthread.disclosure.looks.named import Names
from goldenthread.disclosure.looks.page import in_words
from goldenthread.documents import content as c
from goldenthread.documents import wording
from goldenthread.methods.disclosure import protected

ONE: Final = [*KEY, "version"]
NOTHING: Final = "not printed"
COLUMNS: Final = (
    c.Column("Figure", share=34),
    c.Column("Period", share=22),
    *(c.Column(name.capitalize(), "number", share=11) for name in NUMBERS),
    c.Column("Note", "note", share=11),
)


def rows(look: Look, names: Names) -> pl.DataFrame:
    """A row a figure, for a file: the mark, its codes and names, its parts, and a note; text throughout.

    Where a figure was said in several versions, each is a row; `version` tells them apart.
    """
    wide = _protected(look.figures) if "part" in look.figures.columns else _as_it_is(look.figures)
    found = [
        {
            "look": look.mark,
            "indicator": row["indicator"],
            "name": names.indicator(row["indicator"]),
            "area": row["area"],
            "breakdown": row["breakdown"],
            "figure": names.part(row["area"], row["breakdown"]),
            "period": row["period"],
            "version": str(row["version"]),
            **{name: row[name] or "" for name in NUMBERS},
            "note": row["note"],
        }
        for row in wide.iter_rows(named=True)
    ]
    return pl.DataFrame(found, schema=dict.fromkeys(SHEET, pl.String))


SHEET: Final = (
    *("look", "indicator", "name", "area", "breakdown", "figure", "period", "version"),
    *NUMBERS,
    "note",
)


def document(
    told: pl.DataFrame, look: Look, *, period: str, council: str, notice: str, dates: str
) -> c.Document:
    """The rows of a look as one paper, by indicator; the mark stands at its head and its foot."""
    return c.Document(
        name=f"figures-{period}".lower(),
        title="Figures of the pack",
        subtitle=f"{period}, {look.mark[0].lower()}{look.mark[1:]}",
        dates=dates,
        council=council,
        notice=notice,
        view=f"{look.mark}. ",
        running=f"Figures of the pack of {period}. {look.mark}",
        formats=("html",),
        blocks=tuple(_blocks(told, look, period)),
    )


def _protected(figures: pl.DataFrame) -> pl.DataFrame:
    """The parts of each figure beside each other; in place of what is hidden stands its symbol."""
    symbol = pl.col("symbol")
    hidden = symbol == protected.HIDDEN
    in_place = pl.when(hidden).then(pl.lit(f"[{protected.HIDDEN}]")).otherwise("text")
    parts = [in_place.filter(pl.col("part") == name).first().alias(name) for name in NUMBERS]
    words = {"": "", **protected.SYMBOLS}
    note = symbol.sort_by(symbol == "").first().replace_strict(words, default="")
    return figures.group_by(ONE, maintain_order=True).agg(*parts, note=note)


def _as_it_is(figures: pl.DataFrame) -> pl.DataFrame:
    """The figures themselves; the note says why the public does not see one."""
    why = pl.col("why").replace_strict(WORDS, default="")
    note = pl.when("hidden").then(pl.format("hidden: {}", why)).otherwise(pl.lit(""))
    texts = {name: pl.col(f"{name}_text") for name in NUMBERS}
    return figures.sort(ONE).select(*ONE, **texts, note=note)


def _blocks(told: pl.DataFrame, look: Look, period: str) -> Iterator[c.Block]:
    yield c.Note(c.line(f"{look.mark}."))
    if look.left_out:
        yield c.Paragraph(c.line(f"Left out, for they are not open to whoever asked: {_list(look)}."))
    groups = tuple(
        c.RowGroup(tuple(map(_row, of_one)), label=f"{code} {name}")
        for (code, name), of_one in groupby(
            told.iter_rows(named=True), key=lambda row: (row["indicator"], row["name"])
        )
    )
    if groups:
        yield c.Table("figures", f"Every figure of the pack of {period}: {look.mark}", COLUMNS, groups)


def _list(look: Look) -> str:
    return wording.joined(look.left_out)


def _row(row: dict[str, Any]) -> c.Row:
    numbers = (c.line(row[name] or NOTHING) for name in NUMBERS)
    figure = c.line(row["figure"][:1].upper() + row["figure"][1:])
    return c.Row(figure, (c.line(in_words(row["period"])), *numbers, c.line(row["note"])))

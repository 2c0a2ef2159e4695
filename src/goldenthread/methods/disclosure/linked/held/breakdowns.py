"""Breakdowns: the texts by which figures are cut, taken apart into dimension, value and the rest."""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from goldenthread.methods.disclosure.linked.held.figures import NAMED, CategoryUnknown

FIRST_OF_ALL = "\x01"
WRITTEN = r"^$|^[^=;]+=[^=;]+(;[^=;]+=[^=;]+)*$"


@dataclass(frozen=True, slots=True)
class Cuts:
    """Every breakdown that is held or is a part of one, by number.

    `texts` is sorted, the breakdown with number i stands at i. `faces`: a row for each dimension of each
    breakdown (`breakdown`, `dimension`, `value`, and `rest`: the breakdown without it).
    """

    texts: pl.Series
    faces: pl.DataFrame

    def numbers(self) -> pl.DataFrame:
        """`text` and `number`, to join by."""
        return pl.DataFrame({"text": self.texts}).with_row_index("number").cast({"number": pl.Int32})


def read(breakdowns: pl.Series, groupings: pl.DataFrame) -> Cuts:
    """The cuts of the figures, with all that lies between them and the whole. Raises CategoryUnknown."""
    held = breakdowns.unique().sort()
    _refuse_badly_written(held)
    faces, found = [], held
    known = set(held)
    while found.len():
        some = _faces(found)
        _refuse_unknown(some, groupings)
        faces.append(some)
        around = pl.concat([some["rest"], _wider(some, groupings)]).unique().sort()
        found = around.filter(~around.is_in(list(known)))
        known |= set(found)
    texts = pl.Series("text", sorted(known | {""}), dtype=pl.String)
    numbers = pl.DataFrame({"text": texts}).with_row_index("number").cast({"number": pl.Int32})
    whole = pl.concat(faces) if faces else _faces(held)
    return Cuts(
        texts,
        whole.join(numbers.rename({"number": "breakdown"}), on="text")
        .join(numbers.rename({"number": "rest_number"}), left_on="rest", right_on="text")
        .select("breakdown", "dimension", "value", rest="rest_number")
        .sort("breakdown", "dimension"),
    )


def _faces(texts: pl.Series) -> pl.DataFrame:
    """`text`, `dimension`, `value`, `rest`: a row for each part of each text."""
    cut = pl.DataFrame({"text": texts}).filter(pl.col("text") != "")
    cut = cut.with_columns(parts=pl.col("text").str.split(";"))
    deepest = cut.select(pl.col("parts").list.len().max()).item() or 0
    parts = pl.col("parts")
    pieces = [
        cut.filter(parts.list.len() > place).select(
            "text",
            part=parts.list.get(place, null_on_oob=True),
            rest=parts.list.head(place).list.concat(parts.list.slice(place + 1)).list.join(";"),
        )
        for place in range(deepest)
    ]
    empty = pl.DataFrame(schema={"text": pl.String, "part": pl.String, "rest": pl.String})
    halves = pl.col("part").str.split_exact("=", 1)
    return pl.concat([empty, *pieces]).select(
        "text", halves.struct[0].alias("dimension"), halves.struct[1].alias("value"), "rest"
    )


def _wider(faces: pl.DataFrame, groupings: pl.DataFrame) -> pl.Series:
    """The same breakdowns with a value replaced by the wider one of which it is a part."""
    above = groupings.filter(pl.col("part_of") != "").select("dimension", "value", "part_of").unique()
    wider = faces.join(above, on=["dimension", "value"])
    return wider.select(with_part(pl.col("rest"), pl.col("dimension"), pl.col("part_of"))).to_series()


def with_part(rest: pl.Expr, dimension: pl.Expr, value: pl.Expr) -> pl.Expr:
    """The breakdown with one dimension more, in order of the dimensions' names."""
    # "=" comes after digits, so that as texts "age2=" would stand before "age=".
    part = pl.concat_str([dimension, pl.lit(FIRST_OF_ALL), value])
    others = rest.str.replace_all("=", FIRST_OF_ALL, literal=True).str.split(";")
    parts = pl.when(rest == "").then(pl.concat_list(part)).otherwise(pl.concat_list(others, part))
    return parts.list.sort().list.join(";").str.replace_all(FIRST_OF_ALL, "=", literal=True).alias("text")


def _refuse_badly_written(texts: pl.Series) -> None:
    parts = pl.col("text").str.split(";")
    names = parts.list.eval(pl.element().str.split("=").list.first())
    wrong = pl.DataFrame({"text": texts}).filter(
        ~pl.col("text").str.contains(WRITTEN) | (names != names.list.unique().list.sort())
    )
    if wrong.height:
        raise CategoryUnknown(
            f"a breakdown is empty or reads like age=under-5;sex=male, each dimension once and in order: "
            f"{', '.join(wrong['text'].head(NAMED))}"
        )


def _refuse_unknown(faces: pl.DataFrame, groupings: pl.DataFrame) -> None:
    """A dimension that has groupings must know each of its values."""
    within = faces.filter(pl.col("dimension").is_in(groupings["dimension"].unique().implode()))
    strange = within.join(groupings, on=["dimension", "value"], how="anti").sort("dimension", "value")
    if strange.height:
        named = f"{strange['dimension'][0]}={strange['value'][0]}"
        known = groupings.filter(pl.col("dimension") == strange["dimension"][0])["value"].unique().sort()
        raise CategoryUnknown(
            f"{named} is in no grouping of {strange['dimension'][0]}: write one of {', '.join(known)}, "
            "or add it"
        )

"""Tables: items taken from a table of somebody else, such as a publisher's list of indicators."""

from typing import Annotated, Any, Self

from pydantic import Discriminator, Field, Tag, model_validator

from goldenthread.council_folder.schema.base import Item, Line


class Taken(Item):
    """Where in a row one field stands, and what is written there means."""

    column: str = Field("", description="Heading of the column")
    compose: str = Field("", description='Several columns as one text: "{Type}, {Group}"; instead of column')
    over: str = Field("", description="Heading of a second column: the number is column divided by this")
    nothing: list[str] = Field([], description="Words that mean the cell says nothing")
    codes: dict[str, Any] = Field({}, description="What each text means; other texts are refused")
    otherwise: Any = Field(None, description="What a text means that is not among the codes")

    @model_validator(mode="after")
    def _says_one_place(self) -> Self:
        if bool(self.column) == bool(self.compose):
            raise ValueError("a place needs a name: write either column or compose")
        if self.over and (self.compose or self.codes):
            raise ValueError("over divides one number by another: write it with column, without codes")
        if self.otherwise is not None and not self.codes:
            raise ValueError("otherwise is for texts that are not among the codes: write codes too")
        return self


class FirstOf(Item):
    """Several places; the first that says something counts."""

    first_of: list["Take"] = Field(min_length=1, description="Places or plain values, in order")


def _kind(written: Any) -> str:
    if isinstance(written, dict | Item):
        is_several = "first_of" in written if isinstance(written, dict) else isinstance(written, FirstOf)
        return "<first_of>" if is_several else "<taken>"
    return "<plain>"


# The kind's name stands in the place of an error; in brackets, so that it can be left out again.
Take = Annotated[
    Annotated[Taken, Tag("<taken>")] | Annotated[FirstOf, Tag("<first_of>")] | Annotated[Any, Tag("<plain>")],
    Discriminator(_kind),
]


class FromTable(Item):
    """Items of a list, one for each row of a table in the data folder."""

    table: Line = Field(description="Path within the data folder: a csv, xlsx or ods file")
    leave_out: dict[str, list[str]] = Field(
        {}, description="Rows that are no items: by column, the texts by which they are known"
    )
    gather: str = Field(
        "",
        description="A field that is a list: rows that agree in all else are one item",
    )
    take: dict[str, Take] = Field(
        min_length=1,
        description="For each field of the item: a plain value, a place in the row, or `first_of`",
    )


FirstOf.model_rebuild()
FromTable.model_rebuild()

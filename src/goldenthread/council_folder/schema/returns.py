"""Returns: the files that bring figures, in the order in which they came."""

from pydantic import Field

from goldenthread.council_folder.schema.base import Code, Item, Line, Moment, Words


class Return(Item):
    """One file to import, with the mapping that reads it."""

    file: Line = Field(description="Path within returns/")
    in_data: bool = Field(
        False, description="true: the file is somebody else's, and `file` is its path within the data folder"
    )
    mapping: Code = Field(description="Name of the file in mappings/, without .yaml")
    known_from: Moment = Field(description="From when its figures were known; without a zone, London time")
    by: Line = Field(description="The post that submitted it")
    note: Words = Field("", description="Anything a reader should know")

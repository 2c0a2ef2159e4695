"""Refusals: what is wrong with a piece of content, said when it is made."""


class ContentRefused(ValueError):
    """A document, table or figure that may not be made; the message says what would be right."""


class CaptionMissing(ContentRefused):
    """A table, tally or list of facts without a caption."""


class RowsNotAsWideAsColumns(ContentRefused):
    """A row with more or fewer cells than the table has columns."""


class CellBlank(ContentRefused):
    """A blank or a dash where a figure or a reason in words belongs."""


class FigureWithoutWords(ContentRefused):
    """A figure without a finding in words, or without the same numbers as a table."""


class IdsRepeat(ContentRefused):
    """Two parts of one document with the same id."""


class HeadingsTooDeep(ContentRefused):
    """A section nested deeper than headings go."""

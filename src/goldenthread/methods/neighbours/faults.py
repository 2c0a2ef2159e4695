"""Faults: why no neighbours can be found, each with its place and what would be right."""


class ColumnsMissing(ValueError):
    """The table lacks a column that is needed, or it holds something other than numbers."""


class ValueNotFinite(ValueError):
    """A characteristic is infinite, not a number or beyond all measure; a missing one is empty (null)."""


class AreasRepeated(ValueError):
    """The table has two rows for one area."""


class AreaUnknown(ValueError):
    """Neighbours are asked for of an area that the table does not have."""


class CountNotPossible(ValueError):
    """Fewer than one neighbour is asked for."""


class NothingToGoBy(ValueError):
    """No characteristic is left: none is named, the area has none, or all are constant."""

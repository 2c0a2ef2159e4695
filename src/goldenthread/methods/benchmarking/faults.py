"""Faults: what cannot be compared, each with its place and what would be right."""


class ColumnsMissing(ValueError):
    """The frame lacks a column without which nothing can be compared, or it holds something else."""


class ValueNotFinite(ValueError):
    """A value is infinite, not a number or beyond all measure; a missing value is an empty one (null)."""


class PeriodsDiffer(ValueError):
    """The figures of a comparison are about different periods."""


class DefinitionsDiffer(ValueError):
    """The figures of a comparison are counted by different definitions."""


class UnitsDiffer(ValueError):
    """The figures of a comparison are in different units."""


class PolaritiesDiffer(ValueError):
    """The rows of a comparison do not agree on which way, or which midpoint, is better."""


class PolarityUnknown(ValueError):
    """A polarity outside higher, lower, range and neutral."""


class MidpointMissing(ValueError):
    """Nearest to a midpoint is best, and it is not said what the midpoint is."""


class AreasRepeated(ValueError):
    """A comparison has two rows for one area."""


class SelfRepeated(ValueError):
    """A comparison is made for two areas at once."""


class QuartileMethodUnknown(ValueError):
    """Quartiles are asked for by a method that is not there."""

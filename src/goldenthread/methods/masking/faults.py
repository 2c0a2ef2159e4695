"""Masking faults: what is wrong with a frame of areas, by name and place."""


class ColumnsMissing(ValueError):
    """The frame lacks columns without which no area can be judged, or holds words where numbers belong."""


class NumberNotPossible(ValueError):
    """A number that is infinite or no number, or below zero where it counts something."""


class AreasRepeated(ValueError):
    """A set has two rows for one area, which would count it twice."""


class SetNotOne(ValueError):
    """The areas of a set are figures of different kinds, or held against different wholes."""


class RateNotPossible(ValueError):
    """A share of false alarms that no search can have."""

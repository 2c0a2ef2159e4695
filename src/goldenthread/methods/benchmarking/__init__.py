"""Benchmarking: where figures stand among those of other areas, and which areas are alike."""

from collections.abc import Sequence

import polars as pl

from goldenthread.methods.benchmarking import quartiles, sets
from goldenthread.methods.benchmarking.changes import aim_adjusted
from goldenthread.methods.benchmarking.compared import Comparison, compared
from goldenthread.methods.benchmarking.sets import KEYS

__all__ = ["KEYS", "Comparison", "aim_adjusted", "compare"]


def compare(frame: pl.DataFrame, *, keys: Sequence[str] = KEYS, quartile_method: str = "type7") -> Comparison:
    """Ranks, quartiles, median, spread and gaps of all areas in every comparison.

    `frame` has a row for each area and comparison, in any order: `area`, `value` (null: missing), `period`,
    `definition`, `unit`, `polarity` (higher, lower, range or neutral), `midpoint` where that is `range`, and
    the `keys` that tell comparisons apart, those of them that it has. It may have `is_self`, true for the
    area for which a comparison is made: it has a rank, and is no peer of itself; where no row has it, the
    statistics are of all. It may have `caveat`, what is to be said of the figures. What differs in period,
    definition or unit is not compared: to make comparisons of many periods at once, name `period` a key.

    The answer's `areas` and `sets` are described at `Comparison`. Quartiles are found by `quartile_method`,
    one of `quartiles.METHODS`. Raises faults.ColumnsMissing, ValueNotFinite, PeriodsDiffer,
    DefinitionsDiffer, UnitsDiffer, PolaritiesDiffer, PolarityUnknown, MidpointMissing, AreasRepeated,
    SelfRepeated, QuartileMethodUnknown.
    """
    return compared(sets.read(frame, keys), quartiles.check_method(quartile_method))

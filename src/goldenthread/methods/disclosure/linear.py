"""Linear: one linear programme over many cells, solved again and again from where it stood."""

from __future__ import annotations

from typing import Final

import highspy
import numpy as np
from highspy import _core
from numpy.typing import NDArray
from scipy import sparse

UNBOUNDED: Final = float(highspy.kHighsInf)
"""In place of a bound: the value may go as far as it likes."""

_NONE_BEST: Final = (
    highspy.HighsModelStatus.kInfeasible,
    highspy.HighsModelStatus.kUnbounded,
    highspy.HighsModelStatus.kUnboundedOrInfeasible,
)

_CUT_SHORT: Final = (highspy.HighsModelStatus.kSolutionLimit, highspy.HighsModelStatus.kIterationLimit)
_SURE: Final = (highspy.HighsModelStatus.kOptimal, *_NONE_BEST)

BRANCHES: Final = 500
GOOD_ENOUGH: Final = 0.05
"""A table of whole numbers this near to the best is good enough: what counts is that cells move."""

Values = NDArray[np.float64]
Places = NDArray[np.intp]


class SolverFailed(RuntimeError):
    """The solver found no answer to a question that has one; nothing may be concluded from it."""


class Programme:
    """Values, one a column of `sums`, that keep every sum at 0 and stay within bounds.

    `sums` is a matrix of relations (m sums, k values), `lower` and `upper` have k bounds, `UNBOUNDED` and its
    negative included. `whole` asks for whole numbers; that is far slower, and after a bounded number of
    branches the best found so far is the answer. What is sought is the greatest
    total price; a solution starts from the one before, so change little between two. One thread: the same
    questions in the same order have the same answers.
    """

    def __init__(self, sums: sparse.csr_array, lower: Values, upper: Values, *, whole: bool = False) -> None:
        # The public class registers callbacks when it is made, which prints a banner on standard output.
        self._solver = _core._Highs()
        for option, setting in _settings(whole=whole):
            self._solver.setOptionValue(option, setting)
        self._solver.passModel(_model(sums, lower, upper, whole=whole))
        self._size, self._whole = sums.shape[1], whole

    def bound(self, places: Places, lower: Values | float, upper: Values | float) -> None:
        """Set new bounds on the values at these places."""
        lows, highs = (np.broadcast_to(np.asarray(one, float), places.shape) for one in (lower, upper))
        self._solver.changeColsBounds(
            len(places), places.astype(np.int32), np.ascontiguousarray(lows), np.ascontiguousarray(highs)
        )

    def price(self, prices: Values) -> None:
        """Set the price of every value; the greatest total is sought."""
        places = np.arange(self._size, dtype=np.int32)
        self._solver.changeColsCost(self._size, places, np.asarray(-prices, float))

    def price_one(self, place: int, price: float) -> None:
        """Set the price of one value."""
        self._solver.changeColCost(int(place), -float(price))

    def solve(self) -> Values | None:
        """The values of greatest total price; None where no values fit, or the total has no end."""
        if not self._size:
            return np.empty(0)
        status = self._status()
        if status in _NONE_BEST or (status in _CUT_SHORT and not self._has_values()):
            return None
        if status not in (highspy.HighsModelStatus.kOptimal, *_CUT_SHORT):
            raise SolverFailed(self._solver.modelStatusToString(status))
        values = np.asarray(self._solver.getSolution().col_value, float)
        return np.round(values) if self._whole else values

    def _has_values(self) -> bool:
        feasible = 2
        return bool(self._solver.getInfo().primal_solution_status == feasible)

    def _status(self) -> highspy.HighsModelStatus:
        """How it ended; where it lost its way from the solution before, it starts afresh."""
        self._solver.run()
        if (status := self._solver.getModelStatus()) in _SURE or self._whole:
            return status
        self._solver.clearSolver()
        self._solver.setOptionValue("presolve", "on")
        self._solver.run()
        self._solver.setOptionValue("presolve", "off")
        return self._solver.getModelStatus()


def _settings(*, whole: bool) -> list[tuple[str, str | int | bool | float]]:
    always: list[tuple[str, str | int | bool | float]] = [("output_flag", False), ("threads", 1)]
    if whole:
        return [*always, ("mip_max_nodes", BRANCHES), ("mip_rel_gap", GOOD_ENOUGH)]
    return [*always, ("presolve", "off"), ("solver", "simplex")]


def _model(sums: sparse.csr_array, lower: Values, upper: Values, *, whole: bool) -> highspy.HighsLp:
    columns = sparse.csc_array(sums)
    model = highspy.HighsLp()
    model.num_row_, model.num_col_ = columns.shape
    model.col_cost_ = np.zeros(model.num_col_)
    model.col_lower_, model.col_upper_ = np.asarray(lower, float), np.asarray(upper, float)
    model.row_lower_ = model.row_upper_ = np.zeros(model.num_row_)
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = columns.indptr
    model.a_matrix_.index_ = columns.indices
    model.a_matrix_.value_ = columns.data.astype(float)
    if whole:
        model.integrality_ = [highspy.HighsVarType.kInteger] * model.num_col_
    return model

"""Rating sheet: the results of all rows, while the schemes are gone through one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from typing import Final

import numpy as np
import polars as pl
from numpy.typing import NDArray

from goldenthread.methods import closed_words, reasons
from goldenthread.methods.rating import contradictions
from goldenthread.methods.rating.groups import Rows
from goldenthread.methods.rating.verdicts import CLOSED, Verdict

WORDS: Final = tuple(each.name for each in fields(Verdict))
EDGES: Final = tuple(contradictions.BEYOND)


@dataclass(frozen=True)
class Sheet:
    """Row by row: number of the outcome and of the reason (0: none), edges, and whether there are few cases.

    `near` collects rows and figures that stand near an edge. Schemes may be entered from several threads:
    no two share a row.
    """

    outcome: NDArray[np.uint32]
    reason: NDArray[np.uint8]
    edges: dict[str, NDArray[np.float64]]
    with_care: NDArray[np.bool_]
    near: list[tuple[Rows, pl.Series]] = field(default_factory=list)

    @classmethod
    def empty(cls, height: int) -> "Sheet":
        return cls(
            outcome=np.zeros(height, dtype=np.uint32),
            reason=np.zeros(height, dtype=np.uint8),
            edges={name: np.empty(height) for name in EDGES},
            with_care=np.zeros(height, dtype=np.bool_),
        )

    def enter_verdicts(self, rows: Rows, verdicts: pl.DataFrame, first: int) -> None:
        """Outcomes, numbered from `first` on, and their edges."""
        self.outcome[rows] = (verdicts["verdict"].cast(pl.UInt32) + first).fill_null(0).to_numpy()
        for name in EDGES:
            is_known = verdicts[name].null_count() < len(rows)
            self.edges[name][rows] = verdicts[name].fill_null(np.nan).to_numpy() if is_known else np.nan

    def enter_context(self, rows: Rows, codes: pl.Series) -> None:
        """Rows that no rule rates, and why."""
        for name in EDGES:
            self.edges[name][rows] = np.nan
        self.enter_reasons(rows, codes)

    def enter_reasons(self, rows: Rows, codes: pl.Series) -> None:
        """Why these rows are not rated."""
        self.reason[rows] = codes.cast(reasons.CODES).to_physical().cast(pl.UInt8).to_numpy()

    def rows_without(self, code: str) -> Rows:
        """Rows that are not rated for that reason."""
        return np.flatnonzero(self.reason == closed_words.number_of(code, reasons.CODES))

    def columns(self, outcomes: Sequence[Verdict | None], decimals: pl.Series | None) -> pl.DataFrame:
        """The results in words, edges and flags; `decimals` are those that each figure is printed with."""
        numbers = pl.DataFrame({"outcome": self.outcome, "why": self.reason})
        texts = {name: _texts(name, [getattr(each, name, None) for each in outcomes]) for name in WORDS}
        found = numbers.select(**texts, reason=closed_words.words(pl.col("why"), reasons.CODES))
        edges = [pl.Series(name, figures, nan_to_null=True) for name, figures in self.edges.items()]
        found = found.with_columns(edges)
        contradicts = np.zeros(len(self.outcome), dtype=np.bool_)
        if decimals is not None and self.near:
            contradicts[self._contradicted(found, decimals)] = True
        return found.with_columns(printed_contradicts=contradicts, with_care=self.with_care)

    def _contradicted(self, found: pl.DataFrame, decimals: pl.Series) -> Rows:
        rows = pl.Series("row", np.concatenate([rows for rows, _ in self.near]))
        near = found.select(pl.col(*EDGES, *contradictions.BEYOND.values()).gather(rows))
        figures = pl.concat([figures for _, figures in self.near])
        near = near.with_columns(rows, figure=figures, decimals=decimals.gather(rows))
        return contradictions.contradicted(near).to_numpy()


def _texts(name: str, by_outcome: list[str | None]) -> pl.Expr:
    """A text of each row's outcome: of an Enum where the list is closed, else Categorical."""
    if name not in CLOSED:
        return pl.lit(pl.Series(by_outcome, dtype=pl.Categorical)).gather(pl.col("outcome"))
    numbers = [closed_words.number_of(text, CLOSED[name]) for text in by_outcome]
    return closed_words.words(
        pl.lit(pl.Series(numbers, dtype=pl.UInt8)).gather(pl.col("outcome")), CLOSED[name]
    )

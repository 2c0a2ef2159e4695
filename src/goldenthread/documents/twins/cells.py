"""Cells: the numbers of a plot as a table shows them, each bound to where it lives."""

from dataclasses import dataclass
from decimal import Decimal

from goldenthread.documents import places
from goldenthread.documents.refusals import ContentRefused
from goldenthread.documents.spans import Line, Number, line
from goldenthread.documents.wording.measures import Amount, Measure, figure

MISSING = "No figure"


@dataclass(frozen=True, slots=True)
class Keys:
    """Where the numbers of a plot live: the place of each is period, then `of`, then row and what it is.

    `rows` names the rows of the table in the order of the plot: for a chart over time the codes of its
    periods ("2023-09"), for one across areas the codes of the areas. `period` is that of a chart across
    areas; `periods` those of small multiples, whose rows are areas. A number lives at "2023-09/EDU03/value",
    an area's at "2023-24-Q2/EDU03/alder-green/value".
    """

    of: tuple[str, ...]
    rows: tuple[str, ...]
    period: str = ""
    periods: tuple[str, ...] = ()

    def check(self, count: int) -> None:
        """Raise ContentRefused unless each of so many rows has a name of its own."""
        if len(self.rows) != count or len(set(self.rows)) != count:
            raise ContentRefused(f"{count} rows of a plot need {count} different names; got {len(self.rows)}")

    def at(self, row: int, what: str) -> str:
        """The place of a number of a row."""
        if self.period:
            return places.place(self.period, *self.of, self.rows[row], what)
        return places.place(self.rows[row], *self.of, what)

    def within(self, row: int, period: int) -> str:
        """The place of a value of small multiples."""
        return places.place(self.periods[period], *self.of, self.rows[row], "value")

    def of_all(self, what: str, period: int | None = None) -> str:
        """The place of a number of all areas together: it lives beside theirs."""
        return places.place(self.period if period is None else self.periods[period], *self.of, what)


def cell(value: Amount | None, measure: Measure, path: str, why: str = MISSING) -> Line:
    """A number as it is printed, or in words why there is none."""
    if value is None:
        return line(why)
    return line(Number(figure(value, measure), path, exact(value)))


def exact(value: Amount) -> Decimal:
    """The value as a decimal, a binary number as its shortest digits."""
    return value if isinstance(value, Decimal) else Decimal(repr(value))

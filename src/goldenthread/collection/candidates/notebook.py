"""The notebook: findings and counts of one sheet, while it is read."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from goldenthread.collection.findings import Code, FileRefused, Finding, Severity, refusal
from goldenthread.collection.readers.book import address


@dataclass
class Notebook:
    """Where a table's findings and counts are written down."""

    file: str
    sheet: str
    findings: list[Finding] = field(default_factory=list)
    # Rows that are no figures, by why.
    ignored: Counter[str] = field(default_factory=Counter)

    def refuse_row(self, row: int, column: int, code: Code, wrong: str, right: str) -> None:
        """One row cannot enter; say so at a cell."""
        self._add(Severity.REFUSED_ROW, address(row, column), code, wrong, right)

    def warn(self, cell: str, code: Code, wrong: str, right: str) -> None:
        """Something somebody should look at."""
        self._add(Severity.WARNING, cell, code, wrong, right)

    def note(self, cell: str, code: Code, wrong: str, right: str) -> None:
        """Something worth knowing."""
        self._add(Severity.NOTE, cell, code, wrong, right)

    def refusal(self, code: Code, wrong: str, right: str, cell: str = "") -> FileRefused:
        """The refusal of the whole file, because of this sheet."""
        return refusal(self.file, code, wrong, right, sheet=self.sheet, cell=cell)

    def ignore(self, why: str, rows: Iterable[int]) -> None:
        """Count rows that are no figures."""
        if count := sum(1 for _ in rows):
            self.ignored[why] += count

    def _add(self, severity: Severity, cell: str, code: Code, wrong: str, right: str) -> None:
        self.findings.append(Finding(self.file, self.sheet, cell, severity, code, wrong, right))

"""The outcome of an import: what came in, what changed, what was refused and why."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

import polars as pl

from goldenthread.collection.findings import Finding, Severity


@dataclass(frozen=True)
class Imported:
    """What reading a file did, or would do.

    `rows` are the figures that are new, with `change` (added or changed), the new figures and, in columns
    `old_...`, those they replace. `redacted` counts figures that were taken out once and are not let in
    again, `refused` findings that kept a row out, `repeated` the repeats that the mapping expected, and
    `ignored` the rows that are no figures, by why.
    """

    file: str
    digest: str
    mapping: str
    is_dry_run: bool = False
    added: int = 0
    changed: int = 0
    unchanged: int = 0
    redacted: int = 0
    repeated: int = 0
    rows: pl.DataFrame = field(default_factory=pl.DataFrame)
    ignored: Mapping[str, int] = field(default_factory=Counter)
    findings: tuple[Finding, ...] = ()
    submissions: tuple[str, ...] = ()

    @property
    def refused(self) -> int:
        """How many findings keep a row, or a run of hidden rows, out."""
        return self._count(Severity.REFUSED_ROW)

    @property
    def warnings(self) -> int:
        """How many things somebody should look at although they came in."""
        return self._count(Severity.WARNING)

    def _count(self, severity: Severity) -> int:
        return sum(1 for found in self.findings if found.severity == severity)

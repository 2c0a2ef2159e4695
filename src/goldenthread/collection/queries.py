"""How to ask about collecting: what is asked of services, which files were read, what was found in them."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import polars as pl

from goldenthread.collection.findings import Code, Finding, Severity
from goldenthread.collection.models import Finding as FindingRow
from goldenthread.collection.models import ImportRun
from goldenthread.collection.readers.opening import content_of
from goldenthread.collection.return_forms import content, recognising, workbook
from goldenthread.indicators import queries as indicators
from goldenthread.methods import periods
from goldenthread.observations import ledger
from goldenthread.organisation import queries as organisation


class NothingToReturn(LookupError):
    """No figure is asked of the unit for the period."""


@dataclass(frozen=True, slots=True)
class Service:
    """A unit that has figures to return: how many indicators, and how many figures."""

    code: str
    name: str
    indicators: int
    lines: int


def services_asked(*, period: str, on: date, known_at: datetime) -> list[Service]:
    """The units that have something to return for a report period, by code."""
    report = periods.parse(period)
    units = organisation.units(on=on, known_at=known_at)
    defined = indicators.definitions(on=on, known_at=known_at)
    known = _headlines(defined, on, known_at)
    found = []
    for (code,), part in defined.sort("unit_code").group_by("unit_code", maintain_order=True):
        lines = content.lines(part, known, report)
        if lines and code:
            asked = len({line.indicator for line in lines})
            found.append(Service(str(code), units.unit(str(code)).name, asked, len(lines)))
    return found


def return_form(*, unit: str, period: str, on: date, known_at: datetime) -> bytes:
    """The workbook in which a unit, its parts included, returns its figures; raises `NothingToReturn`."""
    report = periods.parse(period)
    council = organisation.council(on=on, known_at=known_at)
    units = organisation.units(on=on, known_at=known_at)
    service = units.unit(unit)
    within = [code for code in units.units if service in units.above(code)]
    defined = indicators.definitions(on=on, known_at=known_at).filter(pl.col("unit_code").is_in(within))
    lines = content.lines(defined, _headlines(defined, on, known_at), report)
    if not lines:
        raise NothingToReturn(f"{service.name} has nothing to return for {periods.label(report)}")
    form = content.Form(
        council=council.name,
        notice=council.notice,
        unit=unit,
        service=service.name,
        period=report,
        due=_due(period, on, known_at),
        known=f"Earlier figures as known on {known_at:%-d %B %Y}.",
        lines=lines,
    )
    return workbook.workbook(form, known_at)


def is_return_form(path: Path) -> bool:
    """Whether a file is a return form of ours."""
    return bool(recognising.version_named(path.name, content_of(path)))


def _headlines(defined: pl.DataFrame, on: date, known_at: datetime) -> pl.DataFrame:
    """The council-wide figures of some indicators."""
    area = organisation.council(on=on, known_at=known_at).area
    return ledger.series(
        known_at=known_at, indicators=defined["indicator"].to_list(), areas=[area], breakdowns=[""]
    )


def _due(period: str, on: date, known_at: datetime) -> str:
    calendar = {row.code: row for row in organisation.reporting_periods(on=on, known_at=known_at)}
    due = calendar[period].returns_due if period in calendar else None
    return f"Due on {due:%-d %B %Y}." if due else ""


def import_runs(*, known_at: datetime) -> list[ImportRun]:
    """The files read whose figures were known at a moment, in the order in which they were read."""
    return list(ImportRun.objects.filter(known_from__lte=known_at))


def findings(*, run: ImportRun) -> list[Finding]:
    """What was found in one file, in the order of the file."""
    return [finding for finding, _ in sealed_findings(run=run)]


def sealed_findings(*, run: ImportRun) -> list[tuple[Finding, str]]:
    """What was found in one file, each with the hash it was kept under."""
    return [(_finding(row, run.file_name), row.row_hash) for row in FindingRow.objects.filter(run=run)]


def _finding(row: FindingRow, file: str) -> Finding:
    severity, code = Severity(row.severity), Code(row.code)
    return Finding(file, row.sheet, row.cell, severity, code, row.wrong, row.right)

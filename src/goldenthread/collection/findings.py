"""Findings: what is wrong in a return, where it stands, and what would be right."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

MOST_QUOTED = 40


class Severity(StrEnum):
    """How much of the file a finding costs."""

    REFUSED_FILE = "refused file"
    REFUSED_ROW = "refused row"
    WARNING = "warning"
    NOTE = "note"


class Code(StrEnum):
    """The closed list of what can be found; stored codes never change."""

    # The file as a whole.
    NOT_READABLE = "not_readable"
    WRONG_KIND = "wrong_kind"
    NOT_A_FORM = "not_a_form"
    TOO_LARGE = "too_large"
    EMPTY = "empty"
    ENCODING = "encoding"
    SHEET_MISSING = "sheet_missing"
    SHEET_NOT_MAPPED = "sheet_not_mapped"
    HIDDEN_SHEET = "hidden_sheet"
    HEADER_MISSING = "header_missing"
    COLUMN_MISSING = "column_missing"
    COLUMN_TWICE = "column_twice"
    COLUMN_NOT_MAPPED = "column_not_mapped"
    COLUMN_HIDDEN = "column_hidden"
    CELL_MISSING = "cell_missing"
    NO_ROWS = "no_rows"
    FORMULAS_STALE = "formulas_stale"
    KNOWN_FROM = "known_from"
    # A row and its labels.
    ROW_HIDDEN = "row_hidden"
    CELL_OUTSIDE = "cell_outside"
    UNKNOWN_INDICATOR = "unknown_indicator"
    UNKNOWN_AREA = "unknown_area"
    UNKNOWN_BREAKDOWN = "unknown_breakdown"
    UNKNOWN_STATUS = "unknown_status"
    UNKNOWN_MEASURE = "unknown_measure"
    NOT_A_PERIOD = "not_a_period"
    SPAN_DISAGREES = "span_disagrees"
    PERIOD_OUTSIDE_FREQUENCY = "period_outside_frequency"
    FUTURE_PERIOD = "future_period"
    UNFINISHED_PERIOD = "unfinished_period"
    # A number.
    NOT_A_NUMBER = "not_a_number"
    FORMULA_TEXT = "formula_text"
    FORMULA_WITHOUT_VALUE = "formula_without_value"
    ERROR_CELL = "error_cell"
    MERGED_NUMBER = "merged_number"
    TOO_MANY_DIGITS = "too_many_digits"
    BLANK = "blank"
    DENOMINATOR_MISSING = "denominator_missing"
    DENOMINATOR_ZERO = "denominator_zero"
    NUMERATOR_ABOVE_DENOMINATOR = "numerator_above_denominator"
    VALUE_DISAGREES = "value_disagrees"
    NOT_SO_MANY_ANSWERED = "not_so_many_answered"
    INTERVAL_CONTRADICTED = "interval_contradicted"
    SURVEY_NOT_KEPT = "survey_not_kept"
    OUT_OF_RANGE = "out_of_range"
    TEN_TIMES_OFF = "ten_times_off"
    # Rows against each other and against the ledger.
    SAME_TWICE = "same_twice"
    TWICE_AND_DIFFERENT = "twice_and_different"
    DISAGREES_WITH_LEDGER = "disagrees_with_ledger"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing somebody should look at; `cell` is "" where it concerns the whole sheet or file."""

    file: str
    sheet: str
    cell: str
    severity: Severity
    code: Code
    wrong: str
    right: str

    @property
    def place(self) -> str:
        """Where to look: "revenues.xlsx, sheet Q2, B7"."""
        return ", ".join(
            part for part in (self.file, self.sheet and f"sheet {self.sheet}", self.cell) if part
        )

    def __str__(self) -> str:
        return f"{self.place}: {self.wrong}. {self.right}" + ("" if self.right.endswith("?") else ".")


class FileRefused(ValueError):
    """Nothing of the file enters; its findings say why."""

    def __init__(self, findings: Iterable[Finding]):
        self.findings = tuple(findings)
        super().__init__("\n".join(map(str, self.findings)))


def in_order(found: Iterable[Finding], sheets: Sequence[str]) -> tuple[Finding, ...]:
    """Findings as one meets them when paging through the file: sheet by sheet, row by row."""
    order = {name: number for number, name in enumerate(sheets)}

    def place(finding: Finding) -> tuple[int, int, int, str]:
        letters = finding.cell.rstrip("0123456789")
        row = int(finding.cell[len(letters) :] or 0)
        return order.get(finding.sheet, -1), row, len(letters), letters

    return tuple(sorted(found, key=place))


def refusal(file: str, code: Code, wrong: str, right: str, *, sheet: str = "", cell: str = "") -> FileRefused:
    """The refusal of a whole file for one reason."""
    return FileRefused([Finding(file, sheet, cell, Severity.REFUSED_FILE, code, wrong, right)])


def on_one_line(text: str) -> str:
    """Text without line breaks, doubled spaces and characters that nobody sees (U+200B, soft hyphens)."""
    text = " ".join(text.split())
    return text if text.isprintable() else "".join(filter(str.isprintable, text)).strip()


def quoted(written: object) -> str:
    """What a cell says, short and on one line, for use in a finding."""
    text = on_one_line(str(written))
    return f'"{text}"' if len(text) <= MOST_QUOTED else f'"{text[: MOST_QUOTED - 1]}…"'

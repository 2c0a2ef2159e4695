"""Numbers as people write them: read into exact text, or refused with a word on what would be right."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Literal

from goldenthread.collection.findings import Code, on_one_line, quoted
from goldenthread.collection.readers.book import Cell
from goldenthread.collection.values import clocks, exact
from goldenthread.collection.values.markers import LEFT_BLANK, Markers
from goldenthread.collection.values.statuses import Statuses
from goldenthread.observations import decimals

SPACES = str.maketrans({"\u00a0": " ", "\u202f": "", "\u2009": "", "−": "-", "\u2011": "-"})
# No number is written with noughts before it: "000" is part of a heading, 007 a code.
# No number is written with noughts before it: "000" is part of a heading, 007 a code.
PLAIN = re.compile(r"(?:0|[1-9]\d*)(?:\.\d*)?|\.\d+", re.ASCII)
GROUPED = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?", re.ASCII)
# As programs write it. Excel's own 1.2E+05 has lost digits.
SCIENTIFIC = re.compile(r"\d(?:\.\d+)?e-?\d{1,2}", re.ASCII)
MULTIPLIED = re.compile(r"(.+?)\s*(k|thousand|m|mn|million|bn|billion)", re.IGNORECASE)
TIMES = {"k": 3, "thousand": 3, "m": 6, "mn": 6, "million": 6, "bn": 9, "billion": 9}
ERROR = re.compile(r"#(N/A|DIV/0!|VALUE!|REF!|NAME\?|NUM!|NULL!|SPILL!|CALC!|ERROR|\w+[!?])")
FORMULA = re.compile(r"[=@+].|-[A-Za-z=@+(]")
MOST_CHARACTERS = 100


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cell says: a number in exact text, or why there is none, or what is wrong with it."""

    exact: str | None = None
    reason: str = ""
    status: str = ""
    fault: Code | None = None
    wrong: str = ""
    right: str = ""


@dataclass(frozen=True)
class NumberReader:
    """How the numbers of a column are meant."""

    scale: Decimal = Decimal(1)
    percent: Literal["points", "fraction"] = "points"
    clock: clocks.Clock = ""
    brackets: Literal["", "negative"] = ""
    words: tuple[str, ...] = ()
    markers: Markers = field(default_factory=Markers)
    statuses: Statuses = field(default_factory=Statuses)

    def read(self, cell: Cell) -> Reading:
        """The reading of one cell."""
        try:
            if isinstance(cell, float):
                return self._number(cell)
            if isinstance(cell, str):
                return self._text(cell)
            if isinstance(cell, time | timedelta):
                return self._time(cell)
            return _date(cell)
        except decimals.NotADecimal:
            return _fault(
                Code.TOO_MANY_DIGITS,
                f"{quoted(cell)} has more than {decimals.DIGITS} digits",
                f"Round it to at most {decimals.DIGITS} significant digits",
            )

    def _number(self, cell: float) -> Reading:
        if cell != cell or cell in (float("inf"), float("-inf")):
            return _fault(
                Code.NOT_A_NUMBER, "the cell holds no finite number", "Write the number, or why there is none"
            )
        written = exact.of_float(cell)
        if self.scale == 1 and self.percent == "points":
            return Reading(written)
        return self._scaled(Decimal(written), is_percent=False)

    def _text(self, cell: str) -> Reading:
        text = on_one_line(cell.translate(SPACES))
        if not text:
            return Reading(reason=LEFT_BLANK)
        if reason := self.markers.reason(text):
            return Reading(reason=reason)
        if ERROR.fullmatch(text):
            return _fault(
                Code.ERROR_CELL, f"the cell shows the error {text}", "Repair the formula, or write the number"
            )
        if len(text) > MOST_CHARACTERS:
            return self._not_a_number(cell)
        bare, status = self.statuses.parted(text)
        if status and (reason := self.markers.reason(bare)):
            return Reading(reason=reason)
        if self.clock and (of_clock := clocks.of_text(bare, self.clock)) is not None:
            return self._scaled(of_clock, is_percent=False, status=status)
        return self._decimal(bare, status, cell)

    def _decimal(self, bare: str, status: str, cell: str) -> Reading:
        text = self._without_words(bare)
        is_percent = text.endswith("%")
        number = self._amount(text.removesuffix("%").rstrip())
        if number is None:
            return self._not_a_number(cell)
        return self._scaled(number, is_percent=is_percent, status=status)

    def _amount(self, text: str) -> Decimal | None:
        """A decimal in people's spelling, or None: 1,164  £1.2m  -£5, and (12) where brackets mean minus."""
        if self.brackets == "negative" and text.startswith("(") and text.endswith(")"):
            inside = _positive(text[1:-1].strip())
            return None if inside is None else -inside
        if text.startswith("+"):
            return Decimal(text[1:]) if PLAIN.fullmatch(text[1:]) else None
        if text.startswith("-"):
            after = _positive(text[1:].lstrip())
            return None if after is None else -after
        return _positive(text)

    def _without_words(self, text: str) -> str:
        for word in self.words:
            if text.casefold().endswith(word.casefold()):
                return text[: -len(word)].rstrip()
        return text

    def _scaled(self, number: Decimal, *, is_percent: bool, status: str = "") -> Reading:
        if self.percent == "fraction" and not is_percent:
            number = exact.EXACTLY.multiply(number, Decimal(100))
        return Reading(decimals.canonical(exact.EXACTLY.multiply(number, self.scale)), status=status)

    def _time(self, cell: time | timedelta) -> Reading:
        if self.clock == "sixtieths":
            return self._scaled(clocks.of_time(cell), is_percent=False)
        return _fault(
            Code.NOT_A_NUMBER,
            f"the cell holds a time, {quoted(cell)}, where a number belongs",
            "Format the cell as a number; or, where 19:48 means 19.8, let the mapping say clock: sixtieths",
        )

    def _not_a_number(self, cell: str) -> Reading:
        if cell.startswith("=") and FORMULA.match(cell):
            return _fault(
                Code.FORMULA_WITHOUT_VALUE,
                f"the cell holds a formula and no result, {quoted(cell)}; it is not calculated here",
                "Open the file in Excel or LibreOffice, let it calculate, and save it; or write the number",
            )
        if FORMULA.match(cell.strip()):
            return _fault(
                Code.FORMULA_TEXT,
                f"the text {quoted(cell)} begins like a formula; it was not run and not kept",
                "Write the number",
            )
        right = "Write a number, or a marker that says why there is none (tbc, n/a, [c])"
        return _fault(Code.NOT_A_NUMBER, f"{quoted(cell)} is not a number", right)


def _positive(text: str) -> Decimal | None:
    """£1.2m, 1.2 million, 1,164, or None."""
    text = text.removeprefix("£").lstrip()
    if found := MULTIPLIED.fullmatch(text):
        number = _digits(found[1].rstrip())
        return None if number is None else number.scaleb(TIMES[found[2].casefold()], exact.EXACTLY)
    return _digits(text)


def _digits(text: str) -> Decimal | None:
    if PLAIN.fullmatch(text) or SCIENTIFIC.fullmatch(text):
        return Decimal(text)
    return Decimal(text.replace(",", "")) if GROUPED.fullmatch(text) else None


def _date(cell: date | datetime) -> Reading:
    return _fault(
        Code.NOT_A_NUMBER,
        f"the cell holds a date, {quoted(cell)}, where a number belongs",
        "Format the cell as a number and write the number again",
    )


def _fault(code: Code, wrong: str, right: str) -> Reading:
    return Reading(fault=code, wrong=wrong, right=right)

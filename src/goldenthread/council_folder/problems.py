"""Problems: what is wrong in a council folder, where it stands, and what to write instead."""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault: file and line to open, field to look at, what is wrong, what to write instead."""

    file: str
    line: int
    field: str
    wrong: str
    instead: str

    def __str__(self) -> str:
        field = f", {self.field}" if self.field else ""
        return f"{self.file}, line {self.line}{field}: {self.wrong}. {self.instead}."


class FolderRefused(ValueError):
    """The folder has faults, all of them listed; nothing of it was loaded."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = tuple(sorted(problems))
        count = len(self.problems)
        noun = "problem" if count == 1 else "problems"
        super().__init__("\n".join([f"{count} {noun} in the council folder:", *map(str, self.problems)]))


def did_you_mean(written: str, known: Iterable[str]) -> str:
    """The known word nearest to what was written, else the first few there are."""
    words = sorted({str(word) for word in known})
    near = difflib.get_close_matches(str(written), words, n=1, cutoff=0.6)
    if not near:
        lowered = {word.lower(): word for word in words}
        near = [lowered[str(written).lower()]] if str(written).lower() in lowered else []
    if near:
        return f"Did you mean {near[0]}"
    if not words:
        return "Nothing may stand here"
    shown = ", ".join(words[:12]) + (", ..." if len(words) > 12 else "")
    return f"Write one of: {shown}"

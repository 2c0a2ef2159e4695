"""An outsider: what somebody who holds every file of the packs, and can count, makes of them."""

import csv
import html.parser
import io
import json
import re
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from tests import office_files

# A row, a panel, a figure with its caption, a line of a list, a sentence: what is read together.
BLOCKS = {"tr", "article", "section", "figure", "li", "p", "caption", "details", "svg"}
CODES = r"\b[A-Z]{2,3}\d\d[ab]?\b"
DATES = r"(?:ytd-|at|r12-)?\b\d{4}-\d\d(?:-\d\d|-Q\d)?\b"
WORDED = ("title", "alt", "aria-label", "aria-description", "content")
DRAWN = {"d", "points", "cx", "cy", "x", "y", "viewbox", "transform", "width", "height", "style", "class"}


class Reader(html.parser.HTMLParser):
    """The words of a page, those in attributes too, block by block; nothing that a browser would not show."""

    def __init__(self):
        super().__init__()
        self.blocks = []
        self.open = []
        self.silent = 0

    def handle_starttag(self, tag, attrs):
        self.silent += tag in ("style", "script")
        if tag in BLOCKS:
            self.open.append((tag, []))
        for name, value in attrs:
            if value and name not in DRAWN and (name in WORDED or name.startswith("data-")):
                self.say(value)

    def handle_endtag(self, tag):
        self.silent -= tag in ("style", "script")
        if tag in BLOCKS and any(name == tag for name, _ in self.open):
            while self.open:
                name, words = self.open.pop()
                self.blocks.append((name, " ".join(words)))
                if name == tag:
                    return

    def handle_data(self, data):
        if not self.silent and data.strip():
            self.say(" ".join(data.split()))

    def say(self, words):
        for _, said in self.open:
            said.append(words)


def blocks(files: Mapping[str, bytes]) -> Iterator[tuple[str, str, str]]:
    """Path, kind and words of every block of every file; a row of a table of data is a block."""
    for path, content in files.items():
        if path.endswith(".html"):
            reader = Reader()
            reader.feed(content.decode())
            yield from ((path, kind, words) for kind, words in reader.blocks)
        elif path.endswith(".csv"):
            yield from (
                (path, "row", " ".join(filter(None, row)))
                for row in csv.reader(io.StringIO(content.decode()))
            )
        elif path.endswith(".json"):
            yield path, "json", json.dumps(json.loads(content), ensure_ascii=False)
        elif path.endswith((".pdf", ".docx", ".xlsx")):
            yield from ((path, kind, words) for kind, words in office_files.blocks(path, content))


def table(files: Mapping[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"open-data/{name}.csv"].decode())))


def numbers(words: str) -> list[str]:
    """The numbers in some words as they are written, thousands without commas; codes and dates left out."""
    plain = re.sub(
        r"\b[A-Z]{2,3}\d\d[ab]?\b|(?:ytd|at|r12)-?\d{4}-\d\d(?:-\d\d)?|\b\d{4}-\d\d(?:-\d\d|-Q\d)?\b",
        " ",
        words,
    )
    return re.findall(r"(?<![\w.])\d+(?:\.\d+)?", re.sub(r"(?<=\d),(?=\d{3})", "", plain))


def spellings(numerator: int, denominator: int, multiplier: float) -> list[str]:
    """How a figure of one hundred and so many might be written, to any precision from one decimal on."""
    value = multiplier * numerator / denominator
    counts = [rf"{numerator:,} ?(?:of|out of|/|divided by) ?(?:the |these )?{denominator:,}"]
    return counts + [rf"(?<![\d.,]){re.escape(f'{value:.{places}f}')}" for places in (2, 3, 4, 6)]


def solved(windows: Sequence[tuple[Sequence[int], float]], count: int) -> dict[int, float]:
    """Of `count` unknown parts those that the sums of windows of them determine, with what they must be."""
    matrix = np.zeros((len(windows), count))
    for row, (parts, _) in enumerate(windows):
        matrix[row, list(parts)] = 1
    totals = np.array([total for _, total in windows])
    inverse = np.linalg.pinv(matrix)
    fixed = inverse @ matrix
    return {
        part: float(inverse[part] @ totals)
        for part in range(count)
        if abs(fixed[part, part] - 1) < 1e-9 and np.abs(np.delete(fixed[part], part)).max(initial=0) < 1e-9
    }

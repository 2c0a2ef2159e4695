"""Stages: a long piece of work told step by step, with the time each step took."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    TextColumn,
    TimeElapsedColumn,
)

from goldenthread.cli import output


class Stage:
    """One step under way; `says` collects what to tell when it is done."""

    def __init__(self) -> None:
        self.says: list[str] = []

    def say(self, words: str) -> None:
        """A line to print beneath the step's heading."""
        self.says.append(words)


@contextmanager
def stage(number: int, total: int, name: str) -> Iterator[Stage]:
    """A step: its name, then how long it took and what it has to say."""
    begun = time.perf_counter()
    made = Stage()
    yield made
    output.say(f"[{number}/{total}] {name} ({time.perf_counter() - begun:.1f} s)")
    for words in made.says:
        output.say(f"      {words}")


@contextmanager
def bar(name: str) -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar, gone when the work is done; nothing where nobody watches.

    Gives what to call before each thing: its name, how many are done, how many there are.
    """
    columns = (
        TextColumn(f"      {name}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.description}"),
    )
    with _progress(*columns) as shown:
        task = shown.add_task("", total=None)

        def tell(what: str, done: int, total: int) -> None:
            shown.update(task, description=what, completed=done, total=total)

        yield tell


@contextmanager
def busy(name: str) -> Iterator[None]:
    """A sign that something is being done whose end is not known beforehand; nothing where nobody watches."""
    with _progress(TextColumn(name), BarColumn(bar_width=20), TimeElapsedColumn()) as shown:
        shown.add_task("", total=None)
        yield


def _progress(*columns: ProgressColumn) -> Progress:
    unwatched = not sys.stderr.isatty() or output.err.is_dumb_terminal
    return Progress(*columns, console=output.err, transient=True, disable=unwatched, redirect_stdout=False)

"""Collecting figures: read a file into the ledger, or see beforehand what that would do."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Protocol

import polars as pl
from django.db import transaction

from goldenthread.collection import known, storing
from goldenthread.collection.candidates import reading
from goldenthread.collection.candidates.assembly import KEY
from goldenthread.collection.findings import Code, in_order, refusal
from goldenthread.collection.imported import Imported
from goldenthread.collection.mapping import Mapping
from goldenthread.collection.readers.book import Book
from goldenthread.collection.readers.opening import content_of, open_book
from goldenthread.collection.return_forms import recognising
from goldenthread.collection.validation import validate
from goldenthread.observations import actions as ledger
from goldenthread.observations.actions import MomentNotSound, Recorded, Source
from goldenthread.observations.delivery import ObservationsDisagree

# The names of sheets are short in one format and of any length in the other.
MOST_OF_A_NAME = 100


class Deliver(Protocol):
    """`record` or `difference` of the ledger, for one file."""

    def __call__(self, *, observations: pl.DataFrame, known_from: datetime) -> Recorded: ...


def import_file(
    *, path: Path, mapping: Mapping, known_from: datetime, by: str, at: datetime, dry_run: bool = False
) -> Imported:
    """Read a file by a mapping; its good rows enter the ledger, the others become findings.

    One transaction: figures, findings and audit are there together or not at all. Reading the same file
    again changes nothing. `known_from` is when the figures were known, as whoever sends them declares.
    Raises `FileRefused`, and nothing is kept, when the file cannot be read or mapped.
    """
    with _no_search_for_cycles():
        return _import(path, mapping, known_from, by, at, dry_run)


def _import(
    path: Path, mapping: Mapping, known_from: datetime, by: str, at: datetime, dry_run: bool
) -> Imported:
    book = open_book(path)
    known_from = _sound_moment(book, known_from, at)
    rows, seen = _seen(book, mapping, known_from, at)
    source = Source("file", book.file, book.digest, mapping.mapping)
    record = partial(ledger.record, source=source, by=by, at=at)
    difference = partial(ledger.difference, source=source, by=by, at=at)
    moments = rows["known_from"].n_unique()
    if dry_run and moments <= 1:
        return _with(replace(seen, is_dry_run=True), _delivered(book, rows, difference))
    with transaction.atomic():
        done = _with(replace(seen, is_dry_run=dry_run), _delivered(book, rows, record))
        if dry_run:
            # Each moment builds on the one before it: all are written, so as to see, and none is kept.
            transaction.set_rollback(True)
        elif done.submissions or not storing.was_imported(book.digest, mapping):
            storing.store(done, mapping, known_from=known_from, by=by, at=at)
    return done


def import_form(
    *, path: Path, known_from: datetime, by: str, at: datetime, dry_run: bool = False
) -> Imported:
    """Read a filled-in return form, by the mapping it names; as `import_file`."""
    mapping = recognising.mapping_named(path.name, content_of(path))
    return import_file(path=path, mapping=mapping, known_from=known_from, by=by, at=at, dry_run=dry_run)


@contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """A sheet is millions of cells and no cycle among them; the search for some takes a tenth of the time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _seen(book: Book, mapping: Mapping, known_from: datetime, at: datetime) -> tuple[pl.DataFrame, Imported]:
    """The rows that may enter the ledger, and what there is to say of all the others."""
    setting, context = known.gathered(known_from=known_from, at=at)
    found = reading.read(book, mapping, setting)
    dated = found.candidates.with_columns(pl.col("known_from").fill_null(known_from))
    checked = validate(dated, context, book.file)
    seen = Imported(
        file=book.file,
        digest=book.digest,
        mapping=mapping.mapping,
        repeated=checked.repeated,
        ignored=found.ignored,
        findings=in_order([*found.findings, *checked.findings], book.names),
    )
    return checked.rows, seen


def _delivered(book: Book, rows: pl.DataFrame, deliver: Deliver) -> list[Recorded]:
    """Hand the rows to the ledger, in the order in which they were known."""
    sheet = pl.col("sheet").str.replace_all(r"[[:cntrl:]]", "").str.slice(0, MOST_OF_A_NAME)
    place = pl.when(pl.col("sheet") == "").then("cell").otherwise(pl.format("sheet {}, {}", sheet, "cell"))
    # In the order of the ledger's key, for which a database writes its index in half the time.
    rows = rows.with_columns(place.alias("cell")).sort(KEY)
    moments = rows["known_from"].unique().sort().to_list()
    try:
        return [
            deliver(observations=rows.filter(pl.col("known_from") == moment), known_from=moment)
            for moment in moments
        ]
    except ObservationsDisagree as error:
        raise refusal(
            book.file,
            Code.DISAGREES_WITH_LEDGER,
            f"other figures are already known from the same moment: {error}",
            "Give the day from which these figures were known: later than that of the figures they correct",
        ) from error


def _with(seen: Imported, done: list[Recorded]) -> Imported:
    return replace(
        seen,
        added=sum(part.added for part in done),
        changed=sum(part.changed for part in done),
        unchanged=sum(part.unchanged for part in done),
        redacted=sum(part.redacted for part in done),
        submissions=tuple(part.submission for part in done if part.submission),
        rows=pl.concat([part.rows for part in done]) if done else seen.rows,
    )


def _sound_moment(book: Book, known_from: datetime, at: datetime) -> datetime:
    """The moment in UTC; raises `MomentNotSound` without a time zone, `FileRefused` if it is to come."""
    if known_from.tzinfo is None:
        raise MomentNotSound(f"known_from {known_from} names no time zone")
    if known_from <= at:
        return known_from.astimezone(UTC)
    raise refusal(
        book.file,
        Code.KNOWN_FROM,
        f"the figures are said to be known from {known_from:%-d %B %Y %H:%M}, which is still to come",
        "Give the day on which the figures were known, at the latest today",
    )

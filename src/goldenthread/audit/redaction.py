"""Redaction: the one way to take out what should never have come in, leaving a tombstone."""

from collections.abc import Callable, Collection, Mapping
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.db.models import F, Value
from django.db.models.functions import Concat

from goldenthread.audit import actions, canonical
from goldenthread.audit.events import Event
from goldenthread.audit.models import HASH, Redaction


class NothingToRedact(ValueError):
    """No row has the hash that was given."""


class NotRedactable(ValueError):
    """The table or column is not one that may ever be blanked."""


def redact(
    model: type[models.Model],
    *,
    row_hashes: Collection[str],
    columns: Collection[str] = (),
    reason: str,
    approver: str,
    by: str,
    at: datetime,
    digests: Callable[[], Mapping[str, str]] = dict,
) -> int:
    """Blank the columns (by default all that may be) of the rows with these hashes; how many rows there were.

    The hash of each row stays, with who approved the redaction and why. `digests` is asked after the
    blanking for digests that replace older ones; they enter the audit event.
    """
    blanks = _blanks(model, columns)
    table = model._meta.db_table
    if not row_hashes:
        raise NothingToRedact(f"{model._meta.verbose_name}: no row was named")
    with transaction.atomic():
        actions.hold()
        number = actions.next_number()
        redactions = [
            Redaction(
                table_name=table,
                row_hash=row_hash,
                columns=sorted(blanks),
                reason=reason,
                approver=approver,
                audit_number=number,
                recorded_at=at,
            )
            for row_hash in sorted(set(row_hashes))
        ]
        Redaction.objects.bulk_create(redactions)
        blanked = _blank(model, row_hashes, number, blanks)
        actions.write(
            event=Event.CONTENT_REDACTED,
            by=by,
            at=at,
            subject=table,
            label=reason,
            details={"approver": approver, "columns": sorted(blanks), "rows": blanked},
            digests={"redactions": digest(redactions), **digests()},
        )
    return blanked


def digest(redactions: Collection[Redaction]) -> str:
    """The digest of redactions made together."""
    return canonical.lines_digest(
        [
            canonical.text([row.table_name, row.row_hash, row.columns, row.reason, row.approver])
            for row in redactions
        ]
    )


def redacted_columns(model: type[models.Model]) -> dict[str, set[str]]:
    """For each redacted row of a model, by its hash: the columns that hold nothing any more."""
    found: dict[str, set[str]] = {}
    for row_hash, columns in Redaction.objects.filter(table_name=model._meta.db_table).values_list(
        "row_hash", "columns"
    ):
        found.setdefault(row_hash, set()).update(columns)
    return found


def blank_values(model: type[models.Model]) -> dict[str, Any]:
    """What each column that may be redacted then holds, as Python has it."""
    redactable: dict[str, str | None] = getattr(model, "redactable", {})
    return {
        name: {} if isinstance(model._meta.get_field(name), models.JSONField) else blank
        for name, blank in redactable.items()
    }


def _blanks(model: type[models.Model], columns: Collection[str]) -> dict[str, Any]:
    blanks = blank_values(model)
    unknown = sorted(set(columns) - blanks.keys())
    if unknown or not blanks:
        raise NotRedactable(
            f"{model._meta.verbose_name}: may not redact {', '.join(unknown) or 'anything'}; "
            f"columns that may be redacted: {', '.join(blanks) or 'none'}"
        )
    return {name: blank for name, blank in blanks.items() if not columns or name in columns}


def _blank(
    model: type[models.Model], row_hashes: Collection[str], number: int, blanks: Mapping[str, Any]
) -> int:
    hash_column = getattr(model, "hash_column", "")
    told = Redaction.objects.filter(audit_number=number).values("row_hash")
    rows = model._default_manager.filter(**{f"{hash_column}__in": told})
    if absent := sorted(set(row_hashes) - set(rows.values_list(hash_column, flat=True))):
        raise NothingToRedact(f"{model._meta.verbose_name}: no row has the hash {', '.join(absent)}")
    return rows.update(**{name: _stored(blank, hash_column) for name, blank in blanks.items()})


def _stored(blank: Any, hash_column: str) -> Any:
    if isinstance(blank, str) and blank.endswith(HASH):
        return Concat(Value(blank.removesuffix(HASH)), F(hash_column))
    return blank

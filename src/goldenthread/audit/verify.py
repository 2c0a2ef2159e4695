"""Verification: whether the audit and what it vouches for are still as they were written."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import models

from goldenthread.audit import chain, redaction, triggers, versions
from goldenthread.audit.events import Event
from goldenthread.audit.models import HASH, AuditEvent, Redaction


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it was written: where, what was expected and what is there."""

    where: str
    expected: str
    found: str

    def __str__(self) -> str:
        return f"{self.where}: expected {self.expected}, found {self.found}"


def faults() -> Iterator[Fault]:
    """Every fault of the audit, its chain first; nothing where all is well."""
    if broken := broken_link():
        yield broken
    for name in triggers.missing():
        yield Fault(f"trigger {name}", "it stands in the database as made", "missing or changed")
    yield from _redactions()
    for model in versioned_models():
        yield from _versions(model)


def broken_link() -> Fault | None:
    """The first event that does not follow from the one before it, or is not as it was written."""
    redacted = redaction.redacted_columns(AuditEvent)
    previous_hash = ""
    for number, event in enumerate(AuditEvent.objects.order_by("number").iterator(), start=1):
        where = f"audit event {event.number}"
        if event.number != number:
            return Fault(
                f"audit event {number}", "it follows the one before", f"event {event.number} comes next"
            )
        if event.previous_hash != previous_hash:
            return Fault(where, f"previous hash {previous_hash or '(none)'}", event.previous_hash or "(none)")
        # A redacted event no longer holds what its hash was made of.
        if event.hash not in redacted and event.hash != (should := chain.hash_of(event)):
            return Fault(where, f"hash {should} for what it says", event.hash)
        previous_hash = event.hash
    return None


def unblanked(model: type[models.Model]) -> Iterator[Fault]:
    """Redacted rows of a model that hold something all the same."""
    blanks = redaction.blank_values(model)
    hash_column = getattr(model, "hash_column", "")
    redacted = redaction.redacted_columns(model)
    tombstones = Redaction.objects.filter(table_name=model._meta.db_table).values("row_hash")
    for row in model._default_manager.filter(**{f"{hash_column}__in": tombstones}).iterator():
        row_hash = getattr(row, hash_column)
        for column in sorted(redacted[row_hash]):
            blank = blanks[column]
            if getattr(row, column) != (blank.replace(HASH, row_hash) if isinstance(blank, str) else blank):
                yield Fault(f"{model._meta.db_table} {row_hash}", f"{column} redacted", "it holds something")


def versioned_models() -> list[type[versions.Versioned]]:
    """Every model that keeps versions."""
    found = apps.get_app_config("goldenthread").get_models()
    return [model for model in found if issubclass(model, versions.Versioned)]


def _redactions() -> Iterator[Fault]:
    made = defaultdict(list)
    for row in Redaction.objects.all():
        made[row.audit_number].append(row)
    told = _told(Event.CONTENT_REDACTED, "redactions")
    for number in sorted(made.keys() | told.keys()):
        found = redaction.digest(made[number]) if number in made else "no redaction"
        if found != told.get(number, "no event"):
            yield Fault(f"redactions of audit event {number}", told.get(number, "no event"), found)
    for model in triggers.append_only_models():
        if getattr(model, "redactable", None):
            yield from unblanked(model)


def _versions(model: type[versions.Versioned]) -> Iterator[Fault]:
    name = str(model._meta.verbose_name)
    redacted = redaction.redacted_columns(model)
    made = defaultdict(list)
    for version in model._default_manager.order_by("id").iterator():
        made[version.audit_number].append(version)
        if version.content_hash in redacted:
            continue
        if version.content_hash != (should := versions.content_hash(version)):
            where = f"{name} {version}, known from {version.known_from}"
            yield Fault(where, f"content hash {should} for what it says", version.content_hash)
    told = _told(Event.VERSIONS_ADDED, "versions", subject=str(model._meta.model_name))
    for number in sorted(made.keys() | told.keys()):
        found = versions.batch_digest(made[number]) if number in made else "no version"
        if found != told.get(number, "no event"):
            yield Fault(f"{name}: versions of audit event {number}", told.get(number, "no event"), found)


def _told(event: Event, name: str, **filters: str) -> dict[int, str]:
    """What the audit says the digest is, by the number of the event."""
    events = AuditEvent.objects.filter(event=event.value, **filters).values_list("number", "digests")
    return {number: digests[name] for number, digests in events}

"""Versions: things that decide a figure are never overwritten, only followed by a newer version."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db import models, transaction
from django.db.models import F, Window
from django.db.models.functions import RowNumber

from goldenthread.audit import actions, canonical
from goldenthread.audit.events import Event


class VersionNotSound(ValueError):
    """A version cannot be kept as given; the message says which, and what to write instead."""


class VersionsDisagree(ValueError):
    """Two versions of one thing, true from one day and known from one moment, say different things."""


class Versioned(models.Model):
    """A version of the thing `code`: true from `effective_from`, known from `known_from`."""

    append_only = True
    hash_column = "content_hash"

    code = models.CharField(max_length=200)
    effective_from = models.DateField()
    known_from = models.DateTimeField()
    reason = models.TextField()
    approver = models.CharField(max_length=200)
    is_withdrawn = models.BooleanField(default=False)
    content_hash = models.CharField(max_length=64, editable=False)
    audit_number = models.BigIntegerField(editable=False)
    recorded_at = models.DateTimeField(editable=False)

    class Meta:
        abstract = True
        constraints = [
            models.UniqueConstraint(
                fields=["code", "effective_from", "known_from"], name="%(class)s_one_version_per_moment"
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} from {self.effective_from}"


V = TypeVar("V", bound=Versioned)
Known = dict[tuple[str, date], list[tuple[datetime, str]]]
NOT_CONTENT = {"id", "known_from", "content_hash", "audit_number", "recorded_at"}


@dataclass(frozen=True, slots=True)
class VersionsAdded:
    """How many versions were new, and how many said what was known already."""

    added: int
    unchanged: int


def in_force(model: type[V], on: date, known_at: datetime, **filters: Any) -> list[V]:
    """What was so on a day, as known at a moment: one version per code, sorted by code; one query.

    The filters are Django lookups and hold for the version in force, so a thing that has since
    changed does not show up under what it used to be.
    """
    rank = Window(
        RowNumber(), partition_by=F("code"), order_by=[F("effective_from").desc(), F("known_from").desc()]
    )
    known = model._default_manager.filter(effective_from__lte=on, known_from__lte=known_at)
    newest = known.annotate(version_rank=rank).filter(version_rank=1).values("pk")
    found = model._default_manager.filter(pk__in=newest, is_withdrawn=False, **filters)
    return sorted(found, key=lambda version: version.code)


def history(model: type[V], known_at: datetime, **filters: Any) -> list[V]:
    """Every version known at a moment, withdrawn ones too, by code, effective_from and known_from."""
    found = model._default_manager.filter(known_from__lte=known_at, **filters)
    return sorted(found, key=lambda version: (version.code, version.effective_from, version.known_from))


def as_rows(versions: Iterable[Versioned]) -> list[dict[str, Any]]:
    """Versions as dictionaries of what they say, with `known_from` and `content_hash`, for a frame."""
    left_out = {"id", "audit_number", "recorded_at"}
    return [
        {
            field.attname: getattr(version, field.attname)
            for field in _fields(version)
            if field.name not in left_out
        }
        for version in versions
    ]


def add(model: type[V], rows: Iterable[Mapping[str, Any]], *, by: str, at: datetime) -> VersionsAdded:
    """Add the versions that say something new; those that repeat what was known at their moment are left out.

    Raises VersionNotSound for a row that cannot be kept, VersionsDisagree for one that contradicts
    a version of the very same moment. All rows or none; one audit event if any row is new.
    """
    versions = sorted(
        (_version(model, row, at) for row in rows),
        key=lambda new: (new.code, new.effective_from, new.known_from),
    )
    with transaction.atomic():
        actions.hold()
        known = _known(model)
        new = [version for version in versions if _is_new(version, known)]
        if new:
            _store(model, new, by=by, at=at)
    return VersionsAdded(added=len(new), unchanged=len(versions) - len(new))


def batch_digest(versions: Iterable[Versioned]) -> str:
    """The digest of versions added together; order does not matter."""
    return canonical.lines_digest(
        [f"{version.content_hash} {canonical.moment(version.known_from)}" for version in versions]
    )


def content_hash(version: Versioned) -> str:
    """The hash of what a version says: its columns, but no id, no clock and not the moment it was known.

    A field at its default is left out, so that a column added to the model later changes no older hash.
    """
    said = {}
    for field in _fields(version):
        value = getattr(version, field.attname)
        if field.name not in NOT_CONTENT and value != field.get_default():
            said[field.attname] = value
    return canonical.digest(said)


def _fields(version: Versioned) -> "list[models.Field[Any, Any]]":
    return list(version._meta.concrete_fields)


def _version(model: type[V], row: Mapping[str, Any], at: datetime) -> V:
    name = f"{model._meta.verbose_name} {row.get('code', '(no code)')}"
    _check_fields(model, row, name)
    version = model(**row, audit_number=0, recorded_at=at)
    if not isinstance(version.known_from, datetime) or version.known_from.tzinfo is None:
        raise VersionNotSound(
            f"{name}: known_from is {version.known_from!r}, it must be a moment with a time zone"
        )
    if version.known_from > at:
        raise VersionNotSound(
            f"{name}: known_from {version.known_from} is later than now, {at}: "
            "nothing is known before it is told"
        )
    try:
        version.clean_fields(exclude=["id", "content_hash"])
        version.content_hash = content_hash(version)
    except ValidationError as error:
        raise VersionNotSound(f"{name}: {_spelled_out(error)}") from error
    return version


def _check_fields(model: type[V], row: Mapping[str, Any], name: str) -> None:
    for field in row:
        try:
            model._meta.get_field(field)
        except FieldDoesNotExist as error:
            raise VersionNotSound(f"{name}: there is no field {field!r}") from error


def _spelled_out(error: ValidationError) -> str:
    return "; ".join(f"{field}: {' '.join(messages)}" for field, messages in error.message_dict.items())


def _known(model: type[V]) -> Known:
    known: Known = {}
    rows = model._default_manager.values_list("code", "effective_from", "known_from", "content_hash")
    for code, effective_from, known_from, hashed in rows:
        known.setdefault((code, effective_from), []).append((known_from, hashed))
    return known


def _is_new(version: Versioned, known: Known) -> bool:
    moments = known.setdefault((version.code, version.effective_from), [])
    before = max((moment for moment in moments if moment[0] <= version.known_from), default=None)
    if before and before[1] == version.content_hash:
        return False
    if before and before[0] == version.known_from:
        raise VersionsDisagree(
            f"{version._meta.verbose_name} {version} is already known from {version.known_from} and says "
            "something else: give the new version the moment from which it was known"
        )
    moments.append((version.known_from, version.content_hash))
    return True


def _store(model: type[V], new: list[V], *, by: str, at: datetime) -> None:
    event = actions.write(
        event=Event.VERSIONS_ADDED,
        by=by,
        at=at,
        subject=str(model._meta.model_name),
        label=str(model._meta.verbose_name_plural),
        details={"added": len(new), "codes": sorted({version.code for version in new})},
        digests={"versions": batch_digest(new)},
    )
    for version in new:
        version.audit_number = event.number
    model._default_manager.bulk_create(new, batch_size=200)

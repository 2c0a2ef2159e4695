"""A table as its triggers see it: which columns stay for ever, and what a redaction may leave."""

from dataclasses import dataclass

from django.db import models

from goldenthread.audit.models import HASH, Redaction


@dataclass(frozen=True, slots=True)
class Table:
    """Names are those of the database. `blanks` gives the SQL of what a redacted column holds."""

    name: str
    primary_key: str
    hash_column: str
    columns: tuple[str, ...]
    blanks: dict[str, str]
    unique: tuple[tuple[str, ...], ...]
    redactions: str = Redaction._meta.db_table

    @classmethod
    def of(cls, model: type[models.Model]) -> "Table":
        """The table of an append-only model."""
        meta = model._meta
        redactable: dict[str, str | None] = getattr(model, "redactable", {})
        return cls(
            name=meta.db_table,
            primary_key=str(meta.pk.column if meta.pk else ""),
            hash_column=getattr(model, "hash_column", ""),
            columns=tuple(str(field.column) for field in meta.concrete_fields),
            blanks={
                str(meta.get_field(name).column): _literal(blank, getattr(model, "hash_column", ""))  # type: ignore[union-attr]  # concrete fields
                for name, blank in redactable.items()
            },
            unique=_unique(model),
        )

    def may_change(self, same: str) -> str:
        """The condition under which an update only redacts; `same` is the engine's null-safe equality."""
        conditions = []
        for column in self.columns:
            unchanged = f'NEW."{column}" {same} OLD."{column}"'
            blank = self.blanks.get(column)
            conditions.append(f'({unchanged} OR NEW."{column}" {same} {blank})' if blank else unchanged)
        told = f"r.table_name = '{self.name}' AND r.row_hash = OLD.\"{self.hash_column}\""
        conditions.append(f'EXISTS (SELECT 1 FROM "{self.redactions}" r WHERE {told})')  # noqa: S608  names of models
        return " AND ".join(conditions)


def _literal(blank: str | None, hash_column: str) -> str:
    if blank is None:
        return "NULL"
    text = "'" + blank.removesuffix(HASH).replace("'", "''") + "'"
    return f'({text} || OLD."{hash_column}")' if blank.endswith(HASH) else text


def _unique(model: type[models.Model]) -> tuple[tuple[str, ...], ...]:
    meta = model._meta
    single = [(field.name,) for field in meta.concrete_fields if field.unique and not field.primary_key]
    several = [tuple(c.fields) for c in meta.constraints if isinstance(c, models.UniqueConstraint)]
    return tuple(
        tuple(str(meta.get_field(name).column) for name in names)  # type: ignore[union-attr]  # concrete fields
        for names in [*single, *several]
    )

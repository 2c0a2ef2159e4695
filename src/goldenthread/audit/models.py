"""What the audit keeps: a chain of events, with labels beside codes and no foreign keys."""

from django.db import models

from goldenthread.audit.events import Event

HASH = "{hash}"
"""In what a redacted column holds: the hash of its row, for a column that is part of a unique key."""


class AuditEvent(models.Model):
    """One change. Its hash covers everything but the number and the clock, and the hash before it."""

    append_only = True
    hash_column = "hash"
    redactable = {"label": "redacted", "details": "{}"}

    number = models.BigIntegerField(primary_key=True)
    event = models.CharField(max_length=60, choices=Event)
    by = models.CharField(max_length=200)
    subject = models.CharField(max_length=200)
    label = models.TextField(blank=True)
    details = models.JSONField(default=dict)
    digests = models.JSONField(default=dict)
    previous_hash = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64, unique=True)
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "audit_event"
        ordering = ["number"]
        constraints = [
            models.CheckConstraint(condition=models.Q(number__gte=1), name="audit_event_number_from_one"),
            models.CheckConstraint(condition=~models.Q(by=""), name="audit_event_names_who"),
        ]


class Redaction(models.Model):
    """Leave to blank one row: the triggers let no other change through."""

    append_only = True

    table_name = models.CharField(max_length=63)
    row_hash = models.CharField(max_length=64)
    columns = models.JSONField(default=list)
    reason = models.TextField()
    approver = models.CharField(max_length=200)
    audit_number = models.BigIntegerField()
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "audit_redaction"
        ordering = ["id"]
        indexes = [models.Index(fields=["row_hash", "table_name"], name="redaction_of_row")]
        constraints = [
            models.CheckConstraint(condition=~models.Q(reason=""), name="redaction_says_why"),
            models.CheckConstraint(condition=~models.Q(approver=""), name="redaction_names_approver"),
        ]

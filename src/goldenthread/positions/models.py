"""What is kept of a frozen quarter: two dates, a seal, and every line as it stood."""

from django.db import models


class Position(models.Model):
    """A frozen period: what was so on `position_date`, as known at `known_at`.

    `digest` seals the dates and every line; `previous_digest` is the seal of the position it is compared
    with, so that a chain of quarters cannot be rewritten one at a time.
    """

    append_only = True
    hash_column = "digest"

    period = models.CharField(max_length=40, unique=True)
    position_date = models.DateField()
    known_at = models.DateTimeField()
    frozen_by = models.CharField(max_length=120)
    previous_digest = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "positions_position"


class PositionLine(models.Model):
    """One sealed line: canonical JSON text, so that both databases give back the same bytes."""

    append_only = True
    hash_column = "line_hash"

    position = models.ForeignKey(Position, on_delete=models.PROTECT, related_name="lines")
    kind = models.CharField(max_length=20)
    code = models.CharField(max_length=120)
    ordinal = models.IntegerField()
    content = models.TextField()
    line_hash = models.CharField(max_length=64)

    class Meta:
        db_table = "positions_line"
        constraints = (
            models.UniqueConstraint(
                fields=["position", "kind", "code"], name="a_line_stands_once_in_a_position"
            ),
        )

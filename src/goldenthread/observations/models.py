"""What the ledger keeps: deliveries of figures, and the figures, none of them ever changed."""

from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Length
from django.db.models.lookups import Exact, LessThanOrEqual

from goldenthread.observations.content import FIGURES, STATUSES
from goldenthread.observations.decimals import DIGITS

SIGN_AND_POINT = 2


def _without(column: str, characters: str, end: str) -> Func:
    return Func(F(column), Value(characters), function=f"{end}TRIM", output_field=models.TextField())


def _canonical(column: str) -> models.CheckConstraint:
    return models.CheckConstraint(condition=_is_canonical(column), name=f"observation_{column}_is_canonical")


def _is_canonical(column: str) -> Q:
    """Digits, minus and point alone, no needless end; the rest of the spelling is checked on the way in."""
    short = Q(LessThanOrEqual(Length(F(column)), Value(DIGITS + SIGN_AND_POINT)))
    whole = Q(Exact(_without(column, "-0123456789", "L"), Value("")))
    numeric = Q(Exact(_without(column, "-.0123456789", "L"), Value("")))
    ends = Q(Exact(_without(column, ".0", "R"), F(column)))
    return Q(**{f"{column}__isnull": True}) | (short & (whole | (numeric & ends)))


def _survey_is_sound() -> Q:
    """Answers are counted in whole numbers; an interval has two ends or is none."""
    short = Q(LessThanOrEqual(Length(F("respondents")), Value(DIGITS)))
    counted = short & Q(Exact(_without("respondents", "0123456789", "L"), Value("")))
    ends = _is_canonical("given_lower") & _is_canonical("given_upper")
    neither = Q(given_lower__isnull=True, given_upper__isnull=True)
    both = Q(given_lower__isnull=False, given_upper__isnull=False)
    return (Q(respondents__isnull=True) | counted) & (neither | (both & ends))


def _one_of(column: str, values: tuple[str, ...]) -> Q:
    """Spelled with OR: SQLite builds a table for an IN, for each row anew."""
    condition = Q()
    for value in values:
        condition |= Q(**{column: value})
    return condition


class Submission(models.Model):
    """One delivery of figures. `digest` seals it with all its rows, `repeats` names rows it said again.

    `known_from` is when the figures were known, as declared by whoever submits; `recorded_at` is for the
    audit alone.
    """

    append_only = True
    hash_column = "digest"
    redactable = {"source_name": "redacted"}

    known_from = models.DateTimeField(db_index=True)
    source_kind = models.CharField(max_length=40)
    source_name = models.CharField(max_length=500)
    source_digest = models.CharField(max_length=64, blank=True)
    mapping = models.CharField(max_length=200, blank=True)
    by = models.CharField(max_length=200)
    row_count = models.IntegerField()
    # Ids of observations, as ranges: "1-100000,100007". They were known already, and are said to hold still.
    repeats = models.TextField(blank=True)
    digest = models.CharField(max_length=64, unique=True)
    audit_number = models.BigIntegerField()
    recorded_at = models.DateTimeField()

    class Meta:
        db_table = "observations_submission"
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.source_name}, known from {self.known_from}"


class Observation(models.Model):
    """One figure as it was delivered; a correction is a newer row that says what it replaces and why."""

    append_only = True
    hash_column = "row_hash"
    redactable = {
        "numerator": None,
        "denominator": None,
        "value": None,
        "respondents": None,
        "given_lower": None,
        "given_upper": None,
        "status": "missing",
        "reason": "redacted",
        "note": "",
        "cell": "",
        "why": "redacted",
        # The key goes only when asked for: the figure then belongs to no series at all.
        "area": "redacted {hash}",
        "breakdown": "redacted {hash}",
    }

    # No index of its own: rows of a delivery are asked for by the verification alone, which reads them all.
    submission = models.ForeignKey(
        Submission, on_delete=models.PROTECT, related_name="observations", db_index=False
    )
    indicator = models.CharField(max_length=100)
    area = models.CharField(max_length=100)
    breakdown = models.CharField(max_length=300, blank=True)
    period = models.CharField(max_length=40)
    known_from = models.DateTimeField()
    numerator = models.TextField(null=True)  # noqa: DJ001  missing is not the same as blank
    denominator = models.TextField(null=True)  # noqa: DJ001
    value = models.TextField(null=True)  # noqa: DJ001
    respondents = models.TextField(null=True)  # noqa: DJ001
    given_lower = models.TextField(null=True)  # noqa: DJ001
    given_upper = models.TextField(null=True)  # noqa: DJ001
    status = models.CharField(max_length=20)
    reason = models.CharField(max_length=200, blank=True)
    note = models.TextField(blank=True)
    cell = models.CharField(max_length=200, blank=True)
    replaces = models.CharField(max_length=64, blank=True)
    why = models.TextField(blank=True)
    row_hash = models.CharField(max_length=64)

    class Meta:
        db_table = "observations_observation"
        constraints = [
            models.UniqueConstraint(
                fields=["indicator", "area", "breakdown", "period", "known_from"],
                name="observation_once_for_each_moment",
            ),
            *[_canonical(column) for column in FIGURES],
            # One for all three: SQLite writes the whole table anew for each constraint that is added.
            models.CheckConstraint(condition=_survey_is_sound(), name="observation_survey_is_sound"),
            models.CheckConstraint(condition=_one_of("status", STATUSES), name="observation_status"),
            models.CheckConstraint(
                condition=(Q(status="missing", value__isnull=True) & ~Q(reason=""))
                | (~Q(status="missing") & Q(reason="")),
                name="observation_missing_has_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(replaces="") | ~Q(why=""), name="observation_correction_says_why"
            ),
        ]

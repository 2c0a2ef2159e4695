"""What is kept beside a computed verdict: the owner's words, a judgement, forecasts, and rebases."""

from django.db import models

from goldenthread.audit.versions import Versioned


class Commentary(Versioned):
    """The owner's words on exactly one thing in one period: what happened, why, what next."""

    period = models.CharField(max_length=40)
    indicator = models.CharField(max_length=64, blank=True)
    action = models.CharField(max_length=64, blank=True)
    priority = models.CharField(max_length=64, blank=True)
    outcome = models.CharField(max_length=64, blank=True)
    topic = models.CharField(max_length=20, blank=True)
    happened = models.TextField(blank=True)
    why = models.TextField(blank=True)
    next = models.TextField(blank=True)
    author = models.CharField(max_length=64, blank=True)

    class Meta(Versioned.Meta):
        db_table = "assessments_commentary"


class Judgement(Versioned):
    """A person's rating of an indicator beside the computed one, which it never replaces."""

    period = models.CharField(max_length=40)
    indicator = models.CharField(max_length=64)
    rating = models.CharField(max_length=64)
    why = models.TextField()
    author = models.CharField(max_length=64)

    class Meta(Versioned.Meta):
        db_table = "assessments_judgement"


class Forecast(Versioned):
    """What an owner expects of an indicator at the end of the year, and how that was arrived at."""

    period = models.CharField(max_length=40)
    indicator = models.CharField(max_length=64)
    value = models.CharField(max_length=40)
    basis = models.TextField()
    author = models.CharField(max_length=64)

    class Meta(Versioned.Meta):
        db_table = "assessments_forecast"


class Rebase(Versioned):
    """A day from which the control limits of an indicator start anew, with why, and who approved it."""

    indicator = models.CharField(max_length=64)
    date = models.DateField()

    class Meta(Versioned.Meta):
        db_table = "assessments_rebase"


class ExpectedOutturn(Versioned):
    """What was computed to be expected of an indicator at the end of the year, and from what.

    Made for the frozen position of that seal, with the figures as known at `data_known_at`; numbers are text,
    the shortest that says the same. `known_from` is when it was computed, so that hindsight shows.
    """

    period = models.CharField(max_length=40)
    indicator = models.CharField(max_length=64)
    unit_code = models.CharField(max_length=64, blank=True)
    year_end_period = models.CharField(max_length=40)
    value = models.CharField(max_length=40)
    lower = models.CharField(max_length=40, blank=True)
    upper = models.CharField(max_length=40, blank=True)
    coverage = models.CharField(max_length=40, blank=True)
    method = models.CharField(max_length=40)
    method_version = models.CharField(max_length=20)
    figure_period = models.CharField(max_length=40)
    years = models.IntegerField()
    errors = models.IntegerField()
    position = models.CharField(max_length=64)
    data_known_at = models.DateTimeField()

    class Meta(Versioned.Meta):
        db_table = "assessments_expected_outturn"

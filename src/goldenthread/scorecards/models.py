"""What is kept of a scorecard: whose it is and which indicators stand on it, in which order."""

from django.db import models

from goldenthread.audit.versions import Versioned


class Scorecard(Versioned):
    """A layout; `sections` is a list of {code, title, lines: [indicator codes]}."""

    title = models.CharField(max_length=300)
    level = models.CharField(max_length=20)  # corporate, directorate, service, priority, portfolio
    subject = models.CharField(max_length=64, blank=True)  # the unit, priority or portfolio it is about
    order = models.IntegerField(default=0)
    sections = models.JSONField(default=list)

    class Meta(Versioned.Meta):
        db_table = "scorecards_scorecard"

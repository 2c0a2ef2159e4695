"""What is kept of a scorecard: whose it is and which indicators stand on it, in which order."""

from django.db import models

from goldenthread.audit.versions import Versioned


class Scorecard(Versioned):
    """A layout; `code` is `corporate`, `directorate.RES`, `service.RES.customer`, ...

    `sections` is a list of {title, lines: [indicator codes]}; an indicator stands once on a scorecard.
    """

    kind = models.CharField(max_length=20)  # corporate, directorate, service, priority, portfolio
    title = models.CharField(max_length=200)
    subject = models.CharField(max_length=60, blank=True)  # the unit, priority or portfolio it is about
    sections = models.JSONField(default=list)

    class Meta(Versioned.Meta):
        db_table = "scorecards_scorecard"

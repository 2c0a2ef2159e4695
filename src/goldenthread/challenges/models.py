"""What is kept of a challenge: what is off target, why, and what will be done."""

from django.db import models

from goldenthread.audit.versions import Versioned


class Challenge(Versioned):
    """One key challenge of one period; `code` is `period:number`.

    `doing` is a list of {what, who, by, changes}: one post, one date and the number it should move each.
    """

    period = models.CharField(max_length=40)
    number = models.IntegerField()
    title = models.CharField(max_length=200)
    priority = models.CharField(max_length=60)
    portfolio = models.CharField(max_length=60)
    lead = models.CharField(max_length=120)
    indicators = models.JSONField(default=list)
    actions = models.JSONField(default=list)
    position = models.TextField()
    why = models.TextField()
    doing = models.JSONField(default=list)
    back_on_target = models.TextField()
    since = models.TextField(blank=True)

    class Meta(Versioned.Meta):
        db_table = "challenges_challenge"

"""What is kept of a challenge: what is off target, why, and what will be done."""

from django.db import models

from goldenthread.audit.versions import Versioned


class Challenge(Versioned):
    """One key challenge of one period.

    `doing` is a list of {what, who, by, changes, became}: one post, one date and the number it should move
    each; `became` is filled in when the next quarter tells what came of it.
    """

    period = models.CharField(max_length=40)
    number = models.IntegerField()
    title = models.CharField(max_length=300)
    priority = models.CharField(max_length=64)
    portfolio = models.CharField(max_length=64)
    lead = models.CharField(max_length=64)
    indicators = models.JSONField(default=list, blank=True)
    actions = models.JSONField(default=list, blank=True)
    position = models.TextField(blank=True)
    why = models.TextField()
    doing = models.JSONField(default=list)
    back_on_target = models.TextField()
    since = models.TextField(blank=True)

    class Meta(Versioned.Meta):
        db_table = "challenges_challenge"

"""What is kept beside a computed verdict: the owner's words and a person's judgement."""

from django.db import models

from goldenthread.audit.versions import Versioned


class Commentary(Versioned):
    """The owner's words on one subject in one period; `code` is `kind:subject:period`."""

    kind = models.CharField(max_length=20)  # indicator, action, priority, quarter, promise, equality, data
    subject = models.CharField(max_length=60)
    period = models.CharField(max_length=40)
    words = models.TextField()
    author = models.CharField(max_length=120)
    order = models.IntegerField(default=0)

    class Meta(Versioned.Meta):
        db_table = "assessments_commentary"


class Judgement(Versioned):
    """A person's rating beside the computed one; `code` is `indicator:period`, its reason the version's."""

    indicator = models.CharField(max_length=60)
    period = models.CharField(max_length=40)
    rating = models.CharField(max_length=30)

    class Meta(Versioned.Meta):
        db_table = "assessments_judgement"

"""What is kept of the plan: its levels, its actions with their milestones, and reports of progress."""

from django.db import models

from goldenthread.audit.versions import Versioned

CODE = 64
NAME = 400
NUMBER = 40  # exact numbers are kept as canonical text


class CorporatePlan(Versioned):
    """The adopted plan."""

    name = models.CharField(max_length=NAME)
    adopted_on = models.DateField()
    adopted_by = models.CharField(max_length=NAME)
    start = models.DateField()
    end = models.DateField()

    class Meta(Versioned.Meta):
        db_table = "plan_corporate_plan"


class Priority(Versioned):
    """A priority of the plan; `short` is for charts."""

    name = models.CharField(max_length=NAME)
    short = models.CharField(max_length=NAME)
    order = models.IntegerField()

    class Meta(Versioned.Meta):
        db_table = "plan_priority"


class Outcome(Versioned):
    """What a priority wants to bring about."""

    name = models.CharField(max_length=NAME)
    priority = models.CharField(max_length=CODE)
    order = models.IntegerField(default=0)

    class Meta(Versioned.Meta):
        db_table = "plan_outcome"


class Action(Versioned):
    """Something the council undertook to do; a part of a split action names its `parent`."""

    wording = models.CharField(max_length=NAME)
    parent = models.CharField(max_length=CODE, blank=True)
    plan = models.CharField(max_length=CODE, blank=True)
    priority = models.CharField(max_length=CODE)
    outcome = models.CharField(max_length=CODE, blank=True)
    flagship = models.BooleanField(default=True)
    unit_code = models.CharField(max_length=CODE)
    portfolio = models.CharField(max_length=CODE, blank=True)
    lead = models.CharField(max_length=CODE, blank=True)
    due = models.DateField(null=True, blank=True)
    every_quarter = models.BooleanField(default=False)
    indicator = models.CharField(max_length=CODE, blank=True)
    follows_indicator = models.BooleanField(default=False)
    of = models.CharField(max_length=NUMBER, blank=True)
    of_what = models.CharField(max_length=60, blank=True)
    order = models.IntegerField(default=0)

    class Meta(Versioned.Meta):
        db_table = "plan_action"


class Milestone(Versioned):
    """A dated step of an action."""

    action = models.CharField(max_length=CODE)
    title = models.CharField(max_length=NAME)
    due = models.DateField()
    amount = models.CharField(max_length=NUMBER, blank=True)
    reached_on = models.DateField(null=True, blank=True)

    class Meta(Versioned.Meta):
        db_table = "plan_milestone"


class ProgressUpdate(Versioned):
    """How the action `code` stood from `effective_from` on."""

    status = models.CharField(max_length=20)
    words = models.TextField(blank=True)
    done = models.CharField(max_length=NUMBER, blank=True)
    planned = models.CharField(max_length=NUMBER, blank=True)
    revised_due = models.DateField(null=True, blank=True)
    author = models.CharField(max_length=CODE, blank=True)

    class Meta(Versioned.Meta):
        db_table = "plan_progress_update"

"""What is kept of a report: the answers to its form, words that stand, and clearances."""

from django.db import models

from goldenthread.audit.versions import Versioned

PERIOD = 40
CODE = 64
TEXT = 400
NAME = 120


class ReportForm(Versioned):
    """The answers to the covering report's form for the period `code`.

    An answer is {said, reason}, `exempt` has a `paragraph` too; an officer is {post, name, email, telephone};
    a risk is {description, evidence, rating}; a background paper is {path, title}. What nobody gave is null
    or empty.
    """

    period = models.CharField(max_length=PERIOD)
    report_for = models.CharField(max_length=TEXT, blank=True)
    meeting_date = models.DateField(null=True, blank=True)
    subject = models.CharField(max_length=TEXT, blank=True)
    key_decision = models.JSONField(null=True, blank=True)
    responsible = models.JSONField(null=True, blank=True)
    portfolio = models.CharField(max_length=CODE, blank=True)
    exempt = models.JSONField(null=True, blank=True)
    call_in = models.JSONField(null=True, blank=True)
    wards = models.CharField(max_length=TEXT, blank=True)
    summary = models.TextField(blank=True)
    recommendations = models.JSONField(default=list, blank=True)
    reason_for_recommendations = models.TextField(blank=True)
    risks_on_register = models.JSONField(null=True, blank=True)
    separate_register = models.JSONField(null=True, blank=True)
    register_attached = models.TextField(blank=True)
    risks = models.JSONField(default=list, blank=True)
    holder_consulted = models.JSONField(null=True, blank=True)
    wards_notified = models.JSONField(null=True, blank=True)
    eqia = models.JSONField(null=True, blank=True)
    contact = models.JSONField(null=True, blank=True)
    background = models.JSONField(default=list, blank=True)
    call_in_waived = models.JSONField(null=True, blank=True)

    class Meta(Versioned.Meta):
        db_table = "reports_form"


class StandingText(Versioned):
    """A council's words under one heading of the covering report; without a period they stand in each."""

    heading = models.CharField(max_length=CODE)
    period = models.CharField(max_length=PERIOD, blank=True)
    paragraphs = models.JSONField(default=list)
    reviewed = models.DateField(null=True, blank=True)
    review_by = models.DateField(null=True, blank=True)

    class Meta(Versioned.Meta):
        db_table = "reports_standing_text"


class ReportClearance(Versioned):
    """One officer's clearance of one period's report; no `day` while it is awaited.

    `role` is printed before the name, `office` is what it is signed for, or on behalf of, and `post` that of
    who signed.
    """

    period = models.CharField(max_length=PERIOD)
    order = models.IntegerField(default=0)
    role = models.CharField(max_length=TEXT)
    office = models.CharField(max_length=TEXT)
    post = models.CharField(max_length=CODE, blank=True)
    name = models.CharField(max_length=NAME, blank=True)
    on_behalf = models.BooleanField(default=False)
    day = models.DateField(null=True, blank=True)

    class Meta(Versioned.Meta):
        db_table = "reports_clearance"

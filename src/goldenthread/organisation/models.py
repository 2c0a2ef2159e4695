"""What is kept of the organisation: the council, its parts and posts, and the periods it reports on."""

from django.db import models

from goldenthread.audit.versions import Versioned

CODE = 64
NAME = 400


class Council(Versioned):
    """The council itself; `labels` are its own words for the levels, `facts` numbers about the place."""

    name = models.CharField(max_length=NAME)
    short_name = models.CharField(max_length=NAME)
    area = models.CharField(max_length=CODE)
    fictional = models.BooleanField(default=False)
    notice = models.TextField(blank=True)
    labels = models.JSONField(default=dict, blank=True)
    facts = models.JSONField(default=list, blank=True)

    class Meta(Versioned.Meta):
        db_table = "organisation_council"


class Unit(Versioned):
    """A part of the council: the council, a directorate, a service or a team."""

    name = models.CharField(max_length=NAME)
    kind = models.CharField(max_length=20)
    parent = models.CharField(max_length=CODE, blank=True)
    order = models.IntegerField(default=0)

    class Meta(Versioned.Meta):
        db_table = "organisation_unit"


class Post(Versioned):
    """A post; `holder` only where a form prints the name, `deputy` answers while it is vacant."""

    title = models.CharField(max_length=NAME)
    unit = models.CharField(max_length=CODE)
    holder = models.CharField(max_length=120, blank=True)
    vacant = models.BooleanField(default=False)
    deputy = models.CharField(max_length=CODE, blank=True)

    class Meta(Versioned.Meta):
        db_table = "organisation_post"


class Portfolio(Versioned):
    """A cabinet member's field."""

    title = models.CharField(max_length=NAME)
    order = models.IntegerField(default=0)

    class Meta(Versioned.Meta):
        db_table = "organisation_portfolio"


class PortfolioHolding(Versioned):
    """Who holds the portfolio `code`, from when."""

    holder = models.CharField(max_length=NAME)

    class Meta(Versioned.Meta):
        db_table = "organisation_portfolio_holding"


class Area(Versioned):
    """A part of the map."""

    name = models.CharField(max_length=NAME)
    kind = models.CharField(max_length=CODE)
    parent = models.CharField(max_length=CODE, blank=True)
    population = models.BigIntegerField(null=True, blank=True)
    seats = models.IntegerField(null=True, blank=True)

    class Meta(Versioned.Meta):
        db_table = "organisation_area"


class Dimension(Versioned):
    """A way of breaking figures down; `values` is a list of {code, label} in printing order."""

    label = models.CharField(max_length=NAME)
    values = models.JSONField(default=list, blank=True)
    about_people = models.BooleanField(default=True)

    class Meta(Versioned.Meta):
        db_table = "organisation_dimension"


class ComparatorGroup(Versioned):
    """The areas with which a council compares itself: named (`members`), or found by likeness.

    `closeness` is {area: distance} as published with a named list, 0 the closest; numbers are canonical text.
    A group that names nobody holds the `count` areas nearest to `nearest_to`, by `characteristics` (codes;
    none named: all).
    """

    name = models.CharField(max_length=NAME)
    members = models.JSONField(default=list, blank=True)
    source = models.TextField(blank=True)
    closeness = models.JSONField(default=dict, blank=True)
    nearest_to = models.CharField(max_length=CODE, blank=True)
    count = models.IntegerField(null=True, blank=True)
    characteristics = models.JSONField(default=list, blank=True)

    class Meta(Versioned.Meta):
        db_table = "organisation_comparator_group"


class Characteristic(Versioned):
    """What areas are like in one respect, by which neighbours are found: `values` is {area: number}."""

    label = models.CharField(max_length=NAME)
    unit = models.CharField(max_length=60, blank=True)
    decimals = models.IntegerField(default=0)
    values = models.JSONField(default=dict)
    source = models.TextField(blank=True)

    class Meta(Versioned.Meta):
        db_table = "organisation_characteristic"


class ReportingCalendar(Versioned):
    """The dates of one reporting period, whose code is `code`; `steps` is a list of {code, label, date}."""

    position_date = models.DateField()
    returns_due = models.DateField(null=True, blank=True)
    freeze_at = models.DateTimeField(null=True, blank=True)
    updates_to = models.DateField(null=True, blank=True)
    previous = models.CharField(max_length=40, blank=True)
    steps = models.JSONField(default=list, blank=True)
    note = models.TextField(blank=True)

    class Meta(Versioned.Meta):
        db_table = "organisation_reporting_calendar"

"""What is kept of an indicator: its definition, its targets, how it is rated and how it is protected."""

from django.db import models

from goldenthread.audit.versions import Versioned

CODE = 64
NAME = 400
NUMBER = 40  # exact numbers are kept as canonical text
WORD = 20


class Indicator(Versioned):
    """The definition of the indicator `code` from a day on."""

    name = models.CharField(max_length=NAME)
    definition = models.TextField(blank=True)
    numerator_label = models.TextField(blank=True)
    denominator_label = models.TextField(blank=True)
    unit = models.CharField(max_length=60)
    multiplier = models.CharField(max_length=NUMBER, default="1")
    decimals = models.IntegerField(default=0)
    display = models.CharField(max_length=WORD, blank=True)
    polarity = models.CharField(max_length=WORD)
    frequency = models.CharField(max_length=WORD)
    basis = models.CharField(max_length=WORD)
    calendar = models.CharField(max_length=WORD, default="financial")
    aggregation = models.CharField(max_length=WORD)
    average_months = models.JSONField(default=list, blank=True)
    arrears_months = models.IntegerField(default=0)
    due = models.JSONField(default=list, blank=True)
    due_note = models.TextField(blank=True)
    expected = models.DateField(null=True, blank=True)
    scheme = models.CharField(max_length=CODE)
    unit_code = models.CharField(max_length=CODE, blank=True)
    portfolio = models.CharField(max_length=CODE, blank=True)
    owner = models.CharField(max_length=CODE, blank=True)
    priority = models.CharField(max_length=CODE, blank=True)
    outcome = models.CharField(max_length=CODE, blank=True)
    corporate = models.BooleanField(default=False)
    counts_people = models.BooleanField(default=False)
    small_number_risk = models.CharField(max_length=WORD, default="none")
    dimensions = models.JSONField(default=list, blank=True)
    publish_breakdowns = models.JSONField(default=list, blank=True)
    never_break_down = models.JSONField(default=list, blank=True)
    deadband = models.CharField(max_length=NUMBER, blank=True)
    deadband_kind = models.CharField(max_length=WORD, default="none")
    breaks = models.JSONField(default=list, blank=True)
    plausible_low = models.CharField(max_length=NUMBER, blank=True)
    plausible_high = models.CharField(max_length=NUMBER, blank=True)
    source = models.TextField(blank=True)
    comparator = models.CharField(max_length=CODE, blank=True)
    midpoint = models.CharField(max_length=NUMBER, blank=True)
    min_denominator = models.IntegerField(null=True, blank=True)
    disclosure = models.CharField(max_length=CODE, blank=True)

    class Meta(Versioned.Meta):
        db_table = "indicators_indicator"


class Target(Versioned):
    """A target of the indicator `code`, or why there is `none`; `profile` is {period: {target, amber_to}}."""

    target = models.CharField(max_length=NUMBER, blank=True)
    amber_to = models.CharField(max_length=NUMBER, blank=True)
    lower = models.CharField(max_length=NUMBER, blank=True)
    upper = models.CharField(max_length=NUMBER, blank=True)
    amber_lower = models.CharField(max_length=NUMBER, blank=True)
    amber_upper = models.CharField(max_length=NUMBER, blank=True)
    tolerance = models.CharField(max_length=NUMBER, blank=True)
    tolerance_kind = models.CharField(max_length=WORD, default="none")
    floor = models.CharField(max_length=NUMBER, blank=True)
    profile = models.JSONField(default=dict, blank=True)
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    valid_periods = models.JSONField(default=list, blank=True)
    none = models.CharField(max_length=WORD, blank=True)
    year_end = models.CharField(max_length=NUMBER, blank=True)
    rationale = models.TextField(blank=True)

    class Meta(Versioned.Meta):
        db_table = "indicators_target"


class RatingScheme(Versioned):
    """A council's own rating scheme, as `methods.rating` reads it."""

    definition = models.JSONField()

    class Meta(Versioned.Meta):
        db_table = "indicators_rating_scheme"


class DisclosurePolicy(Versioned):
    """How figures are protected before they leave, as `methods.disclosure.policy` reads it."""

    is_default = models.BooleanField(default=False)
    definition = models.JSONField()

    class Meta(Versioned.Meta):
        db_table = "indicators_disclosure_policy"


class CountLink(Versioned):
    """Counts that are the same thing under several indicators: "CSC06/numerator", "CSC07/denominator"."""

    counts = models.JSONField(default=list)

    class Meta(Versioned.Meta):
        db_table = "indicators_count_link"


class Grouping(Versioned):
    """Values of a dimension that make up the value `whole`, or everybody where that is empty."""

    dimension = models.CharField(max_length=CODE)
    whole = models.CharField(max_length=CODE, blank=True)
    parts = models.JSONField(default=list)
    is_complete = models.BooleanField(default=True)
    indicators = models.JSONField(default=list, blank=True)

    class Meta(Versioned.Meta):
        db_table = "indicators_grouping"


class DisclosureException(Versioned):
    """A figure that must be shown, or must stay hidden, whatever its policy says, up to the day `until`."""

    indicator = models.CharField(max_length=CODE)
    breakdown = models.JSONField(default=dict, blank=True)
    period = models.CharField(max_length=NUMBER, blank=True)
    keep = models.CharField(max_length=WORD)
    until = models.DateField()

    class Meta(Versioned.Meta):
        db_table = "indicators_disclosure_exception"


class DisclosureRole(Versioned):
    """Who holds a role in disclosure control: the codes of the posts that do."""

    posts = models.JSONField(default=list)

    class Meta(Versioned.Meta):
        db_table = "indicators_disclosure_role"


class GuardedName(Versioned):
    """The name of a person that no output may print; `code` says nothing of who it is."""

    name = models.CharField(max_length=NAME)

    class Meta(Versioned.Meta):
        db_table = "indicators_guarded_name"

"""Index of models: Django looks here for what the rooms keep."""

# One line per room, in alphabetical order, naming every model of the room.

from goldenthread.access.models import (
    PasswordLink,
    Person,
    PostHolding,
    RoleGrant,
    SignInAttempt,
    User,
)
from goldenthread.assessments.models import Commentary, ExpectedOutturn, Forecast, Judgement, Rebase
from goldenthread.audit.models import AuditEvent, Redaction
from goldenthread.challenges.models import Challenge
from goldenthread.collection.models import Finding, ImportRun
from goldenthread.disclosure.models import PhraseWord, Release, ReleaseWord, SuppressionDecision
from goldenthread.indicators.models import (
    CountLink,
    DisclosureException,
    DisclosurePolicy,
    DisclosureRole,
    Grouping,
    GuardedName,
    Indicator,
    RatingScheme,
    Target,
)
from goldenthread.observations.models import Observation, Submission
from goldenthread.organisation.models import (
    Area,
    Characteristic,
    ComparatorGroup,
    Council,
    Dimension,
    Portfolio,
    PortfolioHolding,
    Post,
    ReportingCalendar,
    Unit,
)
from goldenthread.plan.models import (
    Action,
    CorporatePlan,
    Milestone,
    Outcome,
    Priority,
    ProgressUpdate,
)
from goldenthread.positions.models import Position, PositionLine
from goldenthread.reports.models import ReportClearance, ReportForm, StandingText
from goldenthread.scorecards.models import Scorecard

"""Index of models: Django looks here for what the rooms keep."""

# One line per room, in alphabetical order, naming every model of the room.

from goldenthread.assessments.models import Commentary, Judgement
from goldenthread.audit.models import AuditEvent, Redaction
from goldenthread.challenges.models import Challenge
from goldenthread.positions.models import Position, PositionLine
from goldenthread.scorecards.models import Scorecard

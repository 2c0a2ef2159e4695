"""Index of models: Django looks here for what the rooms keep."""

# One line per room, in alphabetical order, naming every model of the room.

from goldenthread.audit.models import AuditEvent, Redaction

"""Rule-aware: no primary cell is fixed for an outsider who also knows by which rule cells are hidden."""

from goldenthread.methods.disclosure.rule_aware.exposure import exposed
from goldenthread.methods.disclosure.rule_aware.protecting import protect

__all__ = ["exposed", "protect"]

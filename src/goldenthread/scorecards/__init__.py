"""Scorecards: assessments arranged for a reader, and the proof that no indicator is left out."""

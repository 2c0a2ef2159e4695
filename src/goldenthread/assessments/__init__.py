"""Assessments: every verdict on a figure, computed when asked, and the words and judgements beside it."""

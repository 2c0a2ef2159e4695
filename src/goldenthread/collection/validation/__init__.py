"""Validation: candidates held against definitions, periods, each other and what is usual."""

from goldenthread.collection.validation.validating import Checked, Context, validate

__all__ = ["Checked", "Context", "validate"]

"""Kept: a draft as text, from which it can be read again, and what it is called once it has left."""

from goldenthread.disclosure.drafts.kept.draft import STATED, Draft, printed, read, said

__all__ = ["STATED", "Draft", "printed", "read", "said"]

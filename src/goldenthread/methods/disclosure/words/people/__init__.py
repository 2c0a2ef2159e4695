"""People: phrases that count very few of them, or single one out."""

from goldenthread.methods.disclosure.words.people.counted import few, of_them
from goldenthread.methods.disclosure.words.people.single import one

__all__ = ["few", "of_them", "one"]

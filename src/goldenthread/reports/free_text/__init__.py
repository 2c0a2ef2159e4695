"""Free text: every text that a period's papers would print, what holds it back, what is let stand."""

from goldenthread.disclosure.models import PhraseWord
from goldenthread.reports.free_text.letting import NoSuchPhrase, allow, revoke, told_up_to
from goldenthread.reports.free_text.reading import Found, of_answers, of_period

__all__ = ["Found", "NoSuchPhrase", "PhraseWord", "allow", "of_answers", "of_period", "revoke", "told_up_to"]

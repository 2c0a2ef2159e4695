"""Status words: provisional, estimated and revised in all their spellings."""

import re
from collections.abc import Mapping

STATUSES = ("actual", "provisional", "estimated", "revised", "missing")

STANDARD: Mapping[str, str] = {
    **dict.fromkeys(
        ("", "actual", "a", "final", "normal", "normal value", "undefined", "validated"), "actual"
    ),
    **dict.fromkeys(("provisional", "provisional value", "prov", "prov.", "p", "unvalidated"), "provisional"),
    **dict.fromkeys(("estimated", "estimated value", "estimate", "est", "est.", "e", "imputed"), "estimated"),
    **dict.fromkeys(("revised", "revised value", "rev", "rev.", "r", "restated", "amended"), "revised"),
    **dict.fromkeys(("missing", "missing value"), "missing"),
    # A reason as status: the figure is missing for it.
    "missing value; suppressed": "hidden",
    "missing value; data cannot exist": "not_applicable",
}

MARK = re.compile(r"\s*[\[(]\s*([A-Za-z]+\.?)\s*[\])]\s*$")


class Statuses:
    """The standard words, and those a return adds."""

    def __init__(self, own: Mapping[str, str] | None = None):
        self._statuses = {**STANDARD, **{_plain(word): status for word, status in (own or {}).items()}}

    def status(self, written: str) -> str | None:
        """The status a word means, or None when it is not known."""
        return self._statuses.get(_plain(written))

    def parted(self, written: str) -> tuple[str, str]:
        """Text without the mark at its end, and the mark's status: "12 [p]" is "12" and provisional.

        What stands in brackets but is no status word stays where it is, and the status is "".
        """
        found = MARK.search(written)
        status = self.status(found[1]) if found and found.start() > 0 else None
        return (written[: found.start()], status) if found and status else (written, "")


def _plain(written: str) -> str:
    return " ".join(written.split()).casefold().strip("[]()")

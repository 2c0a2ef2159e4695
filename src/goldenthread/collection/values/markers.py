"""Markers: what people write where there is no number, and what it means; none of them is a nought."""

from collections.abc import Mapping

AWAITED = "awaited"
HIDDEN = "hidden"
NOT_APPLICABLE = "not_applicable"
NOT_AVAILABLE = "not_available"
TOO_SMALL = "too_small"
# What an empty cell means is for the mapping to say.
LEFT_BLANK = "left blank"

REASONS = (AWAITED, HIDDEN, NOT_APPLICABLE, NOT_AVAILABLE, TOO_SMALL)

# Bracketed letters as the Government Analysis Function has them, bare letters as the Department for
# Education writes them, colons and dots as Eurostat does, and what people type.
STANDARD: Mapping[str, str] = {
    **dict.fromkeys(("tbc", "tba", "awaited", "awaiting data", "pending", "to follow", "due"), AWAITED),
    **dict.fromkeys(("not yet available", "not yet known", "no data yet", "data awaited"), AWAITED),
    **dict.fromkeys(("*", "**", "c", "[c]", "(c)", "suppressed", "hidden", "confidential", "~"), HIDDEN),
    **dict.fromkeys(("n/a", "na", "n.a.", "not applicable", "z", "[z]"), NOT_APPLICABLE),
    **dict.fromkeys(("-", "–", "—", "--", ":", "..", "...", "…", "x", "[x]", "u", "[u]"), NOT_AVAILABLE),
    **dict.fromkeys(("not available", "no data", "not known", "unknown", "none available"), NOT_AVAILABLE),
    **dict.fromkeys(("k", "[k]", "[low]", "low"), TOO_SMALL),
}


class Markers:
    """The standard markers, and those a return adds or reads otherwise."""

    def __init__(self, own: Mapping[str, str] | None = None):
        self._reasons = {**STANDARD, **{_plain(marker): reason for marker, reason in (own or {}).items()}}

    def reason(self, written: str) -> str | None:
        """Why there is no number, or None when this is no marker."""
        return self._reasons.get(_plain(written))


def _plain(written: str) -> str:
    return " ".join(written.split()).casefold()

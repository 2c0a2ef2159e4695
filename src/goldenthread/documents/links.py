"""Links: the addresses a document may lead to."""

import re
from typing import Final

from goldenthread.documents.refusals import ContentRefused

_ADDRESS: Final = re.compile(
    r"(?:(?:https?://|mailto:)[^\s<>\"']+|[A-Za-z0-9_][A-Za-z0-9_./-]*(?:#[\w.-]+)?|#[\w.-]+)"
)


class NotALink(ContentRefused):
    """An address that a page must not follow, such as a script."""


def check(href: str) -> None:
    """Raise NotALink unless `href` is a part (#id), a file of the pack, or a web address."""
    if not _ADDRESS.fullmatch(href):
        raise NotALink(f"{href!r} is not a link: use #part, a file of the pack, or a web address")

"""Pages: the papers as web pages that lead to each other; one that fails leaves the others without links."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from goldenthread.documents.content import Document
from goldenthread.documents.renderers import html
from goldenthread.documents.renderers.formats import Look
from goldenthread.publication.rendering import unlinked
from goldenthread.publication.rendering.attempts import Attempts


def made(
    attempts: Attempts,
    documents: Sequence[Document],
    look: Look,
    *,
    beside: Collection[str],
    started: Callable[[str], None] = lambda page: None,
) -> dict[str, bytes]:
    """Every page that can be made, by path. `beside` are the files that stand beside them.

    `started` is told before each page. Where one cannot be made, the others are made again without links
    to it; so they are where a part failed before.
    """
    if attempts.failures:
        documents = [unlinked.document(each, keep=documents, beside=beside) for each in documents]
    written: dict[str, str] = {}
    page_of = partial(html.page, style=look.style, pack=documents, beside=beside)
    for each in documents:
        started(each.short or each.title)
        page = attempts.made(each.title, partial(page_of, each))
        if page is not None:
            written[f"{each.name}.html"] = page
    if len(written) < len(documents):
        left = [each for each in documents if f"{each.name}.html" in written]
        return made(attempts, left, look, beside=beside)
    html.check_links(written, beside)
    return {path: text.encode() for path, text in written.items()}

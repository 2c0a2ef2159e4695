"""Chart faults: numbers from which no honest chart can be drawn."""

from goldenthread.documents.refusals import ContentRefused


class NotAChart(ContentRefused):
    """Numbers from which no honest chart can be drawn."""

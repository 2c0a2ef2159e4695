"""Figures as they stand in a cell."""

from goldenthread.documents import content as c
from goldenthread.reports.assemble import quarter
from goldenthread.reports.assemble.words import figures
from tests.rooms.reports import smallham


def test_a_limit_is_printed_as_exactly_as_it_was_set():
    """2.25 is no 2.3, whatever the decimals of the figure; a limit that was computed to many is rounded."""

    def printed(limit):
        return figures.amber_words(smallham.indicator("A9", unit="%", decimals=1, amber_exact=limit))

    assert printed("2.25") == "amber to 2.25%"
    assert printed("85") == "amber to 85.0%"
    assert printed("33.3333333333") == "amber to 33.3%"


def test_a_rate_has_its_count_beneath():
    """So many of so many stand beneath a share, the count alone beneath a rate."""
    at = quarter.of(smallham.material()).at
    share = smallham.indicator("A9")
    rate = smallham.indicator("A9", unit="per 100,000", value=4.245, numerator=7.0, denominator=164_900.0)

    def cell(line):
        return [c.words((span,)) for span in figures.value(line, at)]

    assert cell(share) == ["92.0%", "184 of 200"]
    assert cell(rate) == ["4.2", "7 in all"]

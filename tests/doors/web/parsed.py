"""What stands on a page, read from its HTML as a browser would."""

from lxml import html


def page(text):
    return html.fromstring(text)


def words(element):
    return " ".join(element.text_content().split())


def rows(found, table="indicators"):
    """The rows of a table that are about something, by their id."""
    return {row.get("id"): row for row in found.xpath(f'//table[@id="{table}"]/tbody/tr[@id]')}


def cells(row):
    """The words of a row's cells by the head of their column."""
    return {cell.get("data-l"): words(cell) for cell in row.xpath("./td")}


def tally(found):
    """The counts of each row of the tally, by its label and the rating's word."""
    return {
        words(row.xpath("./th")[0]): {
            cell.get("data-l"): words(cell.xpath('.//span[@class="n"]')[0])
            for cell in row.xpath("./td[span]")
        }
        for row in found.xpath('//table[contains(@class, "gt-tally")]/tbody/tr')
    }

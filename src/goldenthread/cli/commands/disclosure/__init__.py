"""Hide what would give small counts of people away, and show that it holds.

`protect` takes a table over hierarchies and says which cells to publish.
"""

EPILOG = """\
example: goldenthread disclosure protect tables/absences --level rank --out build/absences.csv
"""

# What can be done: its module here, and what the list says of it.
COMMANDS = {
    "protect": ("protect", "choose which cells of a table stay hidden"),
}

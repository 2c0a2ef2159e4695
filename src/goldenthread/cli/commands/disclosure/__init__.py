"""Hide what would give small counts of people away, and show that it holds.

`protect` takes a table over hierarchies and says which cells to publish. `words` lists what in the texts of a
frozen quarter could tell of a person or of a hidden figure.
"""

EPILOG = """\
example: goldenthread disclosure protect tables/absences --level rank --out build/absences.csv
         goldenthread disclosure words 2023-24-Q2
"""

# What can be done: its module here, and what the list says of it.
COMMANDS = {
    "protect": ("protect", "choose which cells of a table stay hidden"),
    "words": ("words", "what in a quarter's texts holds them back"),
}

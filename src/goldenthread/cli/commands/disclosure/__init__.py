"""Hide what would give small counts of people away, and show that it holds.

`protect` takes a table over hierarchies and says which cells to publish; `check` proves that what it wrote
holds, and `test` plays the outsider against it. `words` lists what in the texts of a
frozen quarter could tell of a person or of a hidden figure, `allow` lets a phrase of them stand.
"""

EPILOG = """\
example: goldenthread disclosure protect tables/absences --level rank --out build/absences.csv
         goldenthread disclosure check tables/absences build/absences.csv
         goldenthread disclosure words 2023-24-Q2
         goldenthread disclosure list
         goldenthread disclosure check 2023-24-Q2-93cefa83441b
         goldenthread disclosure test 2023-24-Q2-93cefa83441b
"""

# What can be done: its module here, and what the list says of it.
COMMANDS = {
    "protect": ("protect", "choose which cells of a table stay hidden"),
    "check": ("check", "prove that a release or a protected table holds what it claims"),
    "test": ("attack", "play the outsider against a release or a protected table"),
    "preview": ("releases.preview", "what a pack would hide if it left now"),
    "list": ("releases.listing", "what left the council: every release"),
    "show": ("releases.show", "what a release hides and why, who approved it"),
    "approve": ("releases.approve", "the data protection lead agrees to a release"),
    "withdraw": ("releases.withdraw", "a release never left the council, and binds no other"),
    "except": ("releases.excepting", "a figure is shown or hidden for a time, whatever its policy"),
    "export": ("releases.export", "a pack's figures as files, protected or for those entitled"),
    "words": ("words", "what in a quarter's texts holds them back"),
    "allow": ("allow", "let a phrase of such a text stand, or no longer"),
}

"""Hide what would give small counts of people away, and show that it holds.

A release is what one pack told the public. `preview` says what it would hide, `goldenthread report` records
it, `list` and `show` tell of it, `check` proves it and `test` plays the outsider against it. The data
protection lead alone may `approve`, `withdraw`, `except` and `allow`. `words` lists what in a quarter's texts
could tell of a person or of a hidden figure. `protect` takes a table of your own; `check` and `test` do too.
"""

EPILOG = """\
example: goldenthread disclosure preview 2023-24-Q2
         goldenthread disclosure list
         goldenthread disclosure check 2023-24-Q2-93cefa83441b
         goldenthread disclosure test 2023-24-Q2-93cefa83441b
         goldenthread disclosure words 2023-24-Q2
         goldenthread disclosure protect tables/absences --level rank --out build/absences.csv
         goldenthread disclosure check tables/absences build/absences.csv
"""

# What can be done: its module here, and what the list says of it.
COMMANDS = {
    "preview": ("releases.preview", "what a pack would hide if it left now"),
    "list": ("releases.listing", "what left the council: every release"),
    "show": ("releases.show", "what a release hides and why, who approved it"),
    "check": ("check", "prove that a release or a protected table holds what it claims"),
    "test": ("attack", "play the outsider against a release or a protected table"),
    "approve": ("releases.approve", "the data protection lead agrees to a release"),
    "withdraw": ("releases.withdraw", "a release never left the council, and binds no other"),
    "except": ("releases.excepting", "a figure is shown or hidden for a time, whatever its policy"),
    "export": ("releases.export", "a pack's figures as files, protected or for those entitled"),
    "words": ("words", "what in a quarter's texts holds them back"),
    "allow": ("allow", "let a phrase of such a text stand, or no longer"),
    "protect": ("protect", "choose which cells of a table stay hidden"),
}

"""Who they are: the groups by which figures about people, libraries and directorates are cut."""

from collections.abc import Mapping

# (group, its share of those counted below the line, how much more or less often it is above the line)
Groups = tuple[tuple[str, float, float], ...]

SEX: Groups = (("female", 0.51, 1.0), ("male", 0.49, 1.0))
BOYS: Groups = (("female", 0.47, 0.99), ("male", 0.53, 1.01))
CHILDREN: Groups = (
    ("under-5", 0.27, 1.02),
    ("5-9", 0.28, 1.0),
    ("10-15", 0.33, 0.99),
    ("16-17", 0.12, 0.97),
)
CHILDREN_IN_CARE: Groups = (
    ("under-5", 0.29, 0.55),
    ("5-9", 0.28, 0.7),
    ("10-15", 0.32, 1.2),
    ("16-17", 0.11, 2.4),
)
CLIENTS: Groups = (
    ("18-64", 0.43, 1.06),
    ("65-74", 0.15, 0.99),
    ("75-84", 0.21, 0.96),
    ("85-and-over", 0.21, 0.94),
)
OLDER: Groups = (("65-74", 0.52, 0.25), ("75-84", 0.33, 1.0), ("85-and-over", 0.15, 3.6))
MIDDLE: Groups = (("40-49", 0.4, 0.85), ("50-64", 0.45, 1.08), ("65-74", 0.15, 1.2))
ADULTS: Groups = (
    ("18-24", 0.13, 0.9),
    ("25-44", 0.45, 1.02),
    ("45-64", 0.31, 1.03),
    ("65-and-over", 0.11, 0.97),
)
ETHNICITY: Groups = (
    ("asian", 0.28, 0.97),
    ("black", 0.15, 1.0),
    ("mixed", 0.08, 1.0),
    ("white-british", 0.33, 1.02),
    ("white-other", 0.11, 1.0),
    ("other", 0.05, 1.0),
)
CARE_ETHNICITY: Groups = (
    ("asian", 0.30, 0.55),
    ("black", 0.16, 1.5),
    ("mixed", 0.10, 1.6),
    ("white-british", 0.29, 1.05),
    ("white-other", 0.10, 0.8),
    ("other", 0.05, 1.0),
)
DISABILITY: Groups = (("disabled", 0.16, 0.96), ("not-disabled", 0.84, 1.01))
DISABLED_CHILDREN: Groups = (("disabled", 0.07, 1.5), ("not-disabled", 0.93, 0.96))
HOUSEHOLDS: Groups = (
    ("lone-parent", 0.42, 1.0),
    ("couple-with-children", 0.31, 1.0),
    ("single", 0.21, 1.0),
    ("couple-or-other", 0.06, 1.0),
)
ROAD_USERS: Groups = (
    ("pedestrian", 0.34, 1.0),
    ("cyclist", 0.19, 1.0),
    ("motorcyclist", 0.25, 1.0),
    ("car", 0.17, 1.0),
    ("bus-or-other", 0.05, 1.0),
)
DIRECTORATES: Groups = (
    ("res", 0.24, 0.86),
    ("pla", 0.26, 1.08),
    ("hou", 0.16, 1.02),
    ("chi", 0.19, 1.04),
    ("adu", 0.15, 1.02),
)
COMPLAINTS: Groups = (
    ("res", 0.14, 1.03),
    ("pla", 0.36, 1.01),
    ("hou", 0.33, 0.97),
    ("chi", 0.09, 0.98),
    ("adu", 0.08, 1.02),
)
LIBRARIES: Groups = (
    ("larkhythe-town", 0.34, 1.0),
    ("kiln-common", 0.2, 1.0),
    ("foxmoor", 0.14, 1.0),
    ("saltings", 0.13, 1.0),
    ("old-ropery", 0.11, 1.0),
    ("barleymow", 0.08, 1.0),
)
TRADES: Groups = (
    ("plumbing", 0.34, 1.01),
    ("electrical", 0.19, 1.02),
    ("joinery", 0.21, 1.0),
    ("damp-and-mould", 0.14, 0.9),
    ("other", 0.12, 1.01),
)

CUTS: Mapping[str, Mapping[str, Groups]] = {
    "CSC01": {"age": CHILDREN, "sex": BOYS, "ethnicity": ETHNICITY, "disability": DISABLED_CHILDREN},
    "CSC06": {
        "age": CHILDREN_IN_CARE,
        "sex": BOYS,
        "ethnicity": CARE_ETHNICITY,
        "disability": DISABLED_CHILDREN,
    },
    "CSC09": {"sex": BOYS, "ethnicity": CARE_ETHNICITY},
    "EDU01": {"sex": (("female", 0.31, 1.0), ("male", 0.69, 1.0)), "ethnicity": ETHNICITY},
    "ASC01": {"age": OLDER, "sex": (("female", 0.55, 1.15), ("male", 0.45, 0.8))},
    "ASC07": {
        "age": CLIENTS,
        "sex": SEX,
        "disability": (("disabled", 0.71, 1.04), ("not-disabled", 0.29, 0.9)),
    },
    "ASC08": {"age": CLIENTS, "sex": SEX, "ethnicity": ETHNICITY, "disability": DISABILITY},
    "PH01": {"age": MIDDLE, "sex": SEX, "ethnicity": ETHNICITY},
    "PH03": {"age": ADULTS, "sex": SEX},
    "HOU01": {"household_type": HOUSEHOLDS, "ethnicity": CARE_ETHNICITY, "age": ADULTS},
    "HOU04": {"age": ADULTS, "sex": SEX, "ethnicity": ETHNICITY, "disability": DISABILITY},
    "HOU18": {
        "age": (("under-18", 0.15, 1.0), ("18-64", 0.35, 1.0), ("65-and-over", 0.5, 1.0)),
        "sex": SEX,
    },
    "HWY04": {
        "road_user": ROAD_USERS,
        "age": (("under-18", 0.12, 1.0), ("18-64", 0.7, 1.0), ("65-and-over", 0.18, 1.0)),
        "sex": (("female", 0.36, 1.0), ("male", 0.64, 1.0)),
    },
    "HR01": {"directorate": DIRECTORATES},
    "HR05": {"directorate": DIRECTORATES, "sex": SEX},
    "CUS01": {"directorate": COMPLAINTS},
    "CUS09": {"age": ADULTS, "sex": SEX, "ethnicity": ETHNICITY, "disability": DISABILITY},
    "CUL01": {"library": LIBRARIES},
    "HOU15": {"trade": TRADES},
}

# Where the split itself is the story: (above, below) as counted on 30 September 2023, or in the school year.
COUNTED: Mapping[tuple[str, str], Mapping[str, Mapping[str, tuple[int, int]]]] = {
    ("ASC07", "at2023-09-30"): {
        "ethnicity": {
            "asian": (134, 640),
            "black": (70, 250),
            "mixed": (16, 55),
            "white-british": (374, 1_205),
            "white-other": (39, 130),
            "other": (9, 30),
        }
    },
    ("EDU03", "acytd-2023-08"): {
        "ethnicity": {
            "white-british": (9, 11_900),
            "black": (6, 6_300),
            "white-other": (4, 5_200),
            "mixed": (3, 3_600),
            "asian": (1, 11_400),
        },
        "sex": {"female": (7, 18_700), "male": (16, 19_700)},
    },
}

# A door counter failed: one library's visits of one month are an estimate, and so is the total they are in.
ESTIMATED = ("CUL01", "2023-08", "old-ropery")

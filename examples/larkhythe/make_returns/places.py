"""The wards of Larkhythe: codes in a range that the statistics office does not use, people in hundreds."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Ward:
    """One ward: how many people (hundreds), and how much more than its share is tipped there."""

    code: str
    name: str
    people: int
    tipped: float


_WARDS = (
    ("Abbot's Wharf", 149, 1.25),
    ("Alder Reach", 98, 0.8),
    ("Barleymow", 93, 0.7),
    ("Chantry Hill", 143, 0.8),
    ("Dovecote Rise", 137, 0.7),
    ("Foxmoor", 146, 1.2),
    ("Gorse Hollow", 89, 0.5),
    ("Hollin Bank", 96, 0.8),
    ("Kiln Common", 152, 1.4),
    ("Lantern Fields", 139, 0.9),
    ("Larkhythe Town", 158, 1.7),
    ("Mallard Lock", 101, 1.1),
    ("Marl Pits", 87, 0.12),
    ("Old Ropery", 141, 1.5),
    ("Osier Bank", 95, 0.9),
    ("Pilgrim's Stile", 92, 0.6),
    ("Quarry End", 90, 0.5),
    ("Saltings", 147, 1.1),
    ("Silkweavers", 151, 1.3),
    ("Tallow Street", 99, 1.5),
    ("Weir Meadow", 136, 0.7),
    ("Windlass Quay", 95, 1.1),
)

WARDS = tuple(Ward(f"X059{number:05d}", *about) for number, about in enumerate(_WARDS, start=1))
BY_NAME = {ward.name: ward for ward in WARDS}

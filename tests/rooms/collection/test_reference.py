"""The reference of mappings shows a mapping that is one."""

import re
from pathlib import Path

from goldenthread.collection import mapping
from goldenthread.collection.mapping.schema import Mapping, Table

REFERENCE = Path(__file__).parents[3] / "docs" / "reference" / "mappings.md"


def test_the_whole_mapping_of_the_reference_can_be_read():
    (whole, *_) = re.findall(r"```yaml\n(.*?)```", REFERENCE.read_text(), re.DOTALL)
    found = mapping.read(whole.encode(), "reference.yaml")
    assert (found.mapping, found.tables[0].header.find) == ("revenues", ("Measure", "Result"))


def test_the_reference_names_every_field():
    text = REFERENCE.read_text()
    fields = [*Mapping.model_fields, *Table.model_fields]
    assert [name for name in fields if not re.search(rf"\b{name}\b", text)] == ["digest"]

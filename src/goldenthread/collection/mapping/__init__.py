"""Mappings: YAML that says how the columns of a return become observations."""

from goldenthread.collection.mapping.loading import MappingNotSound, load, read
from goldenthread.collection.mapping.schema import Mapping

__all__ = ["Mapping", "MappingNotSound", "load", "read"]

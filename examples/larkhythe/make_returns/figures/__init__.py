"""The borough's headline figures, one module a field."""

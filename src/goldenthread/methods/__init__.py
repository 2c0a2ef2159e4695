"""The rule book: pure calculations on columns."""

"""Observations: the ledger of figures, append-only, with what was known when."""

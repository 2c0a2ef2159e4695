"""Collection: returns as people send them, read into the ledger; whatever is wrong becomes a finding."""

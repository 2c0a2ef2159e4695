"""Publication: a pack as it leaves: its files, the list that proves them, and the data behind it."""

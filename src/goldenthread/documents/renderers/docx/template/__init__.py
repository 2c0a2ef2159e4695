"""Template: a council's own Word file, checked, completed and made ready to be filled."""

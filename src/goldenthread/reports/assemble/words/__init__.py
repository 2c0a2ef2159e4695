"""Words: how figures, marks, dates and counts are said, the same wherever they stand."""

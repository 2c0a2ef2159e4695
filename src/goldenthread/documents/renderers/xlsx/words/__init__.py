"""Words: names, marks and texts made fit for a workbook."""

"""Cells: what stands in the cells of a sheet: words or exact figures, each under its format."""

"""Areas: charts of one figure across areas, and of a figure beside its target."""

"""Timed: charts of figures over time: control chart, run chart, small multiples."""

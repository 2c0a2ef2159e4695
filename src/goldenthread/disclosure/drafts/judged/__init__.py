"""Judged: what is asked of each figure before anything is hidden: that it is whole, and whether it is small."""

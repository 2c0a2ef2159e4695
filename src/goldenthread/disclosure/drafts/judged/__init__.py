"""Judged: what is asked of each figure before anything is hidden: whether it is whole, and whether small."""

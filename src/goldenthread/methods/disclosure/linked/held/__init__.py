"""Held: the counts, areas and cuts that a council holds, checked and numbered."""

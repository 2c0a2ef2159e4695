"""Readers: a file as people send it, as a grid of cells that say what a person sees."""

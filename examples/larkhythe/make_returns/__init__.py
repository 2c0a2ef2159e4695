"""Larkhythe's figures and returns, made by a seeded generator: all of it is invented."""

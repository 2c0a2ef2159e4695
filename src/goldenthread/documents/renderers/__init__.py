"""Renderers: one module a format, each turning the same content into files."""

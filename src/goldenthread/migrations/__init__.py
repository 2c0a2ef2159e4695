"""Migrations of the one Django app."""

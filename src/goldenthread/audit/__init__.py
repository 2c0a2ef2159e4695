"""Audit: who changed what, in a chain that nobody can quietly rewrite."""

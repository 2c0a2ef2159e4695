"""Signing in: who somebody is, before any page is shown."""

"""Disclosure: what a published figure may say about a person."""

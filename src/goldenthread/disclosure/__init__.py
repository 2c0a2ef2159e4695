"""Disclosure: the gate that every figure passes before it leaves."""

"""Weights that ship with the assistant."""

"""Comparisons: a table with a quote in each cell."""

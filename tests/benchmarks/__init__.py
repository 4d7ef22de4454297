"""Figures and long runs, started by hand and never inside the default test run."""

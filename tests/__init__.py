"""Tests of the ecosystem assistant."""

"""Approved answers: what staff wrote, kept, matched to the same question, and served first."""

"""Answers made of statements: facts, descriptions, yes or no."""

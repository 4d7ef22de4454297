"""What a question asks: its kind, its clause, the names in it, its terms."""

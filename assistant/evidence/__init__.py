"""What passages say: their statements, how surely each answers, and the numbers in them."""

"""Who and what the documents speak of, and where each is said to be what."""

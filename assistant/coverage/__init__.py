"""Questions for all that fit: which, list, how many."""

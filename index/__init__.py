"""How we find: Documents become Passages, Passages become ranked. Knows nothing of answers."""

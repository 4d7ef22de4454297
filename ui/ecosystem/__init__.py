"""The page of the ecosystem map: a picture, the same as a list, and what is known of one node."""

"""Documents that disagree, or tell of different times."""

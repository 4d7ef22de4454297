"""How the reader's weights were made, from data to exported file; not in the wheel."""

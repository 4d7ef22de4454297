"""The HTTP face of the assistant."""

"""How it looks: the chat page, mounted on the HTTP API."""

"""Conversations kept in SQL, in tables of the catalogue's database; nothing is answered here."""

from assistant.conversations.store import ConversationStore, new_conversation_id
from assistant.conversations.turn_json import turn_from_json, turn_to_json

__all__ = ["ConversationStore", "new_conversation_id", "turn_from_json", "turn_to_json"]

"""How we answer: a question and a conversation become a Turn with checked citations."""

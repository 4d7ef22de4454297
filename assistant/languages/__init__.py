"""The assistant's own sentences in other languages than English; documents keep theirs."""

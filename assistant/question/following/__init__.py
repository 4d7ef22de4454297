"""Follow-ups made standalone by rules over what was spoken of and a few fitted weights."""

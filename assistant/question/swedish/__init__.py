"""Questions in Swedish, translated into English: by rules and a lexicon, without a model."""

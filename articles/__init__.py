"""Articles: from a text that comes in to an edition that a reader may trust."""

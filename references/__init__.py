"""References: sources, their identifiers and formats. Never hears of articles."""

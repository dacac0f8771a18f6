"""Programs for those who work on Stet; none is needed to run it."""

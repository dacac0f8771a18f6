"""The demonstration: people to try Stet as, and synthetic articles in any number."""

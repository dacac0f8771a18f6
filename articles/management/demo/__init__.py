"""The demonstration: a small magazine with its people, and synthetic articles in any number."""

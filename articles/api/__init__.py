"""The machine's side."""

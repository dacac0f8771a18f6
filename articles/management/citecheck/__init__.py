"""What the command `citecheck` is made of: a checked file, places in its source, four ways to print it."""

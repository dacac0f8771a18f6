"""The pages that are neither the reader's nor the desk's."""

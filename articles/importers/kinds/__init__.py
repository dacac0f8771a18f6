"""One importer a file: each turns the bytes of its kind of file into a manuscript."""

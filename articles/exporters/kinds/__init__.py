"""The exporters, one file each."""

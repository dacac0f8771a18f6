"""Readers of what people keep references in: one format, one module."""

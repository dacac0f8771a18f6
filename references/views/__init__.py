"""The library's pages, one module a noun."""

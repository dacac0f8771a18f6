"""The desk: where articles are written, checked, decided on and published."""

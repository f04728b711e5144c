"""Data chain: data in chunks, each provable against one root."""

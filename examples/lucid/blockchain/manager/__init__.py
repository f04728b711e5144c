"""Block manager: stores blocks under their hash."""

"""The HTTP side of the blockchain engine."""

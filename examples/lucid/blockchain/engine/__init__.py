"""The chain itself: blocks that name the hash of the one before."""

"""Shared by every blockchain service: hashing and Merkle trees."""

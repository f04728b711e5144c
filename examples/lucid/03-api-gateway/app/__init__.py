"""Lucid API gateway: the one door to all Lucid APIs."""

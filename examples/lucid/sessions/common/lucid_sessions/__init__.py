"""Shared by the session services: the session record and its store."""

"""Shared by the session services: the session record and a JSON server."""

"""Finds services: the registry, kept in Redis."""

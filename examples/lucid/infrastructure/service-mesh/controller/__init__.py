"""Decides: which instances are registered, what a sidecar is told."""

"""Shared by the RDP services."""

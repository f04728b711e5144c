"""The session API: REST over the sessions that exist."""

"""The session processor: a worker, without a port."""

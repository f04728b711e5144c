"""SHA-256 over canonical JSON: equal values have equal hashes."""

import hashlib
import json


def sha256(data):
    """Hex digest of bytes."""
    return hashlib.sha256(data).hexdigest()


def hash_json(value):
    """Hex digest of a JSON value, whatever the order of its keys."""
    return sha256(json.dumps(value, sort_keys=True, separators=(",", ":")).encode())

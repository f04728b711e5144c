"""Blocks by hash, the least recently used ones dropped first."""

import threading
from collections import OrderedDict

from core.hashing import hash_json


class BlockStore:
    """Holds at most `capacity` blocks; safe to use from several threads."""

    def __init__(self, capacity):
        self.capacity = capacity
        self._lock = threading.Lock()
        self._blocks = OrderedDict()

    def __len__(self):
        return len(self._blocks)

    def put(self, block):
        """Stores a JSON block under its content hash, which is returned."""
        digest = hash_json(block)
        with self._lock:
            self._blocks[digest] = block
            self._blocks.move_to_end(digest)
            while len(self._blocks) > self.capacity:
                self._blocks.popitem(last=False)
        return digest

    def get(self, digest):
        """The block with this hash, None if it is not held."""
        with self._lock:
            if digest in self._blocks:
                self._blocks.move_to_end(digest)
            return self._blocks.get(digest)

    def delete(self, digest):
        """True if a block was there."""
        with self._lock:
            return self._blocks.pop(digest, None) is not None

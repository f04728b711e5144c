"""Splits data into chunks and keeps them with the Merkle tree over them."""

import threading

from core import merkle

CHUNK = 1024  # bytes


class DataChain:
    """Data by Merkle root; safe to use from several threads."""

    def __init__(self):
        self._lock = threading.Lock()
        self._data = {}

    def __len__(self):
        return len(self._data)

    def add(self, data):
        """Stores bytes; returns (root, number of chunks). Equal data has an equal root."""
        chunks = [data[i : i + CHUNK] for i in range(0, len(data), CHUNK)]
        leaves = [merkle.leaf(chunk) for chunk in chunks]
        root = merkle.root(leaves)
        with self._lock:
            self._data[root] = (chunks, leaves)
        return root, len(chunks)

    def chunk(self, root, index):
        """(chunk, its leaf hash, its proof), or None if there is no such chunk."""
        chunks, leaves = self._data.get(root, ((), ()))
        if not 0 <= index < len(chunks):
            return None
        return chunks[index], leaves[index], merkle.proof(leaves, index)

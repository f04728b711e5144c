"""Anchors: batches of session manifests under one Merkle root."""

import threading

from core import merkle
from core.hashing import hash_json


class Anchors:
    """Collects manifests and seals them into anchors; safe to use from several threads."""

    def __init__(self):
        self._lock = threading.Lock()
        self._pending = []
        self._sealed = {}

    @property
    def counts(self):
        return {"pending": len(self._pending), "anchors": len(self._sealed)}

    def add(self, manifest):
        """Queues a manifest (a JSON object) and returns its leaf hash."""
        leaf = merkle.leaf(bytes.fromhex(hash_json(manifest)))
        with self._lock:
            self._pending.append(leaf)
        return leaf

    def seal(self):
        """Makes an anchor of all that is pending; None if nothing is."""
        with self._lock:
            if not self._pending:
                return None
            leaves, self._pending = self._pending, []
            root = merkle.root(leaves)
            self._sealed[root] = leaves
        return {"root": root, "manifests": len(leaves)}

    def prove(self, root, leaf):
        """The proof that a manifest is in an anchor; None if it is not."""
        leaves = self._sealed.get(root, [])
        return merkle.proof(leaves, leaves.index(leaf)) if leaf in leaves else None

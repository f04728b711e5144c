"""A hash-linked chain of blocks, in memory."""

import threading

from core.hashing import hash_json

GENESIS_PARENT = "0" * 64


class Block:
    """An immutable block; `hash` covers height, parent and payload."""

    def __init__(self, height, parent, payload):
        self.height = height
        self.parent = parent
        self.payload = payload
        self.hash = hash_json({"height": height, "parent": parent, "payload": payload})

    def describe(self):
        return {"height": self.height, "parent": self.parent, "hash": self.hash, "payload": self.payload}


class Chain:
    """Starts with a genesis block; safe to use from several threads."""

    def __init__(self, network):
        self._lock = threading.Lock()
        self._blocks = [Block(0, GENESIS_PARENT, {"network": network})]

    @property
    def height(self):
        return self._blocks[-1].height

    def append(self, payload):
        """Adds a block with this JSON payload and returns it."""
        with self._lock:
            tip = self._blocks[-1]
            block = Block(tip.height + 1, tip.hash, payload)
            self._blocks.append(block)
            return block

    def get(self, height):
        """The block at a height, None beyond the tip."""
        return self._blocks[height] if 0 <= height < len(self._blocks) else None

    def blocks(self):
        """A snapshot of all blocks, genesis first."""
        return tuple(self._blocks)


def first_broken(blocks):
    """The height of the first block that does not fit its parent, None if all do."""
    parent = GENESIS_PARENT
    for block in blocks:
        if block.parent != parent or Block(block.height, block.parent, block.payload).hash != block.hash:
            return block.height
        parent = block.hash
    return None

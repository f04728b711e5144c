"""Merkle trees over hex digests.

Leaves and inner nodes are hashed with different prefixes (RFC 6962), so that
an inner node cannot be passed off as a leaf.
"""

from .hashing import sha256

EMPTY_ROOT = sha256(b"")


def leaf(data):
    """The leaf hash of bytes."""
    return sha256(b"\x00" + data)


def node(left, right):
    """The hash of an inner node over two hex digests."""
    return sha256(b"\x01" + bytes.fromhex(left) + bytes.fromhex(right))


def levels(leaves):
    """All levels of the tree, leaves first; a node without a partner moves up unchanged."""
    tree = [list(leaves)]
    while len(tree[-1]) > 1:
        below = tree[-1]
        tree.append([node(*below[i : i + 2]) if i + 1 < len(below) else below[i] for i in range(0, len(below), 2)])
    return tree


def root(leaves):
    """The root of the tree over leaf hashes."""
    return levels(leaves)[-1][0] if leaves else EMPTY_ROOT


def proof(leaves, index):
    """The siblings from leaf to root, as [{"side": "left" | "right", "hash": hex}]."""
    path = []
    for level in levels(leaves)[:-1]:
        sibling = index ^ 1
        if sibling < len(level):
            path.append({"side": "left" if sibling < index else "right", "hash": level[sibling]})
        index //= 2
    return path


def verify(leaf_hash, path, expected_root):
    """True if the proof leads from the leaf to the root."""
    current = leaf_hash
    for step in path:
        current = node(step["hash"], current) if step["side"] == "left" else node(current, step["hash"])
    return current == expected_root

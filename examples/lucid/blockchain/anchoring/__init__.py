"""Session anchoring: one Merkle root for many session manifests."""

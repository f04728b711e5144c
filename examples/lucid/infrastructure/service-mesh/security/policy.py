"""Traffic policy: which service may call which. What is not allowed is refused."""

ANY = "*"
ALLOWED = {
    "api-gateway": (ANY,),
    "blockchain-engine": ("block-manager", "data-chain"),
    "session-anchoring": ("blockchain-engine",),
    "session-api": ("session-anchoring", "rdp-server-manager"),
}


def allowed(source, target, rules=ALLOWED):
    """True if `source` may call `target`."""
    targets = rules.get(source, ())
    return ANY in targets or target in targets

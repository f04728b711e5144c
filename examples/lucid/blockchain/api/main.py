"""Blockchain engine: `python3 -m api.main`."""

import os

from engine.chain import Chain
from lucid_service.server import Service

from .routes import register

if __name__ == "__main__":
    service = Service()
    register(service, Chain(os.environ.get("BLOCKCHAIN_NETWORK", "lucid_blocks")))
    service.run()

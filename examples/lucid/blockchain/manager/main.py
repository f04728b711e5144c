"""Block manager: `python3 -m manager.main`."""

import os

from lucid_service.errors import HttpError
from lucid_service.server import Service

from .store import BlockStore

service = Service()
store = BlockStore(int(os.environ.get("BLOCK_CAPACITY", "10000")))


@service.health_details
def details():
    return {"blocks": len(store), "capacity": store.capacity}


@service.route("POST", "/blocks")
def put_block(request):
    if not isinstance(request.body, dict):
        raise HttpError(400, "a block is a JSON object")
    digest = store.put(request.body)
    service.log("INFO", "block stored", hash=digest)
    return 201, {"hash": digest}


@service.route("GET", "/blocks/{hash}")
def get_block(request):
    digest = request.variables["hash"]
    block = store.get(digest)
    if block is None:
        raise HttpError(404, f"no block {digest}")
    return {"hash": digest, "block": block}


@service.route("DELETE", "/blocks/{hash}")
def delete_block(request):
    digest = request.variables["hash"]
    if not store.delete(digest):
        raise HttpError(404, f"no block {digest}")
    return {"deleted": digest}


if __name__ == "__main__":
    service.run()

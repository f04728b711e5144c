"""Data chain: `python3 -m data.main`."""

from base64 import b64encode

from core import merkle
from lucid_service.errors import HttpError
from lucid_service.server import Service

from .chunks import CHUNK, DataChain

service = Service()
chain = DataChain()


@service.health_details
def details():
    return {"roots": len(chain), "chunk_bytes": CHUNK}


@service.route("POST", "/data")
def add_data(request):
    root, chunks = chain.add(request.field("text", str).encode())
    service.log("INFO", "data added", root=root, chunks=chunks)
    return 201, {"root": root, "chunks": chunks}


@service.route("GET", "/data/{root}/{index}")
def get_chunk(request):
    root, index = request.variables["root"], request.variables["index"]
    found = chain.chunk(root, int(index)) if index.isdecimal() else None
    if found is None:
        raise HttpError(404, f"no chunk {index} under {root}")
    chunk, leaf, proof = found
    return {"base64": b64encode(chunk).decode(), "leaf": leaf, "proof": proof}


@service.route("POST", "/verify")
def verify(request):
    proof = request.field("proof", list)
    try:
        valid = merkle.verify(request.field("leaf", str), proof, request.field("root", str))
    except (KeyError, TypeError, ValueError):
        raise HttpError(400, "a proof is a list of {side, hash}, hashes in hex") from None
    return {"valid": valid}


if __name__ == "__main__":
    service.run()

"""The routes of the blockchain engine."""

from engine.chain import first_broken
from lucid_service.errors import HttpError


def register(service, chain):
    """Adds the engine's routes over `chain` to `service`."""

    @service.health_details
    def details():
        return {"height": chain.height}

    @service.route("POST", "/blocks")
    def add_block(request):
        block = chain.append(request.field("payload", dict))
        service.log("INFO", "block added", height=block.height, hash=block.hash)
        return 201, block.describe()

    @service.route("GET", "/blocks/{height}")
    def get_block(request):
        height = request.variables["height"]
        block = chain.get(int(height)) if height.isdecimal() else None
        if block is None:
            raise HttpError(404, f"no block at height {height}")
        return block.describe()

    @service.route("GET", "/chain")
    def get_chain(request):
        blocks = chain.blocks()
        return {
            "height": blocks[-1].height,
            "valid": first_broken(blocks) is None,
            "blocks": [block.describe() for block in blocks],
        }

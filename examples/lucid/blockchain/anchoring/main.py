"""Session anchoring: `python3 -m anchoring.main`."""

from lucid_service.errors import HttpError
from lucid_service.server import Service

from .anchors import Anchors

service = Service()
anchors = Anchors()


@service.health_details
def details():
    return anchors.counts


@service.route("POST", "/manifests")
def add_manifest(request):
    session = request.field("session", str)
    leaf = anchors.add(request.body)
    service.log("INFO", "manifest queued", session=session, leaf=leaf)
    return 202, {"session": session, "leaf": leaf}


@service.route("POST", "/anchors")
def seal(request):
    anchor = anchors.seal()
    if anchor is None:
        raise HttpError(409, "no manifest is pending")
    service.log("INFO", "anchor sealed", **anchor)
    return 201, anchor


@service.route("GET", "/anchors/{root}/{leaf}")
def prove(request):
    root, leaf = request.variables["root"], request.variables["leaf"]
    proof = anchors.prove(root, leaf)
    if proof is None:
        raise HttpError(404, "that manifest is not in that anchor")
    return {"root": root, "leaf": leaf, "proof": proof}


if __name__ == "__main__":
    service.run()

"""The gateway's own API: what there is behind it, and where a path would go."""

import os

from lucid_service.errors import HttpError
from lucid_service.server import Service

from .routes import TABLE, resolve

SECOND_PORT = 8081

service = Service(health="/api/v1/meta/health")


@service.health_details
def details():
    return {"routes": len(TABLE)}


@service.route("GET", "/api/v1/meta/version")
def version(request):
    return {"service": service.name, "version": service.version}


@service.route("GET", "/api/v1/services")
def services(request):
    return {"services": [upstream.describe() for upstream in TABLE]}


@service.route("GET", "/api/v1/services/{name}")
def one_service(request):
    name = request.variables["name"]
    for upstream in TABLE:
        if upstream.name == name:
            return upstream.describe()
    raise HttpError(404, f"no service is called {name}")


@service.route("POST", "/api/v1/resolve")
def resolve_path(request):
    path = request.field("path", str)
    found = resolve(path)
    if found is None:
        raise HttpError(404, f"no route for {path}")
    upstream, rest = found
    return {"service": upstream.name, "url": f"http://{upstream.name}:{upstream.port}{rest}"}


def tls_from_env():
    """What turns a socket into a TLS one, if the environment names a certificate and key."""
    certificate, key = os.environ.get("TLS_CERT_FILE"), os.environ.get("TLS_KEY_FILE")
    if not certificate or not key:
        return None
    import ssl  # heavy, and most runs are behind something that ends TLS

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return lambda plain: context.wrap_socket(plain, server_side=True)


if __name__ == "__main__":
    service.run(SECOND_PORT, wrap=tls_from_env())

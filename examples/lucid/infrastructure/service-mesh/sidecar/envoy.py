"""The cluster part of an Envoy sidecar's configuration, made from the registry."""


def cluster(service, instances):
    """One Envoy cluster with an endpoint for each instance."""
    return {
        "name": service,
        "type": "STRICT_DNS",
        "connect_timeout": "1s",
        "load_assignment": {
            "cluster_name": service,
            "endpoints": [{"lb_endpoints": [endpoint(instance) for instance in instances]}],
        },
    }


def endpoint(instance):
    address = {"address": instance["address"], "port_value": instance["port"]}
    return {"endpoint": {"address": {"socket_address": address}}}

"""What Lucid's services share: a JSON server, health, log lines, a clean stop.

    from lucid_service.server import Service

The modules are imported one by one: the probe must not load the server.
"""

"""What the proxies beside the services are configured with."""

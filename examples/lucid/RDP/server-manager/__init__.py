"""RDP server manager: who runs a remote desktop, on which port."""

"""How the controller is talked to: JSON over HTTP."""

"""Files on our own routes, a module per kind."""

"""Breaks rules on purpose, one by one, and says which of them the tests noticed. Not a part of `make test`."""

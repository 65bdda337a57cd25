"""Signing in through the organisation's own provider (OpenID Connect), when it is configured.

The authorization code flow with PKCE: attempt, provider, token, and the routes that lead there and back.
"""

"""What the plain forms bring, and where a request comes from."""

from urllib.parse import parse_qsl

from starlette.requests import Request

from landkaart.web.serving.proxies import counted_as

# In bytes. Three passwords of the longest kind fit; nobody who is not signed in fills the memory.
LARGEST = 64 * 1024


async def fields(request: Request, *names: str) -> dict[str, str]:
    """Return these fields, empty when they are not there; a body that no form of ours can send has none.

    Of a field that is there twice the last counts.
    """
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > LARGEST:
            return dict.fromkeys(names, "")
    given = dict(parse_qsl(body.decode("ascii", "replace"), keep_blank_values=True))
    # PostgreSQL keeps no NUL.
    return {name: given.get(name, "").replace("\x00", "\ufffd") for name in names}


def herkomst(request: Request) -> str:
    """Return the machine that a request comes from, for counting tries; of IPv6 its network."""
    return counted_as(request.client.host) if request.client else "?"

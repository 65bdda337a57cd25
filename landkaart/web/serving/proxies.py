"""From whom a request comes when a proxy stands in front: the address that our own proxies saw, not what a visitor says."""

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from starlette.datastructures import Headers
from starlette.types import Scope

from landkaart.settings import proxies

Address = IPv4Address | IPv6Address
# Who has one address of IPv6 has all of its network.
NETWORK_BITS = 64


def behind_proxy(scope: Scope) -> Scope:
    """Return the same request, from the one for whom our proxies ask; unchanged when it did not come from one of those."""
    client = scope.get("client")
    seen = read_address(client[0]) if client else None
    if seen is None or not is_believed(seen):
        return scope
    given = Headers(scope=scope)
    passed_on = {**scope, "client": (str(asked_for(seen, listed(given, "x-forwarded-for"))), 0)}
    # The last one is what the proxy in front of us wrote; at more steps the one of as many before it.
    schemes = listed(given, "x-forwarded-proto")[-proxies().steps :]
    if schemes and schemes[0] in ("http", "https"):
        passed_on["scheme"] = schemes[0].replace("http", "ws") if scope["type"] == "websocket" else schemes[0]
    return passed_on


def asked_for(seen: Address, passed_on: list[str]) -> Address:
    """Find who asked our proxies: back over those that are ours, as many steps as are set; what is no address ends it."""
    for text in passed_on[::-1][: proxies().steps]:
        before = read_address(text)
        if before is None or not is_believed(seen):
            break
        seen = before
    return seen


def listed(given: Headers, name: str) -> list[str]:
    """Return all that stands under a name, in the order in which it was added, also over several headers."""
    return [part.strip() for part in ",".join(given.getlist(name)).split(",") if part.strip()]


def is_believed(seen: Address) -> bool:
    return any(seen in network for network in proxies().networks if network.version == seen.version)


def read_address(text: str) -> Address | None:
    """Read an address, with or without a port; None for what is none."""
    if text.startswith("["):
        text = text[1:].partition("]")[0]
    elif text.count(":") == 1:
        text = text.partition(":")[0]
    try:
        found = ip_address(text.partition("%")[0])
    except ValueError:
        return None
    return getattr(found, "ipv4_mapped", None) or found


def counted_as(host: str) -> str:
    """Return under what a machine is counted: its address, of IPv6 the network that it can choose its addresses in."""
    found = read_address(host)
    if isinstance(found, IPv6Address):
        return str(ip_network((found, NETWORK_BITS), strict=False))
    return str(found) if found else host

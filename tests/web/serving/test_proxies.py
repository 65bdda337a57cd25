"""From whom a request comes: a proxy of ours is believed about it, and nobody else."""

import pytest

from landkaart.domein.fouten import OngeldigBestand
from landkaart.settings import proxies
from landkaart.web.serving.proxies import behind_proxy, counted_as

OURS, INNER = "10.0.0.5", "10.1.0.9"


@pytest.fixture
def believe(monkeypatch):
    def set_to(names, steps=""):
        monkeypatch.setenv("LANDKAART_PROXIES", names)
        monkeypatch.setenv("LANDKAART_PROXY_STAPPEN", steps)

    return set_to


def who(peer, *passed_on, proto=(), kind="http"):
    headers = [(b"x-forwarded-for", value.encode()) for value in passed_on]
    headers += [(b"x-forwarded-proto", value.encode()) for value in proto]
    scheme = "ws" if kind == "websocket" else "http"
    found = behind_proxy({"type": kind, "client": (peer, 1234), "scheme": scheme, "headers": headers})
    return found["client"][0], found["scheme"]


@pytest.mark.parametrize("peer", ["127.0.0.1", "::1", "192.0.2.7", OURS])
def test_without_a_setting_nobody_is_believed_this_machine_neither(peer):
    assert who(peer, "203.0.113.9", proto=("https",)) == (peer, "http")


@pytest.mark.parametrize("names", [OURS, "10.0.0.0/24", f"192.0.2.1, {OURS}", f"2001:db8::/32 {OURS}"])
def test_a_proxy_that_is_named_is_believed_and_no_other(believe, names):
    believe(names)

    assert who(OURS, "203.0.113.9", proto=("https",)) == ("203.0.113.9", "https")
    assert who(OURS, "203.0.113.9", proto=("https",), kind="websocket") == ("203.0.113.9", "wss")
    assert who("127.0.0.1", "203.0.113.9", proto=("https",)) == ("127.0.0.1", "http")
    assert who("10.0.1.5", "203.0.113.9") == ("10.0.1.5", "http")


@pytest.mark.parametrize(
    ("passed_on", "found"),
    [
        (["198.51.100.1, 203.0.113.9"], "203.0.113.9"),
        (["198.51.100.1", "203.0.113.9"], "203.0.113.9"),
        (["203.0.113.9:4711"], "203.0.113.9"),
        (["[2001:db8::7]:4711"], "2001:db8::7"),
        (["::ffff:203.0.113.9"], "203.0.113.9"),
        (["203.0.113.9, "], "203.0.113.9"),
        (["203.0.113.9, onbekend"], OURS),
        (["\u0661.1.1.1"], OURS),
        ([""], OURS),
        ([], OURS),
    ],
)
def test_what_the_proxy_itself_wrote_last_counts_and_nothing_that_a_visitor_wrote_before(believe, passed_on, found):
    believe(OURS)

    assert who(OURS, *passed_on)[0] == found


@pytest.mark.parametrize(
    ("steps", "passed_on", "found"),
    [
        ("1", f"6.6.6.6, 203.0.113.9, {INNER}", INNER),
        ("2", f"6.6.6.6, 203.0.113.9, {INNER}", "203.0.113.9"),
        ("3", f"6.6.6.6, 203.0.113.9, {INNER}", "203.0.113.9"),
        ("2", "6.6.6.6, 203.0.113.9", "203.0.113.9"),
        ("2", INNER, INNER),
    ],
)
def test_it_goes_back_over_our_own_proxies_and_no_more_steps_than_are_set(believe, steps, passed_on, found):
    believe(f"{OURS}, {INNER}", steps)

    assert who(OURS, passed_on)[0] == found


@pytest.mark.parametrize("proto", ["ftp", "javascript", "https://", ""])
def test_only_a_scheme_of_the_web_is_passed_on(believe, proto):
    believe(OURS)

    assert who(OURS, "203.0.113.9", proto=(proto,))[1] == "http"


def test_a_visitor_without_an_address_stays_without():
    assert behind_proxy({"type": "http", "client": None, "headers": []})["client"] is None


@pytest.mark.parametrize(
    ("names", "steps", "said"),
    [
        ("proxy.voorbeeld.nl", "", "LANDKAART_PROXIES noemt geen adressen"),
        ("10.0.0.5/24", "", "LANDKAART_PROXIES noemt geen adressen"),
        ("*", "", "LANDKAART_PROXIES noemt geen adressen"),
        (OURS, "0", "LANDKAART_PROXY_STAPPEN is geen aantal"),
        (OURS, "twee", "LANDKAART_PROXY_STAPPEN is geen aantal"),
        (OURS, "\u0662", "LANDKAART_PROXY_STAPPEN is geen aantal"),
    ],
)
def test_a_setting_that_cannot_be_is_refused(believe, names, steps, said):
    believe(names, steps)

    with pytest.raises(OngeldigBestand, match=said):
        proxies()


@pytest.mark.parametrize(
    ("host", "name"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::", "2001:db8:1:2::/64"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("testclient", "testclient"),
    ],
)
def test_a_machine_is_counted_by_its_address_and_of_ipv6_by_its_network(host, name):
    assert counted_as(host) == name

"""What the surroundings may say about mail and about the sign-in of the organisation, refused early and in a sentence."""

import pytest

from landkaart.domein.fouten import OngeldigBestand
from landkaart.settings import Afzender, Smtp, afzender, imap, oidc, smtp

WHO = Afzender("Landkaart", "landkaart@voorbeeld.nl")
URL = "smtps://jan%40voorbeeld.nl:ge%3Aheim%2F1@mail.voorbeeld.nl"


@pytest.fixture
def surroundings(monkeypatch):
    def put(url, afzender="Landkaart <landkaart@voorbeeld.nl>", adres="https://landkaart.voorbeeld.nl"):
        for name, value in (("SMTP_URL", url), ("SMTP_AFZENDER", afzender), ("LANDKAART_ADRES", adres)):
            monkeypatch.setenv(name, value)

    return put


def test_without_an_address_there_is_no_mail_server(surroundings):
    surroundings("", "", "")

    assert smtp() is None


@pytest.mark.parametrize(
    ("url", "found"),
    [(URL, Smtp("mail.voorbeeld.nl", 465, True, "jan@voorbeeld.nl", "ge:heim/1", WHO)),
     ("smtp://jan:geheim@mail.voorbeeld.nl", Smtp("mail.voorbeeld.nl", 587, False, "jan", "geheim", WHO)),
     ("smtp://localhost", Smtp("localhost", 25, False, "", "", WHO)),
     ("smtp://localhost:2525/", Smtp("localhost", 2525, False, "", "", WHO))],
)  # fmt: skip
def test_an_address_is_read_with_its_usual_port(surroundings, url, found):
    surroundings(url)

    assert smtp() == found


@pytest.mark.parametrize(
    "url", ["mail.voorbeeld.nl", "http://mail.nl", "smtp://", "smtp://jan@mail.nl", "smtp://mail.nl:abc"]
)
def test_an_address_that_is_none_is_refused_without_repeating_it(surroundings, url):
    surroundings(url)

    with pytest.raises(OngeldigBestand, match="SMTP_URL") as error:
        smtp()
    assert "jan@mail" not in str(error.value)


@pytest.mark.parametrize("afzender", ["", "Landkaart", "landkaart@voorbeeld", "a@b.nl\r\nBcc: c@d.nl"])
def test_a_sender_is_needed(surroundings, afzender):
    surroundings(URL, afzender)

    with pytest.raises(OngeldigBestand, match="SMTP_AFZENDER"):
        smtp()


def test_where_the_links_lead_is_needed(surroundings):
    surroundings(URL, adres="")

    with pytest.raises(OngeldigBestand, match="LANDKAART_ADRES"):
        smtp()


def test_a_password_is_not_shown_with_the_rest(surroundings):
    surroundings(URL)

    assert "heim" not in repr(smtp())


@pytest.mark.parametrize("issuer", ["https://a.nl|x", "https://a .nl", "https://a.nl\x1b[2J"])
def test_an_issuer_that_could_be_read_as_another_with_a_subject_is_refused(monkeypatch, issuer):
    for name, value in {"OIDC_ISSUER": issuer, "OIDC_CLIENT_ID": "a", "OIDC_CLIENT_SECRET": "b"}.items():
        monkeypatch.setenv(name, value)

    with pytest.raises(OngeldigBestand, match="OIDC_ISSUER is geen adres"):
        oidc()


@pytest.mark.parametrize(
    "text",
    [
        "Landkaart <landkaart@voorbeeld.nl>, Ander <ander@voorbeeld.nl>",
        "landkaart@voorbeeld.nl, ander@voorbeeld.nl",
        "Werkplein, locatie Ede <landkaart@voorbeeld.nl>",
        "groep: landkaart@voorbeeld.nl;, ander@voorbeeld.nl",
    ],
)
def test_a_sender_is_one_address_or_is_refused(monkeypatch, text):
    monkeypatch.setenv("SMTP_AFZENDER", text)

    with pytest.raises(OngeldigBestand, match="SMTP_AFZENDER"):
        afzender()


def test_a_sender_with_a_comma_in_quotes_is_one(monkeypatch):
    monkeypatch.setenv("SMTP_AFZENDER", '"Landkaart, AKO" <landkaart@voorbeeld.nl>')

    assert afzender().adres == "landkaart@voorbeeld.nl"


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("imaps://jan:geheim@mail.voorbeeld.nl", ("mail.voorbeeld.nl", 993, True, "jan", "geheim", "INBOX")),
        ("imap://a%40b.nl:x%2Fy@mail/Retour", ("mail", 143, False, "a@b.nl", "x/y", "Retour")),
        ("imaps://jan:geheim@mail:1993/", ("mail", 1993, True, "jan", "geheim", "INBOX")),
    ],
)
def test_a_mailbox_is_read_from_its_address(monkeypatch, mail_to, url, found):
    mail_to(25)
    monkeypatch.setenv("IMAP_URL", url)

    box = imap()

    assert (box.host, box.port, box.tls, box.gebruiker, box.wachtwoord, box.map) == found
    assert "geheim" not in repr(box)


@pytest.mark.parametrize(
    "url",
    ["mail.voorbeeld.nl", "imaps://mail.voorbeeld.nl", "pop3://a:b@mail", "imaps://a:b@mail/Re%22tour", "imap://a:b@c:x"],
)
def test_an_address_of_no_mailbox_is_refused(monkeypatch, mail_to, url):
    mail_to(25)
    monkeypatch.setenv("IMAP_URL", url)

    with pytest.raises(OngeldigBestand, match="IMAP_URL is geen adres"):
        imap()


def test_a_mailbox_without_a_mail_server_is_refused(monkeypatch):
    monkeypatch.setenv("IMAP_URL", "imaps://a:b@mail.voorbeeld.nl")

    with pytest.raises(OngeldigBestand, match="Zet bij IMAP_URL ook SMTP_URL"):
        imap()

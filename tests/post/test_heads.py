"""Whatever somebody is called, his mail has one recipient: for each way of reading it, and for the server that takes it."""

import io
import zipfile
from datetime import UTC, datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.policy import default
from email.utils import getaddresses

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlmodel import select

from db import models
from db.engine import write_session
from landkaart.domein.herinnering import BerichtStatus, Brief, Ontvanger
from landkaart.domein.tertaal import Tertaal
from landkaart.post.files import drafts
from landkaart.post.heads import plain_name
from landkaart.post.mailserver import Mailserver
from landkaart.post.message import compose
from landkaart.rapport.herkomst import Herkomst
from landkaart.settings import Afzender
from tests.steps.mail_senders import begin, counted, meldingen, send
from tests.steps.mail_servers import Box, running

ADRES, WHERE = "jan@gemeente.nl", "https://landkaart.voorbeeld.nl"
HERKOMST = Herkomst({"Gemaakt": "vandaag"})
NAMES = [
    "Werkplein Zuidoost, locatie Helmond, t.a.v. mevrouw De Vries-van den Berg",
    "Werkplein Zuidoost, locatie Helmond, ander@elders.voorbeeld.nl, J. Jansen",
    "Werkplein Zuidoost, locatie Helmond, <ander@elders.voorbeeld.nl>, mevrouw De Vries-van den Berg",
    'Jan "de baas" <ander@elders.nl>, Piet; iedereen: ander@elders.nl;',
    "ander@elders.nl",
    "ander@elders.nl>",
    "<ander@elders.nl>, ",
    "Jan\r\nBcc: ander@elders.nl",
    "Jan\nTo: ander@elders.nl\n\nDag",
    "Jan\u2028Bcc: ander@elders.nl",
    "Súdwest-Fryslân, locatie Snits, ander@elders.nl, " + "é" * 70,
    "=?utf-8?q?Jan=2C_ander=40elders=2Enl=2C?=",
    "Jan \\",
    'Jan "',
    "(Jan",
    "x" * 300,
    "Een heel lange naam zonder leestekens die verder gaat dan een regel van achtenzeventig tekens",
    "",
    "👩‍👩‍👧 Jansen, ander@elders.nl",
]
PIECES = st.sampled_from(
    [*'<>,;:@"\\()[]=?. ', "\r\n", "ander@elders.nl", "=?utf-8?q?=2C?=", "Jan", "é", "Bcc:", "\t", "\0"]
)


def brief(naam: str, adres: str = ADRES, onderwerp: str = "Landkaart van {werkplein}") -> Brief:
    to = Ontvanger(adres, naam, (("zuidoost", naam),))
    return Brief(1, to, Tertaal(2009, 3), datetime(2010, 1, 1, tzinfo=UTC), onderwerp, "Dag {werkplein}: {link}")


def written(naam: str, afzender: str = "Landkaart", **other) -> bytes:
    return compose(brief(naam, **other), afzender=Afzender(afzender, "landkaart@voorbeeld.nl"), adres=WHERE).as_bytes()


def readings(content: bytes, head: str) -> list[list[str]]:
    """The addresses in a head, read in four ways: by today's rules, by the old ones, and both after decoding it first."""
    new, old = message_from_bytes(content, policy=default), message_from_bytes(content)
    decoded = [str(new[head]), str(make_header(decode_header(old[head])))]
    return [
        [each.addr_spec for each in new[head].addresses],
        *([adres for _, adres in getaddresses([text])] for text in (old[head], *decoded)),
    ]


def only_ours(content: bytes) -> bool:
    """No line in the head that is not ours, and none that is twice."""
    ours = ["To", "From", "Subject", "Date", "Message-ID", "Auto-Submitted"]
    heads = message_from_bytes(content).keys()
    return heads == [*ours, "Content-Type", "Content-Transfer-Encoding", "MIME-Version"]


@pytest.mark.parametrize("naam", NAMES)
def test_a_name_adds_no_recipient(naam):
    content = written(naam)

    assert readings(content, "To") == [[ADRES]] * 4
    assert only_ours(content)


@pytest.mark.parametrize("naam", NAMES)
def test_neither_does_it_to_whom_one_answers(naam):
    assert readings(written("Jan", afzender=naam), "From") == [["landkaart@voorbeeld.nl"]] * 4


@given(st.lists(PIECES, max_size=40).map("".join))
def test_nor_does_a_name_by_chance(naam):
    content = written(naam, afzender=naam, onderwerp="{werkplein}")

    assert readings(content, "To") == [[ADRES]] * 4
    assert readings(content, "From") == [["landkaart@voorbeeld.nl"]] * 4
    assert only_ours(content)


@pytest.mark.parametrize("naam", NAMES)
def test_the_server_hears_of_one_recipient(naam):
    box = Box()
    message = message_of(naam)
    with running(box) as smtp, Mailserver(smtp, WHERE, timeout=5) as server:
        server.open()
        assert server.deliver(message) == (BerichtStatus.VERZONDEN, None)

    # The box takes a mail with one RCPT and no other.
    assert box.addresses == [ADRES]


def message_of(naam: str):
    return compose(brief(naam), afzender=Afzender(naam, "landkaart@voorbeeld.nl"), adres=WHERE)


@pytest.mark.parametrize("naam", NAMES)
def test_no_line_of_the_head_is_longer_than_mail_allows_and_all_of_it_is_ascii(naam):
    head, _, _ = written(naam, afzender=naam).partition(b"\r\n\r\n")

    assert head.isascii()
    # A Message-ID has no place where it may be folded.
    lines = [line for line in head.split(b"\r\n") if not line.startswith(b"Message-ID:")]
    assert max(map(len, lines)) <= max(78, len("Subject: Landkaart van ") + len(naam))


@pytest.mark.parametrize("local", ["a" * 64, ".".join(["abcdefghij"] * 6), "o'neill", "jan+landkaart"])
def test_a_long_or_a_strange_address_stays_one(local):
    adres = f"{local}@{'heel-lang-' * 6}gemeente.voorbeeld.nl"

    assert readings(written("Jan, de baas, " + "van alles " * 9, adres=adres), "To") == [[adres]] * 4


@pytest.mark.parametrize(
    "adres",
    ["jan@a.nl, piet@b.nl", "jan@a.nl\r\nBcc: piet@b.nl", "<jan@a.nl>", "jan", "", "josé@a.nl", "=jan@a.nl", "-jan@a.nl"],
)
def test_what_is_not_one_address_gets_no_mail(adres):
    with pytest.raises(ValueError):
        written("Jan", adres=adres)


def test_a_draft_says_the_same_and_what_cannot_be_made_is_named():
    with zipfile.ZipFile(io.BytesIO(drafts([brief(NAMES[0]), brief("José", adres="josé@a.nl")], WHERE, HERKOMST))) as packed:
        assert packed.namelist() == ["0001-jan@gemeente.nl.eml", "NIET-GEMAAKT.txt", "herkomst.txt"]
        assert readings(packed.read("0001-jan@gemeente.nl.eml"), "To") == [[ADRES]] * 4
        assert "josé@a.nl" in packed.read("NIET-GEMAAKT.txt").decode()


@pytest.mark.parametrize("adres", ["../../jan@a.nl", "jan/piet@a.nl", "jan|piet@a.nl", f"{'j' * 250}@a.nl"])
def test_the_name_of_a_draft_is_a_name_for_every_file_system(adres):
    with zipfile.ZipFile(io.BytesIO(drafts([brief("Jan", adres=adres)], WHERE, HERKOMST))) as packed:
        name, _ = packed.namelist()

    assert len(name.encode()) <= 255
    assert not set(name) & set('/\\:*?"<>|')


def test_a_name_stays_readable():
    assert plain_name(NAMES[0]) == "Werkplein Zuidoost locatie Helmond t.a.v. mevrouw De Vries-van den Berg"
    mail = message_from_bytes(written(NAMES[0]), policy=default)
    assert " ".join(mail["To"].addresses[0].display_name.split()) == plain_name(NAMES[0])
    assert (
        str(make_header(decode_header(message_from_bytes(written(NAMES[0]))["To"]))) == f"{plain_name(NAMES[0])} <{ADRES}>"
    )
    assert str(message_from_bytes(written("Súdwest-Fryslân"), policy=default)["To"]) == f"Súdwest-Fryslân <{ADRES}>"


@pytest.mark.parametrize("naam", ["Súdwest – Fryslân", "Bergen (L.), Bergen (NH.)", "=?utf-8?q?=2C?=", "é" * 120])
def test_a_subject_says_what_was_typed(naam):
    assert message_from_bytes(written(naam), policy=default)["Subject"] == f"Landkaart van {naam}"


@pytest.mark.usefixtures("small_landkaart")
def test_a_name_in_the_database_cannot_add_a_header():
    mailing, box = begin(1), Box()
    with write_session() as session:
        session.exec(select(models.Bericht)).one().naam = "Jo\r\nBcc: ander@voorbeeld.nl"

    with running(box) as smtp:
        send(mailing, smtp.port)

    [(adres, mail)] = box.mails
    assert ([each.addr_spec for each in mail["To"].addresses], mail["Bcc"]) == ([adres], None)
    assert counted() == {"verzonden": 1}


@pytest.mark.usefixtures("small_landkaart")
def test_an_address_that_no_mail_can_carry_is_said():
    mailing, box = begin(1), Box()
    with write_session() as session:
        session.exec(select(models.Bericht)).one().adres = "jan@voorbeeld.nl, ander@voorbeeld.nl"
        session.exec(select(models.Account)).one().adres = "jan@voorbeeld.nl, ander@voorbeeld.nl"

    with running(box) as smtp:
        send(mailing, smtp.port)

    assert (box.mails, counted()) == ([], {"mislukt": 1})
    assert meldingen() == {"dit adres of deze tekst kan niet in een e-mail"}

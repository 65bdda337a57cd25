"""Programs of their own that send a mailing: to be killed, or to be two at once."""

import os
from collections import Counter
from datetime import UTC, datetime

from sqlalchemy import update
from sqlmodel import select

from db import models
from db.actions.mailings import start_mailing
from db.engine import read_session, write_session
from landkaart.domein.herinnering import HerinnerGroep
from landkaart.domein.rechten import operator
from landkaart.post.mailserver import Mailserver
from landkaart.post.sending import send_mailing
from tests.steps.mail_servers import to
from tests.steps.perform import perform
from tests.steps.small_landkaart import NU, keep, make_uitvraag, make_werkplein

ADRES = "https://landkaart.voorbeeld.nl"


def begin(number: int, **changed) -> int:
    """A mailing to so many addresses, of so many werkpleinen, in an uitvraag that is open for long; its id."""
    keep(*[make_werkplein(f"w{each}") for each in range(number)], make_uitvraag(sluit=datetime(2100, 1, 1, tzinfo=UTC)))
    have_passwords()
    return start(**changed)


def have_passwords() -> None:
    """Everybody has a way in: nobody is invited by the mail."""
    with write_session() as session:
        session.exec(update(models.Account).values(wachtwoord="geheim"))


def start(**changed) -> int:
    what = {"sleutel": "1", "tertaal": NU, "groep": HerinnerGroep.NIET_BEGONNEN, "nogmaals": False}
    what |= {"onderwerp": "Landkaart {tertaal}: {werkplein}", "tekst": "Beste collega,\n\nInvullen kan {sluit}: {link}"}
    return perform(start_mailing, **(what | changed))


def send(mailing: int, port: int) -> None:
    send_mailing(mailing, Mailserver(to(port), ADRES, timeout=5), by=operator())


def send_apart(address: str, mailing: int, port: int) -> None:
    """In a process of its own."""
    os.environ["DATABASE_URL"] = address
    send(mailing, port)


def outcomes() -> dict[str, str]:
    """Status by address; of all mailings, so for a test with one."""
    with read_session() as session:
        return dict(session.exec(select(models.Bericht.adres, models.Bericht.status)).all())


def meldingen() -> set[str | None]:
    with read_session() as session:
        return set(session.exec(select(models.Bericht.melding)).all())


def counted() -> dict[str, int]:
    return dict(Counter(outcomes().values()))

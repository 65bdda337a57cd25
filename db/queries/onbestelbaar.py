"""Addresses where mail does not arrive, and where the mailbox was read to that tells of them."""

import json
from datetime import datetime

from sqlmodel import Session, select

from db import models
from db.queries.respons import contacten
from db.queries.werkpleinen import names
from landkaart.domein.onbestelbaar import Bron, OnbestelbaarAdres, Postbus

# The name of the setting: where the mailbox was read to.
MAILBOX = "postbus"


def onbestelbaar(*, session: Session) -> list[OnbestelbaarAdres]:
    """Return them, the newest first."""
    rows = session.exec(select(models.Onbestelbaar).order_by(models.Onbestelbaar.sinds.desc())).all()
    about: dict[str, list[str]] = {}
    namen = names(session=session) if rows else {}
    for code, people in contacten(session=session).items() if rows else ():
        for person in people:
            about.setdefault(person.adres, []).append(namen[code])
    return [
        OnbestelbaarAdres(row.adres, row.reden, Bron(row.bron), row.sinds, tuple(sorted(about.get(row.adres, ()))))
        for row in rows
    ]


def is_marked(*, session: Session, adres: str) -> bool:
    """Tell whether no mail arrives at an address."""
    return session.get(models.Onbestelbaar, adres) is not None


def postbus(*, session: Session) -> Postbus:
    """Return where the mailbox was read to; from its beginning when it never was."""
    row = session.get(models.Instelling, MAILBOX)
    if row is None:
        return Postbus()
    kept = json.loads(row.waarde)
    read = kept["gelezen"] and datetime.fromisoformat(kept["gelezen"])
    return Postbus(kept["uidvalidity"], kept["uid"], read, kept["fout"])

"""Reminders: who would get one, what was sent, and what came of it."""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import case, func, select
from sqlmodel import Session

from db import models
from db.queries.respons import respons
from db.queries.uitvragen import uitvraag
from db.queries.werkpleinen import names as all_names
from landkaart.domein.herinnering import (
    REACHED,
    Bericht,
    BerichtStatus,
    Brief,
    Groep,
    HerinnerGroep,
    Mailing,
    Ontvanger,
    PostSoort,
    as_groep,
    per_adres,
)
from landkaart.domein.respons import Reactie, Respons
from landkaart.domein.tertaal import Tertaal

# What is said of a mail that somebody took along to send himself; how the program knows it again.
FILE = "meegegeven als bestand"


def ontvangers(
    *, session: Session, tertaal: Tertaal, groep: HerinnerGroep, now: datetime
) -> tuple[list[Ontvanger], list[Reactie]]:
    """Find who is to be reminded at this moment, by address; and the werkpleinen without one."""
    return per_adres(members(respons(session=session, tertaal=tertaal), groep, now))


def members(found: Respons | None, groep: Groep, now: datetime) -> list[Reactie]:
    """Find who belongs to a group at a moment: nobody without an uitvraag."""
    return [row for row in found.reacties if groep.takes(row, found.uitvraag, now)] if found else []


def mailings(*, session: Session, tertaal: Tertaal) -> list[Mailing]:
    """Return the mailings of one uitvraag, the newest first."""
    mailing, sent = models.Mailing, models.Bericht
    as_file = func.sum(case((sent.melding == FILE, 1), else_=0))
    query = select(sent.mailing_id, sent.status, func.count(), as_file).join(mailing, mailing.id == sent.mailing_id)
    counts: dict[int, dict[BerichtStatus, int]] = {}
    by_file: Counter[int] = Counter()
    query = query.where(mailing.tertaal == str(tertaal)).group_by(sent.mailing_id, sent.status)
    for number, status, count, files in session.connection().execute(query):
        counts.setdefault(number, {})[BerichtStatus(status)] = count
        by_file[number] += files
    rows = session.execute(select(mailing).where(mailing.tertaal == str(tertaal)).order_by(mailing.id.desc())).scalars()
    return [as_mailing(row, counts.get(row.id, {}), by_file[row.id]) for row in rows]


def recent(*, session: Session, tertaal: Tertaal, groep: HerinnerGroep, now: datetime) -> list[Mailing]:
    """Find the mailings to this group of less than a day ago that reached somebody, or will."""
    found = mailings(session=session, tertaal=tertaal)
    return [each for each in found if each.is_recent(groep, now)]


def by_key(*, session: Session, sleutel: str) -> Mailing | None:
    """Find the mailing that the same press of the button made before."""
    query = select(models.Mailing.id, models.Mailing.tertaal).where(models.Mailing.sleutel == sleutel)
    row = session.connection().execute(query).first()
    found = mailings(session=session, tertaal=Tertaal.parse(row.tertaal)) if row else []
    return next((each for each in found if each.id == row.id), None)


def berichten(*, session: Session, mailing_id: int) -> list[Bericht]:
    """Return the mails of a mailing in order of address."""
    names: dict[int, list[str]] = {}
    about, place, sent = models.BerichtWerkplein, models.Werkplein, models.Bericht
    # Asked once: whether a naam stands twice is no question to ask for each mail.
    called = all_names(session=session)
    pairs = select(about.bericht_id, place.code).join(place, place.id == about.werkplein_id)
    pairs = pairs.join(sent, sent.id == about.bericht_id).where(sent.mailing_id == mailing_id).order_by(place.naam)
    for number, code in session.connection().execute(pairs):
        names.setdefault(number, []).append(called[code])
    rows = session.execute(select(sent).where(sent.mailing_id == mailing_id).order_by(sent.adres)).scalars()
    return [
        Bericht(row.adres, row.naam, BerichtStatus(row.status), row.melding, row.gewijzigd_op, tuple(names.get(row.id, ())))
        for row in rows
    ]


def handed_out(*, session: Session, mailing_id: int, now: datetime) -> list[Brief]:
    """Return the mails to take along, without the ones whose werkpleinen have responded since."""
    mailing = session.get(models.Mailing, mailing_id)
    if mailing is None:
        return []
    group = group_of(session, mailing, now)
    wanted = (models.Bericht.mailing_id == mailing_id) & (models.Bericht.melding == FILE)
    rows = session.execute(select(models.Bericht).where(wanted).order_by(models.Bericht.adres)).scalars().all()
    return [brief for row in rows if (brief := brief_of(session, mailing, row, group))]


def group_of(
    session: Session, mailing: models.Mailing, now: datetime, codes: Collection[str] | None = None
) -> dict[str, tuple[Reactie, datetime]]:
    """Find by code who still belongs to the group of a mailing, of all or of some, and the first moment too late for it."""
    found = respons(session=session, tertaal=Tertaal.parse(mailing.tertaal), codes=codes)
    return {row.code: (row, row.uitstel or found.uitvraag.sluit) for row in members(found, as_groep(mailing.groep), now)}


def brief_of(
    session: Session, mailing: models.Mailing, row: models.Bericht, group: Mapping[str, tuple[Reactie, datetime]]
) -> Brief | None:
    """Make a mail as it is to leave now, about those of its werkpleinen that are still in the group; None without any."""
    left = [group[code] for code in codes_of(session, row.id) if code in group]
    left = [(each, sluit) for each, sluit in left if row.adres in {person.adres for person in each.bereikbaar}]
    if not left:
        return None
    to = Ontvanger(row.adres, row.naam, tuple((each.code, each.naam) for each, _ in left))
    first = min(sluit for _, sluit in left)
    return Brief(row.id, to, Tertaal.parse(mailing.tertaal), first, mailing.onderwerp, mailing.tekst)


def codes_written_to(*, session: Session, tertaal: Tertaal, since: datetime) -> set[str]:
    """Return the werkpleinen that were asked to respond by a mail since a moment, or will be by one that waits."""
    about, place, sent, mailing = models.BerichtWerkplein, models.Werkplein, models.Bericht, models.Mailing
    query = select(place.code).join(about, about.werkplein_id == place.id).join(sent, sent.id == about.bericht_id)
    query = query.join(mailing, mailing.id == sent.mailing_id).where(
        mailing.tertaal == str(tertaal),
        mailing.groep != PostSoort.BEVESTIGING.value,
        mailing.gemaakt_op >= since,
        sent.status.in_([each.value for each in REACHED]),
    )
    return set(session.connection().execute(query).scalars())


def codes_of(session: Session, bericht_id: int) -> list[str]:
    """Return the werkpleinen that a mail is about, by naam."""
    about, place = models.BerichtWerkplein, models.Werkplein
    query = select(place.code).join(about, about.werkplein_id == place.id).where(about.bericht_id == bericht_id)
    return list(session.connection().execute(query.order_by(place.naam)).scalars())


def can_be_answered(*, session: Session, tertaal: Tertaal, now: datetime) -> bool:
    """Tell whether any werkplein can still respond: the uitvraag is open, or somebody has more time."""
    found = uitvraag(session=session, tertaal=tertaal)
    longer = select(func.max(models.Uitstel.tot)).where(models.Uitstel.tertaal == str(tertaal))
    last = session.connection().execute(longer).scalar()
    return found is not None and found.opent <= now < max(filter(None, (found.sluit, last)))


def as_mailing(row: models.Mailing, counts: dict[BerichtStatus, int], along: int) -> Mailing:
    return Mailing(row.id, as_groep(row.groep), row.onderwerp, row.door, row.gemaakt_op, counts, along)

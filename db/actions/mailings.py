"""Reminders leave one by one: each is claimed, sent, and settled. Whoever submits in between gets none."""

from sqlalchemy import delete, insert, update
from sqlmodel import Session, select

from db import models
from db.actions.log import write_log
from db.queries.mailings import FILE, brief_of, by_key, codes_of, group_of, members, recent
from db.queries.respons import respons
from db.rights import eis
from landkaart.domein.clock import Clock
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.herinnering import (
    GONE,
    BerichtStatus,
    Brief,
    HerinnerGroep,
    KortGeleden,
    Ontvanger,
    per_adres,
    require_subject,
    require_text,
)
from landkaart.domein.rechten import Gebruiker, Recht
from landkaart.domein.tertaal import Tertaal

BROKE_OFF = "het versturen brak af; deze mail kan zijn aangekomen"
PASSED = "hoeft niet meer: intussen gereageerd, vrijgesteld, gesloten of een ander adres"
PRACTICE = "een oefenaccount: daar leest niemand post"


def start_mailing(
    *,
    session: Session,
    sleutel: str,
    tertaal: Tertaal,
    groep: HerinnerGroep,
    onderwerp: str,
    tekst: str,
    nogmaals: bool,
    by: Gebruiker,
    clock: Clock,
) -> int:
    """The id of the mailing with all its mails, which wait; nothing leaves yet. The same `sleutel` again is the same one.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer, and KortGeleden unless it is to be done `nogmaals`.
    """
    eis(session, by, Recht.UITVRAAG_UITVOEREN)
    known = by_key(session=session, sleutel=sleutel)
    if known is not None:
        return known.id
    now = clock.now()
    words = {"onderwerp": require_subject(onderwerp), "tekst": require_text(tekst)}
    if not nogmaals and recent(session=session, tertaal=tertaal, groep=groep, now=now):
        raise KortGeleden("Deze groep kreeg minder dan een dag geleden al een herinnering. Bevestig dat het nogmaals moet.")
    people, _ = per_adres(members(respons(session=session, tertaal=tertaal), groep, now))
    if not people:
        raise OngeldigeInvoer("Er is niemand met een e-mailadres om te herinneren. Er is niets verstuurd.")
    mailing = models.Mailing(sleutel=sleutel, tertaal=str(tertaal), groep=groep.value, **words, door=by.naam, gemaakt_op=now)
    session.add(mailing)
    session.flush()
    add_mails(session, mailing, people)
    nieuw = {"groep": groep.value, "onderwerp": words["onderwerp"], "adressen": len(people)}
    write_log(session, Handeling.MAILING, by=by, now=now, tertaal=tertaal, nieuw=nieuw)
    return mailing.id


def add_mails(session: Session, mailing: models.Mailing, people: list[Ontvanger]) -> None:
    place = {"mailing_id": mailing.id, "status": BerichtStatus.WACHT.value, "gewijzigd_op": mailing.gemaakt_op}
    session.execute(insert(models.Bericht), [place | {"adres": each.adres, "naam": each.naam} for each in people])
    found = select(models.Bericht.adres, models.Bericht.id).where(models.Bericht.mailing_id == mailing.id)
    mails = dict(session.exec(found).all())
    ids = dict(session.exec(select(models.Werkplein.code, models.Werkplein.id)).all())
    about = [{"bericht_id": mails[each.adres], "werkplein_id": ids[code]} for each in people for code, _ in each.werkpleinen]
    session.execute(insert(models.BerichtWerkplein), about)


def claim(*, session: Session, mailing_id: int, by: Gebruiker, clock: Clock) -> Brief | None:
    """The next mail to send: whoever claims it is the only one who does. None when nothing waits any more.

    Judged at this very moment: who has responded since is passed over. Raises NietToegestaan, NietAangemeld.
    The line in the log comes when it is known what became of the mail: see `settle`.
    """
    eis(session, by, Recht.UITVRAAG_UITVOEREN)
    mailing = require_mailing(session, mailing_id)
    let_go(session, mailing_id, clock)
    while (row := next_waiting(session, mailing_id)) is not None:
        codes = codes_of(session, row.id)
        brief = brief_of(session, mailing, row, group_of(session, mailing, clock.now(), codes))
        practice = is_practice(session, row.adres)
        if brief is not None and not practice:
            keep_only(session, brief)
            put(session, row, BerichtStatus.BEZIG, None, clock)
            return brief
        put(session, row, BerichtStatus.OVERGESLAGEN, PRACTICE if practice else PASSED, clock)
        log_mail(session, mailing, row, by, clock)
    return None


def settle(
    *, session: Session, bericht_id: int, status: BerichtStatus, melding: str | None, door: Gebruiker, clock: Clock
) -> None:
    """Write down what came of a mail that was claimed; also when the right to send was taken away in the meantime."""
    row = session.get(models.Bericht, bericht_id)
    if row.status not in (BerichtStatus.BEZIG.value, BerichtStatus.ONZEKER.value):
        return
    put(session, row, status, melding, clock)
    log_mail(session, session.get(models.Mailing, row.mailing_id), row, door, clock)


def hand_out(*, session: Session, mailing_id: int, by: Gebruiker, clock: Clock) -> int:
    """Everything that waits goes along as a file, for somebody to send himself; returns how many mails that are."""
    eis(session, by, Recht.UITVRAAG_UITVOEREN)
    mailing = require_mailing(session, mailing_id)
    group = group_of(session, mailing, clock.now())
    waiting = session.exec(waits(mailing_id)).all()
    taken = 0
    for row in waiting:
        brief = brief_of(session, mailing, row, group)
        if brief is not None:
            keep_only(session, brief)
        taken += brief is not None
        outcome = (BerichtStatus.VERZONDEN, FILE) if brief else (BerichtStatus.OVERGESLAGEN, PASSED)
        put(session, row, *outcome, clock)
    if waiting:
        nieuw = {"als_bestand": taken, "overgeslagen": len(waiting) - taken}
        what = {"tertaal": Tertaal.parse(mailing.tertaal), "nieuw": nieuw}
        write_log(session, Handeling.MAILING, by=by, now=clock.now(), **what)
    return taken


def retry(*, session: Session, mailing_id: int, by: Gebruiker, clock: Clock) -> int:
    """What failed waits again; returns how many. What is uncertain does not: it may have arrived."""
    eis(session, by, Recht.UITVRAAG_UITVOEREN)
    mailing = require_mailing(session, mailing_id)
    failed = (models.Bericht.mailing_id == mailing_id) & (models.Bericht.status == BerichtStatus.MISLUKT.value)
    again = {"status": BerichtStatus.WACHT.value, "melding": None, "gewijzigd_op": clock.now()}
    number = session.exec(update(models.Bericht).where(failed).values(**again)).rowcount
    if not number:
        raise OngeldigeInvoer("Er is geen mislukte mail meer om opnieuw te proberen.")
    what = {"tertaal": Tertaal.parse(mailing.tertaal), "nieuw": {"opnieuw": number}}
    write_log(session, Handeling.MAILING, by=by, now=clock.now(), **what)
    return number


def require_mailing(session: Session, mailing_id: int) -> models.Mailing:
    found = session.get(models.Mailing, mailing_id)
    if found is None:
        raise OngeldigeInvoer("Deze herinnering bestaat niet. Ververs de pagina.")
    return found


def let_go(session: Session, mailing_id: int, clock: Clock) -> None:
    """A claim of somebody who is gone: the mail may have left, so it does not leave again."""
    gone = (models.Bericht.mailing_id == mailing_id) & (models.Bericht.status == BerichtStatus.BEZIG.value)
    gone &= models.Bericht.gewijzigd_op < clock.now() - GONE
    session.exec(update(models.Bericht).where(gone).values(status=BerichtStatus.ONZEKER.value, melding=BROKE_OFF))


def next_waiting(session: Session, mailing_id: int) -> models.Bericht | None:
    return session.exec(waits(mailing_id).limit(1)).first()


def waits(mailing_id: int):
    here = (models.Bericht.mailing_id == mailing_id) & (models.Bericht.status == BerichtStatus.WACHT.value)
    return select(models.Bericht).where(here).order_by(models.Bericht.id)


def is_practice(session: Session, adres: str) -> bool:
    demo = select(models.Account.id).where(models.Account.adres == adres, models.Account.demo.is_(True))
    return session.exec(demo).first() is not None


def keep_only(session: Session, brief: Brief) -> None:
    """A mail is about the werkpleinen that it names: the others are no longer its business."""
    others = set(codes_of(session, brief.bericht_id)) - {code for code, _ in brief.ontvanger.werkpleinen}
    if not others:
        return
    others = select(models.Werkplein.id).where(models.Werkplein.code.in_(sorted(others)))
    about = models.BerichtWerkplein
    session.exec(delete(about).where(about.bericht_id == brief.bericht_id, about.werkplein_id.in_(others)))


def put(session: Session, row: models.Bericht, status: BerichtStatus, melding: str | None, clock: Clock) -> None:
    row.status, row.melding, row.gewijzigd_op = status.value, melding, clock.now()
    session.flush()


def log_mail(session: Session, mailing: models.Mailing, row: models.Bericht, by: Gebruiker, clock: Clock) -> None:
    nieuw = {"adres": row.adres, "status": row.status, "melding": row.melding}
    write_log(session, Handeling.MAILING, by=by, now=clock.now(), tertaal=Tertaal.parse(mailing.tertaal), nieuw=nieuw)

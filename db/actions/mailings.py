"""Mails leave one by one: each is claimed, sent, and settled. Whoever submits in between gets no reminder."""

from dataclasses import replace
from typing import cast

from sqlalchemy import delete, insert, update
from sqlmodel import Session, select
from sqlmodel.sql.expression import SelectOfScalar

from db import models
from db.act import About, Act
from db.actions.klok import require_believed
from db.actions.ways_in import add_link
from db.queries.accounts import by_adres
from db.queries.mailings import FILE, brief_of, by_key, codes_of, group_of, members, recent
from db.queries.respons import respons
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.herinnering import (
    GONE,
    BerichtStatus,
    Brief,
    Groep,
    HerinnerGroep,
    Herinnering,
    KortGeleden,
    Ontvanger,
    per_adres,
    require_subject,
    require_text,
)
from landkaart.domein.rechten import Recht

BROKE_OFF = "het versturen brak af; deze mail kan zijn aangekomen"
PASSED = "hoeft niet meer: intussen gereageerd, vrijgesteld, gesloten, een ander adres of onbestelbaar"
PRACTICE = "een oefenaccount: daar leest niemand post"


def start_mailing(act: Act, *, herinnering: Herinnering, sleutel: str, nogmaals: bool) -> int:
    """Make a mailing with all its mails, which wait, and return its id; nothing leaves yet.

    The same `sleutel` again is the same mailing. `nogmaals`: also to a group that was reminded within a day.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer, KortGeleden, KlokOnzeker.
    """
    act.require(Recht.UITVRAAG_UITVOEREN)
    if act.by.operator:
        # A timer: nobody sees that the clock is wrong, and a mail does not come back.
        require_believed(act.session)
    session, tertaal, groep = act.session, herinnering.tertaal, as_chosen(herinnering.groep)
    known = by_key(session=session, sleutel=sleutel)
    if known is not None:
        return known.id
    words = {"onderwerp": require_subject(herinnering.onderwerp), "tekst": require_text(herinnering.tekst)}
    what = replace(herinnering, **words)
    if not nogmaals and recent(session=session, tertaal=tertaal, groep=groep, now=act.now):
        raise KortGeleden("Deze groep kreeg minder dan een dag geleden al een herinnering. Bevestig dat het nogmaals moet.")
    people, _ = per_adres(members(respons(session=session, tertaal=tertaal), groep, act.now))
    if not people:
        raise OngeldigeInvoer("Er is niemand met een e-mailadres om te herinneren. Er is niets verstuurd.")
    number = add_mailing(act, what, sleutel, people)
    log_mailing(act, what, people)
    return number


def as_chosen(groep: Groep) -> HerinnerGroep:
    """Return a group that somebody may choose; what the clock sends is planned (`db.actions.geplande_post`).

    Raises OngeldigeInvoer.
    """
    if not isinstance(groep, HerinnerGroep):
        raise OngeldigeInvoer("Deze e-mail gaat vanzelf weg. Kies een groep om te herinneren.")
    return groep


def add_mailing(act: Act, what: Herinnering, sleutel: str, people: list[Ontvanger]) -> int:
    """Keep a mailing with a mail for each of these people, which waits: a part of what begins one."""
    whose = {"sleutel": sleutel, "door": act.by.naam, "gemaakt_op": act.now}
    words = {"onderwerp": what.onderwerp, "tekst": what.tekst}
    mailing = models.Mailing(**whose, tertaal=str(what.tertaal), groep=what.groep.value, **words)
    act.session.add(mailing)
    act.session.flush()
    if people:
        add_mails(act.session, mailing, people)
    return cast(int, mailing.id)


def log_mailing(act: Act, what: Herinnering, people: list[Ontvanger]) -> None:
    nieuw = {"groep": what.groep.value, "onderwerp": what.onderwerp, "adressen": len(people)}
    act.log(Handeling.MAILING, About(tertaal=what.tertaal), nieuw=nieuw)


def add_mails(session: Session, mailing: models.Mailing, people: list[Ontvanger]) -> None:
    waiting = {"mailing_id": mailing.id, "status": BerichtStatus.WACHT.value, "gewijzigd_op": mailing.gemaakt_op}
    session.execute(insert(models.Bericht), [waiting | {"adres": each.adres, "naam": each.naam} for each in people])
    found = select(models.Bericht.adres, models.Bericht.id).where(models.Bericht.mailing_id == mailing.id)
    mails = dict(session.exec(found).all())
    ids = dict(session.exec(select(models.Werkplein.code, models.Werkplein.id)).all())
    about = [{"bericht_id": mails[each.adres], "werkplein_id": ids[code]} for each in people for code, _ in each.werkpleinen]
    session.execute(insert(models.BerichtWerkplein), about)


def claim(act: Act, *, mailing_id: int) -> Brief | None:
    """Take the next mail to send: whoever claims it is the only one who does. None when nothing waits any more.

    Judged at this very moment: who has responded since is passed over, and who has no way in yet gets one in the mail. The
    line in the log comes when it is known what became of the mail: see `settle`.

    Raises NietToegestaan, NietAangemeld.
    """
    act.require(Recht.POST_VERSTUREN)
    mailing = require_mailing(act.session, mailing_id)
    let_go(act, mailing_id)
    while (row := next_waiting(act.session, mailing_id)) is not None:
        codes = codes_of(act.session, row.id)
        brief = brief_of(act.session, mailing, row, group_of(act.session, mailing, act.now, codes))
        practice = is_practice(act.session, row.adres)
        if brief is not None and not practice:
            keep_only(act.session, brief)
            set_status(act, row, BerichtStatus.BEZIG)
            return with_way_in(act, brief)
        set_status(act, row, BerichtStatus.OVERGESLAGEN, PRACTICE if practice else PASSED)
        log_mail(act, mailing, row)
    return None


def with_way_in(act: Act, brief: Brief) -> Brief:
    """Give a mail that is claimed a link to choose a password with, when its reader has none: the form is behind it.

    Earlier invitations that still work go on working: one that lies in a mailbox must not end by the next mail.
    """
    found = by_adres(session=act.session, adres=brief.ontvanger.adres)
    if found is None or found.uitgezet_op is not None:
        return replace(brief, heeft_account=False)
    if found.can_sign_in:
        return brief
    act.log(Handeling.ACCOUNT, nieuw={"account": found.id, "uitnodiging": "in een e-mail van de uitvraag"})
    return replace(brief, token=add_link(act.session, found.id, "uitnodiging")[0])


def settle(act: Act, *, bericht_id: int, status: BerichtStatus, melding: str | None) -> None:
    """Write down what came of a mail that was claimed; also when the right to send was taken away in the meantime."""
    row = act.session.get(models.Bericht, bericht_id)
    if row.status not in (BerichtStatus.BEZIG.value, BerichtStatus.ONZEKER.value):
        return
    set_status(act, row, status, melding)
    log_mail(act, act.session.get(models.Mailing, row.mailing_id), row)


def hand_out(act: Act, *, mailing_id: int) -> int:
    """Give everything that waits along as a file, for somebody to send himself; return how many mails that are.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.UITVRAAG_UITVOEREN)
    mailing = require_mailing(act.session, mailing_id)
    group = group_of(act.session, mailing, act.now)
    waiting = act.session.exec(waits(mailing_id)).all()
    taken = 0
    for row in waiting:
        brief = brief_of(act.session, mailing, row, group)
        if brief is not None:
            keep_only(act.session, brief)
        taken += brief is not None
        outcome = (BerichtStatus.VERZONDEN, FILE) if brief else (BerichtStatus.OVERGESLAGEN, PASSED)
        set_status(act, row, *outcome)
    if waiting:
        nieuw = {"als_bestand": taken, "overgeslagen": len(waiting) - taken}
        act.log(Handeling.MAILING, About(tertaal=mailing.tertaal), nieuw=nieuw)
    return taken


def retry(act: Act, *, mailing_id: int) -> int:
    """Let what failed wait again; return how many. What is uncertain does not: it may have arrived.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.UITVRAAG_UITVOEREN)
    mailing = require_mailing(act.session, mailing_id)
    failed = (models.Bericht.mailing_id == mailing_id) & (models.Bericht.status == BerichtStatus.MISLUKT.value)
    again = {"status": BerichtStatus.WACHT.value, "melding": None, "gewijzigd_op": act.now}
    number = act.session.exec(update(models.Bericht).where(failed).values(**again)).rowcount
    if not number:
        raise OngeldigeInvoer("Er is geen mislukte mail meer om opnieuw te proberen.")
    act.log(Handeling.MAILING, About(tertaal=mailing.tertaal), nieuw={"opnieuw": number})
    return number


def require_mailing(session: Session, mailing_id: int) -> models.Mailing:
    found = session.get(models.Mailing, mailing_id)
    if found is None:
        raise OngeldigeInvoer("Deze herinnering bestaat niet. Ververs de pagina.")
    return found


def let_go(act: Act, mailing_id: int) -> None:
    """Give up the claims of somebody who is gone: their mails may have left, so they do not leave again."""
    gone = (models.Bericht.mailing_id == mailing_id) & (models.Bericht.status == BerichtStatus.BEZIG.value)
    gone &= models.Bericht.gewijzigd_op < act.now - GONE
    act.session.exec(update(models.Bericht).where(gone).values(status=BerichtStatus.ONZEKER.value, melding=BROKE_OFF))


def next_waiting(session: Session, mailing_id: int) -> models.Bericht | None:
    return session.exec(waits(mailing_id).limit(1)).first()


def waits(mailing_id: int) -> SelectOfScalar[models.Bericht]:
    here = (models.Bericht.mailing_id == mailing_id) & (models.Bericht.status == BerichtStatus.WACHT.value)
    return select(models.Bericht).where(here).order_by(models.Bericht.id)


def is_practice(session: Session, adres: str) -> bool:
    demo = select(models.Account.id).where(models.Account.adres == adres, models.Account.demo.is_(True))
    return session.exec(demo).first() is not None


def keep_only(session: Session, brief: Brief) -> None:
    """Let a mail be about the werkpleinen that it names: the others are no longer its business."""
    others = set(codes_of(session, brief.bericht_id)) - {code for code, _ in brief.ontvanger.werkpleinen}
    if not others:
        return
    of_others = select(models.Werkplein.id).where(models.Werkplein.code.in_(sorted(others)))
    about = models.BerichtWerkplein
    session.exec(delete(about).where(about.bericht_id == brief.bericht_id, about.werkplein_id.in_(of_others)))


def set_status(act: Act, row: models.Bericht, status: BerichtStatus, melding: str | None = None) -> None:
    row.status, row.melding, row.gewijzigd_op = status.value, melding, act.now
    act.session.flush()


def log_mail(act: Act, mailing: models.Mailing, row: models.Bericht) -> None:
    nieuw = {"adres": row.adres, "status": row.status, "melding": row.melding}
    act.log(Handeling.MAILING, About(tertaal=mailing.tertaal), nieuw=nieuw)

"""A bevestiging for who submitted: it waits from the transaction of the indiening on, so none is left out or doubled."""

from hashlib import sha256

from sqlalchemy import insert, update
from sqlmodel import col, select

from db import models
from db.act import Act
from db.actions.mailings import add_mailing
from db.queries.respons import contacten
from landkaart.domein.herinnering import BerichtStatus, Herinnering, PostSoort
from landkaart.domein.tertaal import Tertaal
from landkaart.settings import can_mail

NEWER = "er is daarna opnieuw ingediend"


def confirm_by_mail(act: Act, werkplein: str, tertaal: Tertaal, versie: int) -> None:
    """Let a mail wait for everybody at a werkplein that just submitted this version: a part of that.

    None where the uitvraag sends no bevestiging, or no mail can be sent: it would leave when nobody expects it any more.
    """
    plan = models.GeplandePost
    of_uitvraag = (plan.tertaal == str(tertaal)) & (plan.soort == PostSoort.BEVESTIGING.value) & plan.aan.is_(True)
    row = act.session.exec(select(plan).where(of_uitvraag)).first()
    if row is None or not can_mail():
        return
    found = contacten(session=act.session, codes=[werkplein]).get(werkplein, [])
    people = [person for person in found if not person.oefen and not person.onbestelbaar]
    pass_over_earlier(act, werkplein, tertaal)
    if not people:
        return
    waiting = {"mailing_id": mailing_of(act, row, tertaal), "status": BerichtStatus.WACHT.value, "gewijzigd_op": act.now}
    waiting |= {"over": f"{werkplein} {versie}"}
    sent = [models.Bericht(**waiting, adres=person.adres, naam=person.naam) for person in people]
    act.session.add_all(sent)
    act.session.flush()
    about = act.session.exec(select(models.Werkplein.id).where(models.Werkplein.code == werkplein)).one()
    links = [{"bericht_id": each.id, "werkplein_id": about} for each in sent]
    act.session.execute(insert(models.BerichtWerkplein), links)


def mailing_of(act: Act, row: models.GeplandePost, tertaal: Tertaal) -> int:
    """Return the mailing with these words, which is made for the first that gets them."""
    mark = sha256(f"{row.onderwerp}\n{row.tekst}".encode()).hexdigest()[:16]
    sleutel = f"{tertaal}-{PostSoort.BEVESTIGING.value}-{mark}"
    known = act.session.exec(select(models.Mailing.id).where(models.Mailing.sleutel == sleutel)).first()
    return known or add_mailing(act, Herinnering(tertaal, PostSoort.BEVESTIGING, row.onderwerp, row.tekst), sleutel, [])


def pass_over_earlier(act: Act, werkplein: str, tertaal: Tertaal) -> None:
    """Let what still waits about an earlier version stay behind: it would say less than the one that comes."""
    sent, mailing = models.Bericht, models.Mailing
    of_kind = select(mailing.id).where(mailing.tertaal == str(tertaal), mailing.groep == PostSoort.BEVESTIGING.value)
    earlier = col(sent.mailing_id).in_(of_kind) & col(sent.over).startswith(f"{werkplein} ", autoescape=True)
    waits = earlier & (sent.status == BerichtStatus.WACHT.value)
    passed = {"status": BerichtStatus.OVERGESLAGEN.value, "melding": NEWER, "gewijzigd_op": act.now}
    act.session.exec(update(sent).where(waits).values(**passed))

"""What an uitvraag sends by itself: how each mail stands, and what is to leave at this moment."""

import json
from datetime import datetime
from typing import NamedTuple

from sqlmodel import Session, col, select

from db import models
from db.queries.mailings import codes_written_to, members
from db.queries.uitvragen import uitvragen
from landkaart.domein.geplande_post import GeplandePost
from landkaart.domein.herinnering import GONE, BerichtStatus, Ontvanger, PostSoort, per_adres
from landkaart.domein.respons import Reactie, Respons
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag

# The name of the setting: why nothing could be sent the last time.
SENDING = "post_versturen"


def postplan(*, session: Session, tertaal: Tertaal) -> list[GeplandePost]:
    """Return all of an uitvraag, in the order in which they leave; what nobody planned is off."""
    rows = session.exec(select(models.GeplandePost).where(models.GeplandePost.tertaal == str(tertaal))).all()
    found = {PostSoort(row.soort): as_geplande_post(row) for row in rows}
    return [found.get(soort) or GeplandePost.usual(soort) for soort in PostSoort]


def due(*, session: Session, now: datetime) -> list[tuple[Uitvraag, GeplandePost]]:
    """Return what should have left by now, the last of an uitvraag first: what is later makes an earlier one needless."""
    plan = models.GeplandePost
    open_ones = (plan.mailing_id.is_(None), plan.vervallen.is_(None), plan.aan.is_(True))
    rows = session.exec(select(plan).where(*open_ones, plan.soort != PostSoort.BEVESTIGING.value)).all()
    known = uitvragen(session=session) if rows else {}
    found = [(known.get(Tertaal.parse(row.tertaal)), as_geplande_post(row)) for row in rows]
    late = [(uitvraag, post) for uitvraag, post in found if uitvraag and post.is_due(uitvraag, now)]
    order = list(PostSoort)
    return sorted(late, key=lambda each: (each[0].tertaal, -order.index(each[1].soort)))


class Bedoeld(NamedTuple):
    """For whom a planned mail is at a moment. `groep`: who belongs to it; `niet_gevraagd`: who of it got no later mail."""

    groep: list[Reactie]
    niet_gevraagd: list[Reactie]
    mensen: list[Ontvanger]
    onbereikbaar: list[Reactie]


def bedoeld(*, session: Session, found: Respons, post: GeplandePost, now: datetime) -> Bedoeld:
    """Find who would get a planned mail if it left now; `mensen` by address. `found`: the respons of its uitvraag."""
    uitvraag = found.uitvraag
    group = members(found, post.soort, max(now, uitvraag.opent))
    moment = post.moment(uitvraag)
    asked = codes_written_to(session=session, tertaal=uitvraag.tertaal, since=moment) if moment else set()
    left = [each for each in group if each.code not in asked]
    return Bedoeld(group, left, *per_adres(left))


def waiting_mailings(*, session: Session, now: datetime) -> list[int]:
    """Return the mailings of the clock of which a mail waits, or was claimed by a sender that is gone."""
    mailing, sent = models.Mailing, models.Bericht
    gone = (sent.status == BerichtStatus.BEZIG.value) & (sent.gewijzigd_op < now - GONE)
    query = select(mailing.id).join(sent, sent.mailing_id == mailing.id).distinct().order_by(mailing.id)
    of_clock = col(mailing.groep).in_([soort.value for soort in PostSoort])
    return list(session.exec(query.where(of_clock, (sent.status == BerichtStatus.WACHT.value) | gone)))


class SendingFault(NamedTuple):
    """Why nothing can be sent at present, in a sentence, and since when."""

    fout: str
    sinds: datetime


def sending_fault(*, session: Session) -> SendingFault | None:
    """Return what stood in the way of sending the last time; None when nothing did."""
    row = session.get(models.Instelling, SENDING)
    if row is None:
        return None
    kept = json.loads(row.waarde)
    return SendingFault(kept["fout"], datetime.fromisoformat(kept["sinds"]))


def as_geplande_post(row: models.GeplandePost) -> GeplandePost:
    return GeplandePost(PostSoort(row.soort), row.onderwerp, row.tekst, row.aan, row.moment, row.mailing_id, row.vervallen)

"""How each planned mail of an uitvraag stands, for who looks: what left, what did not and why, what will."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from sqlmodel import Session

from db.queries.clock import clock_record
from db.queries.geplande_post import bedoeld, postplan, sending_fault
from db.queries.mailings import mailings
from db.queries.respons import respons
from landkaart.domein.geplande_post import GeplandePost, PostBeeld, PostStand
from landkaart.domein.herinnering import BerichtStatus, Mailing, PostSoort
from landkaart.domein.respons import Respons
from landkaart.domein.uitvraag import Uitvraag
from landkaart.programma.namen import WERKPLEIN
from landkaart.settings import can_mail

TO_LEAVE = (PostStand.OP_KOMST, PostStand.TE_LAAT)
NO_SERVER = "er is geen mailserver ingesteld"
CLOCK = "de klok van de server is niet vertrouwd; laat de beheerder hem bevestigen"
NO_ADDRESS = f"nog geen {WERKPLEIN} heeft een e-mailadres waar post aankomt"


def postbeelden(*, session: Session, uitvraag: Uitvraag, now: datetime) -> list[PostBeeld]:
    """Return each planned mail as it stands, in the order in which they leave."""
    sent = mailings(session=session, tertaal=uitvraag.tertaal)
    plan = postplan(session=session, tertaal=uitvraag.tertaal)
    coming = any(each.stand(uitvraag, now) in TO_LEAVE for each in plan)
    found = respons(session=session, tertaal=uitvraag.tertaal) if coming else None
    return [postbeeld(session, found or Respons(uitvraag, ()), post, sent, now) for post in plan]


def postbeeld(session: Session, found: Respons, post: GeplandePost, sent: list[Mailing], now: datetime) -> PostBeeld:
    uitvraag = found.uitvraag
    mine = [each for each in sent if each.id == post.mailing_id or each.groep is post.soort is PostSoort.BEVESTIGING]
    counts = add_up(mine)
    stand = post.stand(uitvraag, now)
    people = 0
    if stand in TO_LEAVE and post.soort is not PostSoort.BEVESTIGING:
        people = len(bedoeld(session=session, found=found, post=post, now=now).mensen)
    left = mine[0].gemaakt_op if post.mailing_id is not None else None
    why = held_up(session, stand, people, counts, post)
    return PostBeeld(post, stand, left or post.moment(uitvraag), people, counts, why)


def add_up(sent: list[Mailing]) -> Mapping[BerichtStatus, int]:
    """Add the mails of some mailings up, by what came of them."""
    found: Counter[BerichtStatus] = Counter()
    for mailing in sent:
        found.update(mailing.aantallen)
    return {status: found[status] for status in BerichtStatus if found[status]}


def held_up(
    session: Session, stand: PostStand, people: int, counts: Mapping[BerichtStatus, int], post: GeplandePost
) -> str | None:
    """Say what stands in the way of one that is to leave, or of which mails wait; None when nothing does."""
    waits = BerichtStatus.WACHT in counts
    if stand not in TO_LEAVE and not waits:
        return None
    if not can_mail():
        return NO_SERVER
    fault = sending_fault(session=session)
    if fault is not None and (waits or stand is PostStand.TE_LAAT):
        return fault.fout
    if stand is PostStand.TE_LAAT and clock_record(session=session).doubt() is not None:
        return CLOCK
    nobody = stand is PostStand.TE_LAAT and not people and post.soort is not PostSoort.BEVESTIGING
    return NO_ADDRESS if nobody else None

"""Planned mails, and what became of them."""

from sqlmodel import select

from db import models
from db.act import begin_act
from db.actions.geplande_post import start_due_post
from db.engine import read_session, write_session
from db.queries.geplande_post import postplan
from db.queries.postbeelden import postbeelden
from db.queries.uitvragen import uitvraag
from landkaart.domein.clock import system_now
from landkaart.domein.geplande_post import GeplandePost, PostBeeld
from landkaart.domein.herinnering import PostSoort
from landkaart.domein.rechten import klok
from tests.steps.small_landkaart import NU

ALL = tuple(PostSoort)


def plan(*soorten: PostSoort, **changed) -> None:
    """These mails of the uitvraag of now are on, with words that say which."""
    with write_session() as session:
        for soort in soorten:
            words = {
                "onderwerp": f"{soort.label} {{tertaal}}: {{werkplein}}",
                "tekst": "Tot {sluit}.\n\n{link}",
                "aan": True,
            }
            session.add(models.GeplandePost(**{"tertaal": str(NU), "soort": soort.value, **words, **changed}))


def start() -> list[int]:
    """What the clock does: the mailings that it began."""
    with begin_act(klok()) as act:
        return start_due_post(act)


def planned(soort: PostSoort) -> GeplandePost:
    with read_session() as session:
        return next(each for each in postplan(session=session, tertaal=NU) if each.soort is soort)


def beeld(soort: PostSoort) -> PostBeeld:
    """As a reader sees it at this moment."""
    with read_session() as session:
        round_ = uitvraag(session=session, tertaal=NU)
        found = postbeelden(session=session, uitvraag=round_, now=system_now())
    return next(each for each in found if each.post.soort is soort)


def mails() -> list[tuple[str, str, str]]:
    """Of every mail there is: the group of its mailing, its address and its status, in that order."""
    mailing, sent = models.Mailing, models.Bericht
    with read_session() as session:
        rows = session.exec(select(mailing.groep, sent.adres, sent.status).join(sent, sent.mailing_id == mailing.id)).all()
    return sorted(map(tuple, rows))


def reached(soort: PostSoort) -> list[str]:
    """The addresses for which a mail of this kind was made."""
    return [adres for groep, adres, _ in mails() if groep == soort.value]

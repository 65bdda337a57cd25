"""What an uitvraag sends by itself: planned and changed by the AKO, begun by the clock, once."""

import json
from datetime import datetime

from sqlmodel import Session, delete, select

from db import models
from db.act import About, Act
from db.actions.klok import require_believed
from db.actions.mailings import add_mailing, log_mailing
from db.actions.uitvragen import require_uitvraag
from db.queries.geplande_post import SENDING, as_geplande_post, bedoeld, due, sending_fault
from db.queries.respons import respons
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.geplande_post import GeplandePost, PostInhoud, require_inhoud
from landkaart.domein.handeling import Handeling
from landkaart.domein.herinnering import Herinnering, PostSoort
from landkaart.domein.rechten import Recht
from landkaart.domein.respons import Respons
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.programma.namen import WERKPLEIN

LEFT = "Deze e-mail is al weg en verandert niet meer. Stuur zo nodig zelf een herinnering bij Herinneren."
CLOSED = "de uitvraag was al gesloten"
NOBODY = f"niemand hoefde nog: ieder {WERKPLEIN} had ingediend of was vrijgesteld"
ASKED_LATER = "wie nog moest, had intussen een latere e-mail gekregen"


def plan_post(act: Act, *, tertaal: Tertaal, soort: PostSoort, inhoud: PostInhoud) -> None:
    """Change the words, the moment, or whether it leaves at all; the same again changes nothing.

    What will never leave can be planned anew, at a moment to come.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.UITVRAAG_UITVOEREN)
    uitvraag = require_uitvraag(act.session, tertaal)
    row, before = find_post(act.session, tertaal, soort)
    wanted = require_inhoud(soort, inhoud, uitvraag, act.now)
    if wanted != before:
        keep_post(act, row, before, wanted, uitvraag)


def send_post_now(act: Act, *, tertaal: Tertaal, soort: PostSoort) -> None:
    """Let it leave as soon as the clock comes by, within a minute, instead of at its moment.

    Raises as `plan_post`.
    """
    act.require(Recht.UITVRAAG_UITVOEREN)
    uitvraag = require_uitvraag(act.session, tertaal)
    if soort is PostSoort.BEVESTIGING:
        raise OngeldigeInvoer(f"Een bevestiging gaat weg zodra een {WERKPLEIN} indient.")
    if not uitvraag.is_open(act.now):
        raise OngeldigeInvoer(f"De uitvraag van {tertaal} is nu niet open: deze e-mail heeft geen zin.")
    row, before = find_post(act.session, tertaal, soort)
    wanted = GeplandePost(soort, before.onderwerp, before.tekst, True, act.now)
    keep_post(act, row, before, wanted, uitvraag)


def start_due_post(act: Act) -> list[int]:
    """Make a mailing of everything that is due, and return those; what makes no sense any more is written off, with why.

    Each becomes a mailing once: who looks next finds that it did, in the same transaction as its mails. Nothing begins by a
    clock that is not believed.

    Raises NietToegestaan, NietAangemeld, KlokOnzeker.
    """
    act.require(Recht.POST_VERSTUREN)
    found = due(session=act.session, now=act.now)
    if found:
        require_believed(act.session)
    made = (start_one(act, uitvraag, post) for uitvraag, post in found)
    return [number for number in made if number is not None]


def start_one(act: Act, uitvraag: Uitvraag, post: GeplandePost) -> int | None:
    """Begin one; None when it makes no sense any more, or reaches nobody yet: then it waits for somebody with an address."""
    found = respons(session=act.session, tertaal=uitvraag.tertaal) or Respons(uitvraag, ())
    for_whom = bedoeld(session=act.session, found=found, post=post, now=act.now)
    row, _ = find_post(act.session, uitvraag.tertaal, post.soort)
    if not for_whom.niet_gevraagd:
        closed = act.now >= uitvraag.sluit
        row.vervallen = CLOSED if closed else ASKED_LATER if for_whom.groep else NOBODY
        about = {"soort": post.soort.value, "vervallen": row.vervallen}
        act.log(Handeling.GEPLANDE_POST, About(tertaal=uitvraag.tertaal), nieuw=about)
        return None
    if not for_whom.mensen:
        return None
    # The moment tells a mail that was planned anew from the one that did not leave.
    sleutel = f"{uitvraag.tertaal}-{post.soort.value}-{post.moment(uitvraag)}"
    what = Herinnering(uitvraag.tertaal, post.soort, post.onderwerp, post.tekst)
    row.mailing_id = add_mailing(act, what, sleutel, for_whom.mensen)
    log_mailing(act, what, for_whom.mensen)
    return row.mailing_id


def note_sending(*, session: Session, fout: str | None, now: datetime) -> None:
    """Write down why nothing can be sent, for who looks at the calendar; None when it can. The same again writes nothing."""
    before = sending_fault(session=session)
    if (before and before.fout) == fout:
        return
    if fout is None:
        session.exec(delete(models.Instelling).where(models.Instelling.sleutel == SENDING))
    else:
        kept = json.dumps({"fout": fout, "sinds": now.isoformat()}, ensure_ascii=False)
        session.merge(models.Instelling(sleutel=SENDING, waarde=kept))


def find_post(session: Session, tertaal: Tertaal, soort: PostSoort) -> tuple[models.GeplandePost | None, GeplandePost]:
    """Find one as it may still change: its row, None when nobody planned it yet, and what it is.

    Raises OngeldigeInvoer when it left.
    """
    plan = models.GeplandePost
    row = session.exec(select(plan).where(plan.tertaal == str(tertaal), plan.soort == soort.value)).first()
    if row is not None and row.mailing_id is not None:
        raise OngeldigeInvoer(LEFT)
    return row, as_geplande_post(row) if row else GeplandePost.usual(soort)


def keep_post(
    act: Act, row: models.GeplandePost | None, before: GeplandePost, wanted: GeplandePost, uitvraag: Uitvraag
) -> None:
    columns = {"onderwerp": wanted.onderwerp, "tekst": wanted.tekst, "aan": wanted.aan, "moment": wanted.gekozen}
    if row is None:
        act.session.add(models.GeplandePost(tertaal=str(uitvraag.tertaal), soort=wanted.soort.value, **columns))
    else:
        row.sqlmodel_update(columns | {"vervallen": None})
    act.session.flush()
    oud, nieuw = (as_logged(each, uitvraag) for each in (before, wanted))
    act.log(Handeling.GEPLANDE_POST, About(tertaal=uitvraag.tertaal), oud=oud, nieuw=nieuw)


def as_logged(post: GeplandePost, uitvraag: Uitvraag) -> dict[str, object]:
    return {
        "soort": post.soort.value,
        "aan": post.aan,
        "moment": post.moment(uitvraag),
        "onderwerp": post.onderwerp,
        "tekst": post.tekst,
        "vervallen": post.vervallen,
    }

"""What all werkpleinen said to the questions on top of the 14."""

from sqlmodel import Session, select

from db.models import Logregel, Vraag, VraagAntwoord, Werkplein
from db.queries.momentopnamen import momentopname
from db.queries.uitvragen import uitvraag
from db.queries.vragen import as_vorm
from db.queries.werkpleinen import active
from landkaart.domein.clock import local_date
from landkaart.domein.handeling import Handeling
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitslag import Uitslag
from landkaart.domein.uitvraag import closing

# What can change an answer, a question, or who is asked.
CHANGING = (
    Handeling.VRAAG,
    Handeling.VRAAGANTWOORD,
    Handeling.INLEZEN,
    Handeling.WERKPLEIN,
    Handeling.UITVRAAG,
    Handeling.MOMENTOPNAME,
    Handeling.TERUGNAME,
)
CHANGED = Logregel.handeling.in_([handeling.value for handeling in CHANGING])
LAST = select(Logregel.id).where(CHANGED).order_by(Logregel.id.desc()).limit(1)


def uitslagen(*, session: Session, tertaal: Tertaal) -> list[Uitslag]:
    """Return what was said to each vraag, in the order in which they were asked."""
    frozen = momentopname(session=session, tertaal=tertaal)
    asked = [row.code for row in frozen.werkpleinen] if frozen else open_at_closing(session, tertaal)
    vragen = session.exec(select(Vraag).where(Vraag.tertaal == str(tertaal)).order_by(Vraag.id)).all()
    return [uitslag(session, vraag, asked) for vraag in vragen]


def open_at_closing(session: Session, tertaal: Tertaal) -> list[str]:
    """Return the codes of who is asked in a tertaal that is not frozen."""
    return active(session=session, on=local_date(closing(tertaal, uitvraag(session=session, tertaal=tertaal))))


def uitslag(session: Session, vraag: Vraag, asked: list[str]) -> Uitslag:
    """Return what was said to one vraag: of each that was asked, and apart who answered without being asked."""
    given = (
        select(Werkplein.code, VraagAntwoord.antwoord, VraagAntwoord.toelichting)
        .join(VraagAntwoord, VraagAntwoord.werkplein_id == Werkplein.id)
        .where(VraagAntwoord.vraag_id == vraag.id)
    )
    rows = session.exec(given.order_by(Werkplein.code)).all()
    vorm, known = as_vorm(vraag.soort, vraag.eenheid, vraag.keuzes), set(asked)
    return Uitslag(
        vraag.code,
        vraag.tekst,
        asked,
        {code: vorm.kept(said) for code, said, _ in rows if code in known},
        {code: text for code, _, text in rows if text and code in known},
        [code for code, _, _ in rows if code not in known],
        vorm,
    )


def last_answer(*, session: Session) -> int:
    """Return a number that grows with whatever can change an uitslag: the same number means the same answers."""
    return session.exec(LAST).first() or 0

"""The questions on top of the 14. Once it was answered, a vraag stays as it is: the answers are answers to that text."""

from sqlalchemy import func
from sqlmodel import Session, select

from db import models
from db.act import About, Act
from db.actions.uitvragen import require_uitvraag
from db.queries.vragen import as_vorm, vorm_columns, vragen
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.vraag import code_for, require_no_answers, require_other_tekst, require_vraag
from landkaart.domein.vraagvorm import JA_OF_NEE, Vorm, require_vorm


def add_vraag(act: Act, *, tertaal: Tertaal, tekst: str, vorm: Vorm = JA_OF_NEE) -> str:
    """Ask a question more, until the closing; return its code. `vorm`: how it is answered.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.UITVRAAG_UITVOEREN)
    require_not_closed(act, tertaal)
    tekst, vorm = require_vraag(tekst), require_vorm(vorm)
    query = select(models.Vraag.code, models.Vraag.tekst).where(models.Vraag.tertaal == str(tertaal))
    known = dict(act.session.exec(query).all())
    require_other_tekst(tekst, known.values())
    code = code_for(tekst, known)
    act.session.add(models.Vraag(tertaal=str(tertaal), code=code, tekst=tekst, **vorm_columns(vorm)))
    act.session.flush()
    act.log(Handeling.VRAAG, About(tertaal=tertaal), nieuw=as_logged(code, tekst) | vorm_logged(vorm))
    return code


def take_over_vragen(act: Act, *, tertaal: Tertaal, uit: Tertaal) -> list[str]:
    """Ask what was asked in an earlier uitvraag (`uit`) once more, in the same vorm; return the codes.

    What is asked already is passed over.

    Raises as `add_vraag`, and OngeldigeInvoer when there is nothing to take over.
    """
    act.require(Recht.UITVRAAG_UITVOEREN)
    require_not_closed(act, tertaal)
    known = {each.tekst for each in vragen(session=act.session, tertaal=tertaal)}
    found = [each for each in vragen(session=act.session, tertaal=uit) if each.tekst not in known] if uit < tertaal else []
    if not found:
        raise OngeldigeInvoer(f"Uit {uit} is er geen vraag over te nemen die hier nog niet staat.")
    return [add_vraag(act, tertaal=tertaal, tekst=each.tekst, vorm=each.vorm) for each in found]


def change_vraag(act: Act, *, tertaal: Tertaal, code: str, tekst: str, vorm: Vorm | None = None) -> None:
    """Give a question other words or another vorm, until the closing and as long as nobody answered.

    `vorm`: None leaves it as it is.

    Raises as `add_vraag`.
    """
    act.require(Recht.UITVRAAG_UITVOEREN)
    require_not_closed(act, tertaal)
    row = require_unanswered(act.session, tertaal, code)
    before, had = row.tekst, as_vorm(row.soort, row.eenheid, row.keuzes)
    tekst, vorm = require_vraag(tekst), require_vorm(vorm or had)
    if (tekst, vorm) == (before, had):
        return
    row.sqlmodel_update({"tekst": tekst, **vorm_columns(vorm)})
    act.session.flush()
    oud, nieuw = as_logged(code, before), as_logged(code, tekst)
    if vorm != had:
        oud, nieuw = oud | vorm_said(had), nieuw | vorm_said(vorm)
    act.log(Handeling.VRAAG, About(tertaal=tertaal), oud=oud, nieuw=nieuw)


def remove_vraag(act: Act, *, tertaal: Tertaal, code: str) -> None:
    """Take a question away, when `change_vraag` may change it.

    Raises as `add_vraag`.
    """
    act.require(Recht.UITVRAAG_UITVOEREN)
    require_not_closed(act, tertaal)
    row = require_unanswered(act.session, tertaal, code)
    act.session.delete(row)
    act.session.flush()
    act.log(Handeling.VRAAG, About(tertaal=tertaal), oud=as_logged(code, row.tekst))


def as_logged(code: str, tekst: str) -> dict[str, object]:
    return {"code": code, "tekst": tekst}


def vorm_said(vorm: Vorm) -> dict[str, object]:
    """Return how it is answered, ja or nee too: where it became something else, both are told."""
    return {"soort": vorm.soort.label.lower()} | vorm_logged(vorm)


def vorm_logged(vorm: Vorm) -> dict[str, object]:
    """Return how it is answered, as far as there is something to say: ja or nee goes without."""
    known = {"soort": vorm.soort.label.lower(), "eenheid": vorm.eenheid, "keuzes": list(vorm.keuzes)}
    return {} if vorm == JA_OF_NEE else {name: value for name, value in known.items() if value}


def require_not_closed(act: Act, tertaal: Tertaal) -> None:
    if require_uitvraag(act.session, tertaal).sluit <= act.now:
        raise OngeldigeInvoer(f"De uitvraag van {tertaal} is gesloten: de vragen blijven zoals zij zijn.")


def require_unanswered(session: Session, tertaal: Tertaal, code: str) -> models.Vraag:
    row = session.exec(select(models.Vraag).filter_by(tertaal=str(tertaal), code=code)).first()
    if row is None:
        raise OngeldigeInvoer("Deze vraag bestaat niet meer. Ververs de pagina.")
    require_no_answers(session.exec(select(func.count()).where(models.VraagAntwoord.vraag_id == row.id)).one())
    return row

"""The questions on top of the 14, what a werkplein said to them, and who was the last to do so."""

import json
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, select

from db import models
from db.queries.invullingen import id_of
from landkaart.domein.handeling import Handeling
from landkaart.domein.invulling import Veld, Wijziging
from landkaart.domein.rechten import Weg
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.vraag import Vraag, VraagAntwoord
from landkaart.domein.vraagvorm import Vorm, VraagSoort

# Made once: every run of the form asks it.
ROW = models.Vraag
OF_TERTAAL = (
    select(ROW.code, ROW.tekst, ROW.soort, ROW.eenheid, ROW.keuzes)
    .where(models.Vraag.tertaal == bindparam("tertaal"))
    .order_by(models.Vraag.id)
)


def vragen(*, session: Session, tertaal: Tertaal) -> list[Vraag]:
    """Return the vragen of a tertaal in the order in which they were made."""
    found = session.connection().execute(OF_TERTAAL, {"tertaal": str(tertaal)})
    return [as_vraag(*row) for row in found]


def as_vraag(code: str, tekst: str, soort: str, eenheid: str | None, keuzes: str | None) -> Vraag:
    return Vraag(code, tekst, as_vorm(soort, eenheid, keuzes))


def as_vorm(soort: str, eenheid: str | None, keuzes: str | None) -> Vorm:
    """Read how it is answered, as the database keeps it."""
    return Vorm(VraagSoort(soort), eenheid or "", tuple(json.loads(keuzes)) if keuzes else ())


def vorm_columns(vorm: Vorm) -> dict[str, str | None]:
    """Return how it is answered, as the database keeps it."""
    keuzes = json.dumps(vorm.keuzes, ensure_ascii=False) if vorm.keuzes else None
    return {"soort": vorm.soort.value, "eenheid": vorm.eenheid or None, "keuzes": keuzes}


def asked_before(*, session: Session, tertaal: Tertaal) -> dict[Tertaal, list[Vraag]]:
    """Return what was asked in earlier uitvragen, the latest first."""
    query = select(ROW.tertaal, ROW.code, ROW.tekst, ROW.soort, ROW.eenheid, ROW.keuzes)
    found: dict[Tertaal, list[Vraag]] = {}
    for earlier, *row in session.exec(query.where(ROW.tertaal < str(tertaal)).order_by(ROW.tertaal.desc(), ROW.id)):
        found.setdefault(Tertaal.parse(earlier), []).append(as_vraag(*row))
    return found


def answered(*, session: Session, tertaal: Tertaal) -> set[str]:
    """Return the codes of the vragen to which somebody gave an answer."""
    query = select(models.Vraag.code).join(models.VraagAntwoord, models.VraagAntwoord.vraag_id == models.Vraag.id)
    return set(session.exec(query.where(models.Vraag.tertaal == str(tertaal)).distinct()))


def vraag_antwoorden(*, session: Session, werkplein: str, tertaal: Tertaal) -> dict[str, VraagAntwoord]:
    """Return what a werkplein said by code of the vraag; one that is not there was not answered."""
    query = (
        select(models.Vraag.code, models.Vraag.soort, models.VraagAntwoord)
        .join(models.Vraag, models.Vraag.id == models.VraagAntwoord.vraag_id)
        .join(models.Werkplein, models.Werkplein.id == models.VraagAntwoord.werkplein_id)
        .where(models.Werkplein.code == werkplein, models.Vraag.tertaal == str(tertaal))
    )
    return {code: as_antwoord(row, Vorm(VraagSoort(soort))) for code, soort, row in session.exec(query)}


def last_vraag_change(*, session: Session, veld: Veld, version: datetime | None) -> Wijziging:
    """Find who left the answer to a vraag as it is, or took it away (`version` is None)."""
    line = models.Logregel
    here = (line.werkplein_id == id_of(veld.werkplein)) & (line.tertaal == str(veld.tertaal))
    query = select(line).where(here, line.handeling == Handeling.VRAAGANTWOORD.value).order_by(line.id.desc())
    for found in session.exec(query):
        about = json.loads(found.nieuw or found.oud)
        if about.get("vraag") == veld.code and (found.nieuw is None if version is None else found.moment == version):
            return Wijziging(Weg(found.weg).whose(found.door), found.account_id, found.moment)
    return Wijziging("een bestand dat is ingelezen" if version else "onbekend", None, None)


def as_antwoord(row: models.VraagAntwoord, vorm: Vorm) -> VraagAntwoord:
    return VraagAntwoord(vorm.kept(row.antwoord), row.toelichting, row.opgeslagen_op)

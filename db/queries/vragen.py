"""The questions on top of the 14, what a werkplein said to them, and who was the last to do so."""

import json
from datetime import datetime

from sqlalchemy import bindparam
from sqlmodel import Session, select

from db import models
from db.queries.invullingen import id_of
from landkaart.domein.handeling import Handeling
from landkaart.domein.invulling import Veld, Wijziging
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.vraag import JaNee, Vraag, VraagAntwoord

# Made once: every run of the form asks it.
OF_TERTAAL = (
    select(models.Vraag.code, models.Vraag.tekst)
    .where(models.Vraag.tertaal == bindparam("tertaal"))
    .order_by(models.Vraag.id)
)


def vragen(*, session: Session, tertaal: Tertaal) -> list[Vraag]:
    """Return the vragen of a tertaal in the order in which they were made."""
    found = session.connection().execute(OF_TERTAAL, {"tertaal": str(tertaal)})
    return [Vraag(code, tekst) for code, tekst in found]


def answered(*, session: Session, tertaal: Tertaal) -> set[str]:
    """Return the codes of the vragen to which somebody gave an answer."""
    query = select(models.Vraag.code).join(models.VraagAntwoord, models.VraagAntwoord.vraag_id == models.Vraag.id)
    return set(session.exec(query.where(models.Vraag.tertaal == str(tertaal)).distinct()))


def vraag_antwoorden(*, session: Session, werkplein: str, tertaal: Tertaal) -> dict[str, VraagAntwoord]:
    """Return what a werkplein said by code of the vraag; one that is not there was not answered."""
    query = (
        select(models.Vraag.code, models.VraagAntwoord)
        .join(models.Vraag, models.Vraag.id == models.VraagAntwoord.vraag_id)
        .join(models.Werkplein, models.Werkplein.id == models.VraagAntwoord.werkplein_id)
        .where(models.Werkplein.code == werkplein, models.Vraag.tertaal == str(tertaal))
    )
    return {code: as_antwoord(row) for code, row in session.exec(query)}


def last_vraag_change(*, session: Session, veld: Veld, version: datetime | None) -> Wijziging:
    """Find who left the answer to a vraag as it is, or took it away (`version` is None)."""
    line = models.Logregel
    here = (line.werkplein_id == id_of(veld.werkplein)) & (line.tertaal == str(veld.tertaal))
    query = select(line).where(here, line.handeling == Handeling.VRAAGANTWOORD.value).order_by(line.id.desc())
    for found in session.exec(query):
        about = json.loads(found.nieuw or found.oud)
        if about.get("vraag") == veld.code and (found.nieuw is None if version is None else found.moment == version):
            return Wijziging(found.door, found.account_id, found.moment)
    return Wijziging("een bestand dat is ingelezen" if version else "onbekend", None, None)


def as_antwoord(row: models.VraagAntwoord) -> VraagAntwoord:
    return VraagAntwoord(JaNee(row.antwoord), row.toelichting, row.opgeslagen_op)

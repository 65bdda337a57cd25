"""Submitting: from here on it counts. Apart from saving, and possible again until the closing."""

from collections.abc import Mapping
from datetime import datetime
from typing import cast

from sqlalchemy import insert

from db import models
from db.act import About, Act
from db.actions.bevestigingen import confirm_by_mail
from db.actions.open_invulling import require_writable
from db.queries.invullingen import invulling, last_indiening
from db.queries.namens import running_namens
from landkaart.domein.catalogus import N_MIJLPALEN
from landkaart.domein.fouten import NietCompleet
from landkaart.domein.handeling import Handeling
from landkaart.domein.invulling import Indiening, Invulling, Seen
from landkaart.domein.namens import Namens
from landkaart.domein.rechten import Weg
from landkaart.domein.tertaal import Tertaal

# Made once.
ADD, ADD_ANSWERS = insert(models.Indiening.__table__), insert(models.IndieningAntwoord.__table__)


def submit(
    act: Act,
    *,
    werkplein: str,
    tertaal: Tertaal,
    seen: Mapping[tuple[str, str], datetime] | Seen = Seen.NOTHING_SHOWN,
) -> Indiening:
    """Make the invulling count; return what now counts, read back. The same invulling twice stays one version.

    `seen`: what was on the screen, as `Invulling.versions`.

    Raises NietToegestaan, NietAangemeld, Gesloten, NietCompleet before 14 of 14, and NietGezien when a colleague changed
    something since.
    """
    werkplein_id = require_writable(act, werkplein, tertaal).id
    current = invulling(session=act.session, werkplein=werkplein, tertaal=tertaal)
    if seen is not Seen.NOTHING_SHOWN:
        current.require_form_as_seen(seen)
    if current.missing:
        raise NietCompleet(f"Nog niet alles is beoordeeld: {len(current.missing)} van de {N_MIJLPALEN} mijlpalen ontbreken.")
    earlier = last_indiening(session=act.session, werkplein=werkplein, tertaal=tertaal)
    if earlier and current.is_submitted_as(earlier):
        return earlier
    about = About(werkplein_id, tertaal)
    number = add_version(act, about, earlier.versie + 1 if earlier else 1, current)
    if act.by.weg is Weg.NAMENS:
        keep_namens(act, number, werkplein, tertaal)
    act.log(Handeling.INDIENING, about, oud=codes(earlier) if earlier else None, nieuw=codes(current))
    confirm_by_mail(act, werkplein, tertaal, earlier.versie + 1 if earlier else 1)
    kept = last_indiening(session=act.session, werkplein=werkplein, tertaal=tertaal)
    return cast(Indiening, kept)


def add_version(act: Act, about: About, versie: int, current: Invulling) -> int:
    """Keep it as it is now; return its id.

    Straight to the connection: in the last hour everybody waits for whoever submits before him.
    """
    connection = act.session.connection()
    row: dict[str, object] = {"werkplein_id": about.werkplein_id, "tertaal": str(about.tertaal), "versie": versie}
    row |= {"ingediend_op": act.now, "door": act.by.naam, "reconstructie": False}
    made = connection.execute(ADD, row)
    number = cast(tuple[int], made.inserted_primary_key)[0]
    connection.execute(ADD_ANSWERS, copy_of(current, number))
    return number


def keep_namens(act: Act, number: int, werkplein: str, tertaal: Tertaal) -> None:
    """Keep on whose word a version (its id) was submitted."""
    found = running_namens(session=act.session, werkplein=werkplein, tertaal=tertaal)
    act.session.add(models.IndieningNamens(indiening_id=number, namens_id=cast(Namens, found).id))
    act.session.flush()


def copy_of(current: Invulling, indiening_id: int) -> list[dict[str, object]]:
    """Make the rows of a version: what is submitted stays, whatever is filled in afterwards."""
    return [
        {
            "indiening_id": indiening_id,
            "mijlpaal": code,
            "band": int(antwoord.band),
            "wijze": antwoord.wijze.value,
            "toelichting": current.toelichtingen.get(code),
        }
        for code, antwoord in current.antwoorden.items()
    ]


def codes(answers: Invulling | Indiening) -> dict[str, str]:
    """Return the code of the band by mijlpaal, as the log keeps a whole invulling."""
    return {mijlpaal: band.code for mijlpaal, band in answers.banden.items()}

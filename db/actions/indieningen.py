"""Submitting: from here on it counts. Apart from saving, and possible again until the closing."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import insert

from db import models
from db.act import About, Act
from db.actions.open_invulling import require_writable
from db.queries.invullingen import indieningen, invulling
from landkaart.domein.fouten import NietCompleet
from landkaart.domein.handeling import Handeling
from landkaart.domein.invulling import Indiening, Invulling, Seen
from landkaart.domein.tertaal import Tertaal


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
        current.require_seen(seen)
    if current.missing:
        raise NietCompleet(f"Nog niet alles is beoordeeld: {len(current.missing)} van de 14 mijlpalen ontbreken.")
    earlier = indieningen(session=act.session, werkplein=werkplein, tertaal=tertaal)
    if earlier and current.is_submitted_as(earlier[0]):
        return earlier[0]
    row = models.Indiening(
        werkplein_id=werkplein_id,
        tertaal=str(tertaal),
        versie=earlier[0].versie + 1 if earlier else 1,
        ingediend_op=act.now,
        door=act.by.naam,
    )
    act.session.add(row)
    act.session.flush()
    act.session.execute(insert(models.IndieningAntwoord), copy_of(current, row.id))
    oud = codes(earlier[0]) if earlier else None
    act.log(Handeling.INDIENING, About(werkplein_id, tertaal), oud=oud, nieuw=codes(current))
    return indieningen(session=act.session, werkplein=werkplein, tertaal=tertaal)[0]


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

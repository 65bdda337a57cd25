"""What the sheet of a werkplein is made from: the same that its page asks."""

from collections.abc import Sequence
from functools import partial

from sqlmodel import Session

from db.queries.afspraken import afspraken
from db.queries.clock import clock
from db.queries.invullingen import indieningen
from db.queries.momentopnamen import submitted_then, version_then
from landkaart.domein.afspraak import Afspraak
from landkaart.domein.geschiedenis import geschiedenis
from landkaart.domein.invulling import Indiening
from landkaart.domein.rechten import Gebruiker
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.werkpleinblad import Bladen, BladGegevens


def blad_gegevens(
    *, session: Session, by: Gebruiker, beeld: Tertaalbeeld, werkplein: str, with_afspraken: bool
) -> BladGegevens:
    """Return all of it, of a werkplein that has a stand in `beeld`; `with_afspraken` only for who may see them.

    Raises KeyError for a werkplein without a stand; NietToegestaan.
    """
    if werkplein not in beeld.stand.bands.index:
        raise KeyError(werkplein)
    submitted = submitted_then(session=session, werkplein=werkplein, tertaal=beeld.tertaal)
    punten = geschiedenis(beeld.stands, beeld.geschiedenis, werkplein, submitted)
    agreed: Sequence[Afspraak] | None = None
    if with_afspraken:
        agreed = afspraken(session=session, by=by, werkplein=werkplein)
    return BladGegevens(
        beeld=beeld,
        code=werkplein,
        punten=punten,
        nu=clock(session=session).now(),
        indiening=version_of(session, werkplein, beeld.tertaal, punten[-1].van),
        afspraken=agreed,
    )


def alle_bladen(*, session: Session, by: Gebruiker, beeld: Tertaalbeeld) -> Bladen:
    """Return the sheet of everybody who has a stand in `beeld`, with the afspraken.

    Raises NietToegestaan for who may not see the afspraken of all.
    """
    there = set(beeld.stand.bands.index)
    asked = partial(blad_gegevens, session=session, by=by, beeld=beeld, with_afspraken=True)
    return Bladen([asked(werkplein=code) for code in beeld.namen if code in there])


def version_of(session: Session, werkplein: str, tertaal: Tertaal, van: Tertaal) -> Indiening | None:
    """Return the version of `van` on which it stood in `tertaal`, or else the last one."""
    versions = indieningen(session=session, werkplein=werkplein, tertaal=van)
    versie = version_then(session=session, werkplein=werkplein, tertaal=tertaal)
    return next((each for each in versions if each.versie == versie), versions[0] if versions else None)

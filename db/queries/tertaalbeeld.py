"""All about one tertaal, at one moment of the database."""

from sqlmodel import Session, select

from db import models
from db.queries.clock import clock
from db.queries.stands import is_reconstructed, stands, submitted_at
from db.queries.uitvragen import uitvraag, uitvragen
from db.queries.werkpleinen import werkpleinen
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.uitvraag import closing


def tertaalbeeld(*, session: Session, tertaal: Tertaal) -> Tertaalbeeld:
    history = [found for found in tertalen(session=session) if found < tertaal] + [tertaal]
    places = werkpleinen(session=session)
    needed = sorted({*history, tertaal.before(), tertaal.before(2)})
    return Tertaalbeeld(
        tertaal=tertaal,
        uitvraag=uitvraag(session=session, tertaal=tertaal),
        geschiedenis=tuple(history),
        stands=stands(session=session, tertalen=needed),
        namen={place.code: place.naam for place in places},
        ingediend_op=submitted_at(session=session, tertaal=tertaal),
        indicaties=indicaties(session=session, tertaal=tertaal),
        reconstructie=is_reconstructed(session=session, tertaal=tertaal),
        gesloten=is_closed(session=session, tertaal=tertaal),
        werkpleinen={place.code: place for place in places},
    )


def is_closed(*, session: Session, tertaal: Tertaal) -> bool:
    return closing(tertaal, uitvraag(session=session, tertaal=tertaal)) <= clock(session=session).now()


def tertalen(*, session: Session) -> list[Tertaal]:
    """Every tertaal that had an uitvraag or a submission, oldest first."""
    submitted = session.exec(select(models.Indiening.tertaal).distinct())
    return sorted({*uitvragen(session=session), *map(Tertaal.parse, submitted)})


def indicaties(*, session: Session, tertaal: Tertaal) -> dict[str, Indicatie]:
    """What the AKO judged in this tertaal, by code of the werkplein."""
    query = select(models.Werkplein.code, models.AkoIndicatie.indicatie).join(models.AkoIndicatie)
    found = session.exec(query.where(models.AkoIndicatie.tertaal == str(tertaal)))
    return {code: Indicatie(value) for code, value in found}

"""All about one tertaal, at one moment of the database: as it was frozen or, until then, as it stands."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from sqlmodel import Session, select

from db import models
from db.queries.clock import clock
from db.queries.heruitgaven import changed, other_edition, versions_of
from db.queries.known_tertalen import submitted_in
from db.queries.momentopnamen import OF_TERTAAL, Frozen, frozen_stand, heruitgaven, momentopname
from db.queries.stands import is_reconstructed, stand, stands, submitted_at, versions_at
from db.queries.uitvragen import uitvraag, uitvragen
from db.queries.werkpleinen import is_open_at, werkpleinen
from landkaart.domein.clock import local_date
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.stand import Stand
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.typed_text import by_naam, distinct
from landkaart.domein.uitvraag import closing
from landkaart.domein.zoeken import REGIONS


class StandSource(Protocol):
    """Where the stands of a tertaalbeeld come from, for who keeps them between one reading and the next."""

    def living(self, session: Session, tertalen: Sequence[Tertaal]) -> Mapping[Tertaal, Stand]: ...

    def frozen(self, session: Session, frozen: Frozen, tertalen: Sequence[Tertaal]) -> Mapping[Tertaal, Stand]: ...


class ReadNow:
    """Reads all of them, now."""

    def living(self, session: Session, tertalen: Sequence[Tertaal]) -> Mapping[Tertaal, Stand]:
        return stands(session=session, tertalen=tertalen)

    def frozen(self, session: Session, frozen: Frozen, tertalen: Sequence[Tertaal]) -> Mapping[Tertaal, Stand]:
        return {each: frozen_stand(session=session, frozen=frozen, tertaal=each) for each in tertalen}


READ_NOW = ReadNow()


def tertaalbeeld(
    *, session: Session, tertaal: Tertaal, editie: int | None = None, source: StandSource = READ_NOW
) -> Tertaalbeeld:
    """Return all about a tertaal: empty, not None, when nothing is known of it. `editie`: as in `momentopname`."""
    frozen = momentopname(session=session, tertaal=tertaal, editie=editie)
    return frozen_beeld(session, tertaal, frozen, source) if frozen else living_beeld(session, tertaal, source)


def living_beeld(session: Session, tertaal: Tertaal, source: StandSource = READ_NOW) -> Tertaalbeeld:
    """Return a tertaal as it stands, which every indiening can still change."""
    known = history(session=session, tertaal=tertaal)
    living, found = werkpleinen(session=session), uitvraag(session=session, tertaal=tertaal)
    return Tertaalbeeld(
        tertaal=tertaal,
        uitvraag=found,
        geschiedenis=tuple(known),
        stands=source.living(session, needed(known)),
        namen=distinct({each.code: each.naam for each in living}),
        ingediend_op=submitted_at(session=session, tertaal=tertaal),
        indicaties=indicaties(session=session, tertaal=tertaal),
        reconstructie=is_reconstructed(session=session, tertaal=tertaal),
        gesloten=closing(tertaal, found) <= clock(session=session).now(),
        werkpleinen={each.code: each for each in living},
    )


def frozen_beeld(session: Session, tertaal: Tertaal, frozen: Frozen, source: StandSource) -> Tertaalbeeld:
    """Return a tertaal as it was frozen.

    Of the living record it has the AKO-indicaties, which are given after a closing, and what moved on since.
    """
    living = {each.code: each for each in werkpleinen(session=session)}
    then = {code: naam for code, naam, *_ in frozen.werkpleinen}
    namen = {code: each.naam for code, each in living.items()} | then
    # Who has the same naam by now changes nothing of what was frozen.
    shown = distinct(namen) | distinct(then)
    moved = moved_on(session, tertaal, frozen)
    return Tertaalbeeld(
        tertaal=tertaal,
        uitvraag=frozen.uitvraag,
        geschiedenis=frozen.tertalen,
        stands=source.frozen(session, frozen, needed(frozen.tertalen)),
        namen={code: shown[code] for code in sorted(namen, key=lambda code: by_naam(namen[code]))},
        ingediend_op={code: submitted for code, _, _, submitted, _ in frozen.werkpleinen},
        indicaties=indicaties(session=session, tertaal=tertaal),
        reconstructie=any(row.reconstructie for row in frozen.werkpleinen),
        gesloten=True,
        werkpleinen=living,
        momentopname=frozen.genomen_op,
        editie=frozen.editie,
        teruggenomen=frozen.teruggenomen_op,
        heruitgave=heruitgaven(session=session).get(frozen.id),
        andere=other_edition(session=session, tertaal=tertaal, frozen=frozen),
        gewijzigd=moved,
        stand_nu=stand(session=session, tertaal=tertaal).among(moved) if moved else None,
    )


def moved_on(session: Session, tertaal: Tertaal, frozen: Frozen) -> tuple[str, ...]:
    """Find by code who stands on another version than the one that was frozen, or is there in only one of the two."""
    return changed(versions_of(frozen), versions_at(session=session, tertaal=tertaal))


def history(*, session: Session, tertaal: Tertaal) -> list[Tertaal]:
    """Return the tertalen of its table 4, oldest first: those known before it, and itself."""
    return [found for found in tertalen(session=session) if found < tertaal] + [tertaal]


def needed(history: Sequence[Tertaal]) -> list[Tertaal]:
    """Return the tertalen of which a tertaalbeeld has the stand: its history and, known or not, the two before it."""
    return sorted({*history, history[-1].before(), history[-1].before(2)})


def tertalen(*, session: Session) -> list[Tertaal]:
    """Return every tertaal that had an uitvraag or a submission, oldest first."""
    return sorted({*uitvragen(session=session), *submitted_in(session=session)})


def regions_of(*, session: Session, tertaal: Tertaal) -> dict[str, list[str]]:
    """Return the regions of who was open at the closing, by REGIONS, in alphabetical order; of each as it is known now.

    Only these are read, for a page that shows nothing else yet.
    """
    columns = [getattr(models.Werkplein, name) for name in REGIONS]
    connection, query = session.connection(), select(*columns).distinct()
    frozen = connection.execute(OF_TERTAAL, {"tertaal": str(tertaal)}).first()
    if frozen:
        stood = models.MomentopnameStand
        here = (stood.momentopname_id == frozen.id) & (stood.tertaal == str(tertaal))
        query = query.join(stood, stood.werkplein_id == models.Werkplein.id).where(here)
    else:
        closes = local_date(closing(tertaal, uitvraag(session=session, tertaal=tertaal)))
        query = query.where(is_open_at(closes))
    found = connection.execute(query).all()
    return {name: sorted({row[place] for row in found}, key=by_naam) for place, name in enumerate(REGIONS)}


def indicaties(*, session: Session, tertaal: Tertaal) -> dict[str, Indicatie]:
    """Return what the AKO judged in this tertaal, by code of the werkplein."""
    query = select(models.Werkplein.code, models.AkoIndicatie.indicatie).join(models.AkoIndicatie)
    found = session.exec(query.where(models.AkoIndicatie.tertaal == str(tertaal)))
    return {code: Indicatie(value) for code, value in found}

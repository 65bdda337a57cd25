"""What stands behind each resource, read from the database as a table of plain values."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from db.engine import Session
from db.queries import respons as respons_query
from db.queries import uitvragen as uitvragen_queries
from db.queries import werkpleinen as werkplein_queries
from db.queries.bijlagen import bijlagen
from db.queries.clock import clock
from db.queries.heruitgaven import holding_editions
from db.queries.momentopnamen import momentopname
from db.queries.tertaalbeeld import tertaalbeeld
from db.queries.tertaalbeeld import tertalen as known_tertalen
from landkaart.domein.band import Band
from landkaart.domein.clock import local_date
from landkaart.domein.respons import ResponsKeuze
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.uitvraag import no_uitvraag
from landkaart.programma.namen import TERTAAL
from landkaart.rapport.files import beside_tables
from landkaart.rapport.herkomst import edition
from landkaart.rapport.respons import file_table as respons_table
from landkaart.web.api_v1.asked import Vraagstelling
from landkaart.web.api_v1.problems import Problem


@dataclass(frozen=True)
class Gelezen:
    """`uitgave`: how fixed it is, in words, where it is about a tertaal; `vast`: it never changes any more."""

    table: pd.DataFrame
    uitgave: str = ""
    vast: bool = False


def werkpleinen(session: Session, asked: Vraagstelling) -> Gelezen:
    """Return every werkplein."""
    found = werkplein_queries.werkpleinen(session=session)
    columns = ("code", "naam", "plaats", "gemeente", "provincie", "arbeidsmarktregio", "actief_van", "actief_tot")
    rows = [[text_of(getattr(each, column)) for column in columns] for each in found]
    return Gelezen(pd.DataFrame(rows, columns=columns, dtype="object"))


def uitvragen(session: Session, asked: Vraagstelling) -> Gelezen:
    """Return every uitvraag, the oldest first."""
    found = uitvragen_queries.uitvragen(session=session)
    columns = ("opent", "herinnering", "sluit", "actueel_vanaf")
    rows = [[str(each), *(getattr(found[each], column).isoformat() for column in columns)] for each in sorted(found)]
    return Gelezen(pd.DataFrame(rows, columns=["tertaal", *columns], dtype="object"))


def tertalen(session: Session, asked: Vraagstelling) -> Gelezen:
    """Return every tertaal of which something is known, with the edition that holds."""
    frozen = {each: momentopname(session=session, tertaal=each) for each in sorted(known_tertalen(session=session))}
    rows = [[str(each), each.periode, found.editie if found else None] for each, found in frozen.items()]
    return Gelezen(pd.DataFrame(rows, columns=["tertaal", "periode", "editie"], dtype="object"))


def standen(session: Session, asked: Vraagstelling) -> Gelezen:
    """Return the band of each werkplein on each mijlpaal."""
    beeld = beeld_of(session, asked)
    bands, named = beeld.stand.bands, {band.value: band.code for band in Band}
    rows = [
        (code, beeld.namen.get(code, code), mijlpaal, named[band])
        for code, row in zip(bands.index, bands.to_numpy().tolist(), strict=True)
        for mijlpaal, band in zip(bands.columns, row, strict=True)
    ]
    table = pd.DataFrame(rows, columns=["code", "naam", "mijlpaal", "band"], dtype="object")
    return Gelezen(table, said(session, beeld), is_fixed(beeld))


def counted(make: Callable[[Tertaalbeeld], pd.DataFrame], fixed: bool, session: Session, asked: Vraagstelling) -> Gelezen:
    """Return a table that is counted from the landkaart; `fixed`: of an edition nothing in it changes any more."""
    beeld = beeld_of(session, asked)
    return Gelezen(make(beeld), said(session, beeld), fixed and is_fixed(beeld))


def beside(naam: str, empty: pd.DataFrame, session: Session, asked: Vraagstelling) -> Gelezen:
    """Return a table of what stands beside the landkaart; `empty` when there is nothing of it."""
    beeld = beeld_of(session, asked)
    found = beside_tables(beeld, bijlagen(session=session, tertaal=beeld.tertaal))
    return Gelezen(found.get(naam, empty), said(session, beeld))


def respons(session: Session, asked: Vraagstelling) -> Gelezen:
    """Return how far each werkplein is with an uitvraag.

    Raises Problem: 404 as `beeld_of`, and for a tertaal without an uitvraag.
    """
    beeld = beeld_of(session, asked)
    found = respons_query.respons(session=session, tertaal=beeld.tertaal)
    if found is None:
        raise Problem(404, no_uitvraag(beeld.tertaal))
    columns = ["code", "naam", "klasse", "beoordeeld", "akkoorden", "actualiteit"]
    table = respons_table(found.among(ResponsKeuze()), local_date(clock(session=session).now()))[columns]
    return Gelezen(table, said(session, beeld))


def beeld_of(session: Session, asked: Vraagstelling) -> Tertaalbeeld:
    """Return the tertaal that is asked for.

    Raises Problem: 404 for one of which nothing is known, and for an edition that there is not.
    """
    tertaal = asked.tertaal
    if tertaal is None or tertaal not in known_tertalen(session=session):
        raise Problem(404, f"Van {TERTAAL} {tertaal} is niets bekend. Op /api/v1/tertalen staat welke er zijn.")
    if asked.editie is not None and asked.editie not in holding_editions(session=session, tertaal=tertaal):
        raise Problem(404, f"Van {TERTAAL} {tertaal} is er geen editie {asked.editie}.")
    return tertaalbeeld(session=session, tertaal=tertaal, editie=asked.editie)


def is_fixed(beeld: Tertaalbeeld) -> bool:
    return beeld.momentopname is not None


def said(session: Session, beeld: Tertaalbeeld) -> str:
    return edition(beeld, clock(session=session).now())


def text_of(value: object) -> str | None:
    return None if value is None else str(value)

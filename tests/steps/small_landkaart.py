"""A small landkaart to write on, and what a test wants to know about it afterwards."""

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import cache

from sqlalchemy import Connection, Dialect
from sqlmodel import Session, SQLModel, select

from db import models
from db.act import begin_act
from db.actions import indieningen, invullingen
from db.engine import read_session, write_session
from db.queries.clock import SIGNS
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import midnight
from landkaart.domein.invulling import Veld, Wijze
from landkaart.domein.rechten import Gebruiker, Weg
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from tests.steps.perform import perform

CODES = catalogus().codes
VISIE = "visie-en-doelstellingen"
NU, VORIG = Tertaal(2009, 2), Tertaal(2009, 1)
OPENT, HERINNERING, SLUIT = (midnight(date(2009, month, day)) for month, day in ((7, 15), (8, 15), (9, 1)))
DURING = datetime(2009, 8, 3, 12, 30, tzinfo=UTC)

# The accounts, and their sessions, of whom most tests are about; each other manager takes a later number. High ones, for
# PostgreSQL numbers what a test adds from 1.
KNOWN = {"assen": 9001, "breda": 9002}
ASSEN = Gebruiker("manager van Assen", Weg.FORMULIER, 9001, 9001)
BREDA = Gebruiker("manager van Breda", Weg.FORMULIER, 9002, 9002)
BEHEER = Gebruiker("beheerder", Weg.FORMULIER, 9003, 9003)
AKO = Gebruiker("iemand van het AKO", Weg.FORMULIER, 9005, 9005)
# Seen last in a far future, so that a session outlasts every clock that a test sets.
ALWAYS = datetime(2100, 1, 1, tzinfo=UTC)


def make_werkplein(code: str, **values) -> models.Werkplein:
    """With a naam, a place and so on that follow from its code."""
    naam = code.capitalize()
    places = dict.fromkeys(("naam", "plaats", "gemeente", "provincie", "arbeidsmarktregio"), naam)
    return models.Werkplein(**{"code": code, "breedtegraad": 52.9, "lengtegraad": 6.5, **places, **values})


def make_uitvraag(tertaal: Tertaal = NU, **values) -> models.Uitvraag:
    moments = {"opent": OPENT, "herinnering": HERINNERING, "sluit": SLUIT, "actueel_vanaf": OPENT}
    return models.Uitvraag(tertaal=str(tertaal), **{**moments, **values})


def keep(*rows: SQLModel) -> None:
    """With every werkplein comes a manager, who is in."""
    with write_session() as session:
        session.add_all(rows)
        session.flush()
        for row in rows:
            if isinstance(row, models.Werkplein):
                add_manager(session, row)


def add_manager(session: Session, werkplein: models.Werkplein) -> None:
    number = number_of(werkplein)
    add_person(session, number, f"manager van {werkplein.code.capitalize()}", Rol.WERKPLEIN)
    session.add(models.AccountWerkplein(account_id=number, werkplein_id=werkplein.id))


def number_of(werkplein: models.Werkplein) -> int:
    return KNOWN.get(werkplein.code, werkplein.id + 9100)


def add_person(session: Session, number: int, naam: str, rol: Rol) -> None:
    """An account and its session, both of that number."""
    session.add(models.Account(id=number, adres=f"{number}@voorbeeld.nl", naam=naam, rol=rol.value))
    session.flush()
    moments = {"begonnen_op": ALWAYS, "actief_op": ALWAYS}
    session.add(models.Sessie(id=number, account_id=number, token_hash=str(number), **moments))


def keep_person(by: Gebruiker, rol: Rol) -> None:
    with write_session() as session:
        add_person(session, by.account_id, by.naam, rol)


def manager(code: str) -> Gebruiker:
    """Of a werkplein that was kept."""
    with read_session() as session:
        number = number_of(session.exec(select(models.Werkplein).where(models.Werkplein.code == code)).one())
    return Gebruiker(f"manager van {code.capitalize()}", Weg.FORMULIER, number, number)


def act(action: Callable, **what):
    """One act in its own transaction: of Assen, in its current tertaal, unless told otherwise."""
    return perform(action, **{"werkplein": "assen", "tertaal": NU, "by": ASSEN, **what})


def answer_all(
    band: Band = Band.VOLLEDIG,
    codes: Sequence[str] = CODES,
    werkplein: str = "assen",
    tertaal: Tertaal = NU,
    by: Gebruiker = ASSEN,
) -> None:
    """Answers in one transaction, not yet submitted."""
    with begin_act(by) as begun:
        for code in codes:
            invullingen.save_answer(begun, veld=Veld(werkplein, tertaal, code), band=band)


def submit_all(band: Band = Band.VOLLEDIG, **what) -> None:
    answer_all(band, **what)
    act(indieningen.submit, **what)


def submitted_before(banden: dict[str, Band], toelichtingen: dict[str, str] | None = None) -> None:
    """What Assen submitted in the tertaal before; mijlpalen that are not named are VOLLEDIG."""
    texts = toelichtingen or {}
    with write_session() as session:
        assen = session.exec(select(models.Werkplein.id).where(models.Werkplein.code == "assen")).one()
        place = {"werkplein_id": assen, "tertaal": str(VORIG)}
        session.add(models.Invulling(**place))
        session.flush()
        row = models.Indiening(**place, versie=1, ingediend_op=datetime(2009, 4, 3, 12, 30, tzinfo=UTC), door="toen")
        session.add(row)
        session.flush()
        for code in CODES:
            answer = {"band": banden.get(code, Band.VOLLEDIG), "wijze": Wijze.BIJGEWERKT.value}
            session.add(models.IndieningAntwoord(indiening_id=row.id, mijlpaal=code, toelichting=texts.get(code), **answer))


def everything() -> dict[str, list]:
    """Every row of every table, but for the note of when the clock was seen last."""
    with read_session() as session:
        connection = session.connection()
        found = {name: whole_table(connection, name) for name in SQLModel.metadata.tables}
    return {name: sorted((row for row in rows if SIGNS not in row), key=repr) for name, rows in found.items()}


def whole_table(connection: Connection, name: str) -> list[tuple]:
    """Without what SQLAlchemy works out anew for every engine: that takes longer than the reading, and tests ask often."""
    kind = type(connection.dialect)
    rows = connection.exec_driver_sql(order_for(name, kind))
    read_as = readers(name, kind, tuple(column[1] for column in rows.cursor.description))
    return [tuple(read(value) if read else value for read, value in zip(read_as, row, strict=True)) for row in rows]


@cache
def order_for(name: str, kind: type[Dialect]) -> str:
    """The order to read all of a table, as a kind of database takes it."""
    return str(SQLModel.metadata.tables[name].select().compile(dialect=kind()))


@cache
def readers(name: str, kind: type[Dialect], given: tuple) -> list[Callable | None]:
    """What makes the value of each column out of what the driver gives, None where that is the value."""
    types = [(column.type, code) for column, code in zip(SQLModel.metadata.tables[name].columns, given, strict=True)]
    return [each.dialect_impl(kind()).result_processor(kind(), code) for each, code in types]


def log(*columns: str) -> list[tuple]:
    """These columns of the log, oldest line first."""
    with read_session() as session:
        rows = session.exec(select(models.Logregel).order_by(models.Logregel.id)).all()
        return [tuple(getattr(row, column) for column in columns) for row in rows]

"""The paper of one werkplein in one tertaal: opened to write on, and what is kept on it per mijlpaal.

Saving one answer is the commonest act there is. Its statements are made once and go straight to the connection: built anew
and through the session's unit of work, they take longer than the disk.
"""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import NamedTuple

from sqlalchemy import Connection, Delete, Insert, Row, Select, Update, bindparam, delete, insert, update
from sqlmodel import Session, select

from db import models
from db.queries.uitvragen import as_uitvraag
from db.rights import eis
from landkaart.domein.clock import local_date
from landkaart.domein.fouten import Gesloten, OngeldigeInvoer
from landkaart.domein.rechten import Gebruiker, Recht
from landkaart.domein.tertaal import Tertaal

Model = type[models.Antwoord] | type[models.Toelichting]

# The werkplein, its invulling in this tertaal if it has one, the uitvraag if there is one, and until when it has uitstel.
PLACE = (
    select(
        models.Werkplein.id,
        models.Werkplein.naam,
        models.Werkplein.actief_tot,
        models.Invulling.id.label("paper"),
        models.Uitstel.tot.label("uitgesteld_tot"),
        *(column for column in models.Uitvraag.__table__.columns if column.name != "id"),
    )
    .outerjoin(
        models.Invulling,
        (models.Invulling.werkplein_id == models.Werkplein.id) & (models.Invulling.tertaal == bindparam("tertaal")),
    )
    .outerjoin(models.Uitvraag, models.Uitvraag.tertaal == bindparam("tertaal"))
    .outerjoin(
        models.Uitstel,
        (models.Uitstel.werkplein_id == models.Werkplein.id) & (models.Uitstel.tertaal == bindparam("tertaal")),
    )
    .where(models.Werkplein.code == bindparam("code"))
)


class Statements(NamedTuple):
    place: Select
    find: Select
    add: Insert
    change: Update
    remove: Delete


@dataclass
class OpenInvulling:
    """`id` is that of the invulling; None until something is put on it. `model`: models.Antwoord or models.Toelichting."""

    connection: Connection
    id: int | None
    werkplein_id: int
    tertaal: Tertaal

    def find(self, model: Model, mijlpaal: str) -> Row | None:
        return self.connection.execute(statements(model).find, self.place(mijlpaal)).first()

    def put(self, model: Model, mijlpaal: str, **values) -> None:
        """In the place of what was there, if anything was."""
        if self.id is None:
            self.id = make_invulling(self.connection, self.werkplein_id, self.tertaal)
        changed = self.connection.execute(statements(model).change, self.place(mijlpaal) | values)
        if not changed.rowcount:
            place = {"invulling_id": self.id, "mijlpaal": mijlpaal}
            self.connection.execute(statements(model).add, place | values)

    def remove(self, model: Model, mijlpaal: str) -> None:
        self.connection.execute(statements(model).remove, self.place(mijlpaal))

    def place(self, mijlpaal: str) -> dict[str, int | str | None]:
        return {"this": self.id, "here": mijlpaal}


def open_invulling(session: Session, werkplein: str, tertaal: Tertaal, by: Gebruiker, now: datetime) -> OpenInvulling:
    """Raises as `require_writable`."""
    row = require_writable(session, werkplein, tertaal, by, now)
    return open_invulling_of(session.connection(), row, tertaal)


def open_invulling_at(
    model: Model, mijlpaal: str, session: Session, werkplein: str, tertaal: Tertaal, by: Gebruiker, now: datetime
) -> tuple[OpenInvulling, Row | None]:
    """The same, with what is kept there of one mijlpaal: for one answer, one question less to the database."""
    row = require_writable(session, werkplein, tertaal, by, now, statements(model).place, here=mijlpaal)
    return open_invulling_of(session.connection(), row, tertaal), None if row.mijlpaal is None else row


def open_invulling_of(connection: Connection, row: Row, tertaal: Tertaal) -> OpenInvulling:
    return OpenInvulling(connection, row.paper, row.id, tertaal)


def require_writable(
    session: Session, werkplein: str, tertaal: Tertaal, by: Gebruiker, now: datetime, query: Select = PLACE, **asked
) -> Row:
    """The row of PLACE, or of a `query` that has more; every way of writing by hand begins here, and is judged inside its
    own transaction.

    Raises NietToegestaan, Gesloten (the uitvraag, or the werkplein itself), OngeldigeInvoer for an unknown werkplein.
    """
    eis(session, by, Recht.INVULLEN, werkplein)
    row = session.connection().execute(query, {"code": werkplein, "tertaal": str(tertaal), **asked}).first()
    if row is None:
        raise OngeldigeInvoer("Dit werkplein bestaat niet. Kies een werkplein uit de lijst.")
    if row.actief_tot and row.actief_tot <= local_date(now):
        raise Gesloten(f"Werkplein {row.naam} is gesloten. Er is niets opgeslagen.")
    if row.tertaal is None:
        raise Gesloten(f"Er is geen uitvraag voor {tertaal}. Er is niets opgeslagen.")
    as_uitvraag(row).require_open(now, row.uitgesteld_tot)
    return row


def make_invulling(connection: Connection, werkplein_id: int, tertaal: Tertaal) -> int:
    place = {"werkplein_id": werkplein_id, "tertaal": str(tertaal)}
    return connection.execute(insert(models.Invulling), place).inserted_primary_key[0]


@cache
def statements(model: Model) -> Statements:
    table = model.__table__
    here = table.c.mijlpaal == bindparam("here")
    place = (table.c.invulling_id == bindparam("this")) & here
    kept = (column for column in table.columns if column.name != "invulling_id")
    return Statements(
        PLACE.add_columns(*kept).outerjoin(table, (table.c.invulling_id == models.Invulling.id) & here),
        select(table).where(place),
        insert(table),
        update(table).where(place),
        delete(table).where(place),
    )

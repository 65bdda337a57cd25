"""The invulling of one werkplein in one tertaal while it takes answers, and what is kept in it per mijlpaal.

Saving one answer is the commonest act there is. Its statements are made once and go straight to the connection: built anew
and through the session's unit of work, they take longer than the disk.
"""

from dataclasses import dataclass
from functools import cache
from typing import NamedTuple, cast

from sqlalchemy import Connection, Delete, Insert, Update, bindparam, delete, exists, insert, update
from sqlmodel import select

from db import models
from db.act import About, Act
from db.queries.momentopnamen import HOLDS, KEPT
from db.queries.namens import running_namens
from db.queries.uitvragen import as_uitvraag
from db.shapes import AnyRow, AnySelect
from landkaart.domein.clock import local_date
from landkaart.domein.fouten import Gesloten, NietToegestaan, OngeldigeInvoer
from landkaart.domein.invulling import Veld
from landkaart.domein.rechten import Recht, Weg
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import no_uitvraag
from landkaart.domein.werkplein import closed_because
from landkaart.programma.namen import WERKPLEIN

NOT_BEGUN = f"U vult deze landkaart niet (meer) namens het {WERKPLEIN} in. Begin daarmee bij Respons."
Model = type[models.Antwoord] | type[models.Toelichting]

# The werkplein, its invulling in this tertaal if it has one, the uitvraag if there is one, and until when it has uitstel.
WERKPLEIN_IN_TERTAAL = (
    select(
        models.Werkplein.id,
        models.Werkplein.naam,
        models.Werkplein.actief_tot,
        models.Invulling.id.label("invulling_id"),
        models.Uitstel.tot.label("uitgesteld_tot"),
        exists().where(KEPT.c.tertaal == bindparam("tertaal"), HOLDS).label("vastgesteld"),
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
    """What is done to the rows of one table of an invulling; the first finds the werkplein and the row at once."""

    open: AnySelect
    find: AnySelect
    add: Insert
    change: Update
    remove: Delete


@dataclass
class OpenInvulling:
    """An invulling that may be written in; its tables are those of models.Antwoord and models.Toelichting."""

    connection: Connection
    id: int | None  # None until something is kept in it.
    werkplein_id: int
    tertaal: Tertaal

    def find(self, model: Model, mijlpaal: str) -> AnyRow | None:
        return self.connection.execute(statements(model).find, self.row_of(mijlpaal)).first()

    def save(self, model: Model, mijlpaal: str, **values: object) -> None:
        """Keep these values in the place of what was there, if anything was."""
        if self.id is None:
            self.id = make_invulling(self.connection, self.werkplein_id, self.tertaal)
        changed = self.connection.execute(statements(model).change, self.row_of(mijlpaal) | values)
        if not changed.rowcount:
            row = {"invulling_id": self.id, "mijlpaal": mijlpaal}
            self.connection.execute(statements(model).add, row | values)

    def remove(self, model: Model, mijlpaal: str) -> None:
        self.connection.execute(statements(model).remove, self.row_of(mijlpaal))

    def row_of(self, mijlpaal: str) -> dict[str, int | str | None]:
        """Return the values that `Statements` ask for; not named as the columns, which an UPDATE takes as new values."""
        return {"of_invulling": self.id, "of_mijlpaal": mijlpaal}

    def about(self, mijlpaal: str) -> About:
        return About(self.werkplein_id, self.tertaal, mijlpaal)


def open_invulling(act: Act, werkplein: str, tertaal: Tertaal) -> OpenInvulling:
    """Open what a werkplein fills in.

    Raises as `require_writable`.
    """
    return opened(act, require_writable(act, werkplein, tertaal), tertaal)


def open_at(act: Act, veld: Veld, model: Model) -> tuple[OpenInvulling, AnyRow | None]:
    """Open it with what is kept of one mijlpaal: for one answer, one question less to the database.

    Raises as `require_writable`.
    """
    row = require_writable(act, veld.werkplein, veld.tertaal, statements(model).open, of_mijlpaal=veld.code)
    return opened(act, row, veld.tertaal), None if row.mijlpaal is None else row


def opened(act: Act, row: AnyRow, tertaal: Tertaal) -> OpenInvulling:
    return OpenInvulling(act.session.connection(), row.invulling_id, row.id, tertaal)


def require_writable(
    act: Act, werkplein: str, tertaal: Tertaal, query: AnySelect = WERKPLEIN_IN_TERTAAL, **asked: str
) -> AnyRow:
    """Return the row of WERKPLEIN_IN_TERTAAL, or of a `query` that has more; every way of writing by hand begins here.

    Who fills in on behalf says so (`Weg.NAMENS`), so that every line of the log says it too.

    Raises NietToegestaan, NietAangemeld, Gesloten (the uitvraag, or the werkplein itself), and OngeldigeInvoer for an
    unknown werkplein.
    """
    if act.by.weg is not Weg.NAMENS:
        act.require(Recht.INVULLEN, werkplein)
        return require_taking(act, werkplein, tertaal, query, **asked)
    act.require(Recht.NAMENS_INVULLEN)
    row = require_taking(act, werkplein, tertaal, query, **asked)
    if running_namens(session=act.session, werkplein=werkplein, tertaal=tertaal) is None:
        raise NietToegestaan(f"{NOT_BEGUN} Er is niets opgeslagen.")
    return row


def require_taking(
    act: Act, werkplein: str, tertaal: Tertaal, query: AnySelect = WERKPLEIN_IN_TERTAAL, **asked: str
) -> AnyRow:
    """Return the same row of a werkplein whose answers are taken now, whoever gives them.

    Raises Gesloten, OngeldigeInvoer.
    """
    row = act.session.connection().execute(query, {"code": werkplein, "tertaal": str(tertaal), **asked}).first()
    if row is None:
        raise OngeldigeInvoer(f"Dit {WERKPLEIN} bestaat niet. Kies een {WERKPLEIN} uit de lijst.")
    if closed := closed_because(row.naam, row.actief_tot, local_date(act.now)):
        raise Gesloten(f"{closed} Er is niets opgeslagen.")
    if row.tertaal is None:
        raise Gesloten(f"{no_uitvraag(tertaal)} Er is niets opgeslagen.")
    as_uitvraag(row).require_open(act.now, row.uitgesteld_tot)
    if row.vastgesteld and not (row.uitgesteld_tot and act.now < row.uitgesteld_tot):
        # A clock that went back since: what comes in now would count nowhere.
        raise Gesloten(f"De uitvraag van {tertaal} is gesloten en vastgesteld. Er is niets opgeslagen.")
    return row


def make_invulling(connection: Connection, werkplein_id: int, tertaal: Tertaal) -> int:
    row = {"werkplein_id": werkplein_id, "tertaal": str(tertaal)}
    made = connection.execute(insert(models.Invulling), row)
    return cast(tuple[int], made.inserted_primary_key)[0]


@cache
def statements(model: Model) -> Statements:
    table = model.__table__
    of_mijlpaal = table.c.mijlpaal == bindparam("of_mijlpaal")
    this_row = (table.c.invulling_id == bindparam("of_invulling")) & of_mijlpaal
    kept = (column for column in table.columns if column.name != "invulling_id")
    of_invulling = (table.c.invulling_id == models.Invulling.id) & of_mijlpaal
    return Statements(
        WERKPLEIN_IN_TERTAAL.add_columns(*kept).outerjoin(table, of_invulling),
        select(table).where(this_row),
        insert(table),
        update(table).where(this_row),
        delete(table).where(this_row),
    )

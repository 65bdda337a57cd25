"""One act: the transaction that it writes in, who does it, and the one moment at which all of it happens.

Callbacks run before the script, and a page that was opened long ago still has its buttons: what a screen hid is no
protection. So every act asks for its right itself, inside its own transaction, and leaves its log line there.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import insert, update
from sqlmodel import Session, SQLModel, col

from db import models
from db.engine import write_session
from db.queries.clock import clock
from db.queries.sessies import by_id
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import NietAangemeld, NietToegestaan
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Gebruiker, Recht, Weg, klok, mag
from landkaart.domein.sessie import Aangemeld
from landkaart.domein.tertaal import Tertaal

T = TypeVar("T")
# A row of the log, by the names of its columns.
LogLine = dict[str, Any]
# Made once: every act adds a line. mypy knows of no `Logregel.__table__`.
ADD_LINE = insert(SQLModel.metadata.tables["logregel"])
NOTHING_SAVED = "Er is niets opgeslagen."


class About(NamedTuple):
    """What a line of the log is about; None for what it is not about."""

    werkplein_id: int | None = None
    tertaal: Tertaal | str | None = None
    mijlpaal: str | None = None


# Of a line about an account, a setting, or everything at once.
WHOLE = About()


@dataclass(frozen=True)
class Act:
    """What every act needs, and gets as its first argument; made by `begin_act` or `begin_act_of`."""

    session: Session
    by: Gebruiker  # Who says he does it; what is true of him, `require` looks up.
    now: datetime  # On the clock of this landkaart; of every row and line that the act leaves.
    found: Aangemeld | None = None  # Who it is, when that was looked up in this very transaction already.

    def require(self, recht: Recht, werkplein: str | None = None) -> None:
        """Let through who has the right by what the database says now; that he came counts as a sign of life.

        Raises NietAangemeld, NietToegestaan.
        """
        if self.by.needs_no_account(recht):
            return
        # How long a session lasts is a matter of this machine's time, in a landkaart that lives in the past as well.
        now = system_now()
        found = self.found
        if found is None and self.by.sessie_id:
            found = by_id(session=self.session, sessie_id=self.by.sessie_id, now=now)
        if found is None or found.account_id != self.by.account_id:
            raise NietAangemeld
        if not mag(found.bevoegdheid, recht, werkplein):
            raise NietToegestaan(f"{recht.weigering} {NOTHING_SAVED}")
        if found.wants_touch(now):
            mine = col(models.Sessie.id) == found.sessie_id
            self.session.exec(update(models.Sessie).where(mine).values(actief_op=now))

    def log(self, handeling: Handeling, about: About = WHOLE, *, oud: object = None, nieuw: object = None) -> None:
        """Write down what became of what; for `oud` and `nieuw` see `line`."""
        self.session.connection().execute(ADD_LINE, self.line(handeling, about, oud=oud, nieuw=nieuw))

    def line(self, handeling: Handeling, about: About = WHOLE, *, oud: object = None, nieuw: object = None) -> LogLine:
        """Make a row of the log, for `log_lines`.

        `oud` and `nieuw` become JSON, dates as ISO text; None means that there was, or is, nothing.
        """
        return {
            "moment": self.now,
            "door": self.by.naam,
            "account_id": self.by.account_id,
            "weg": self.by.weg.value,
            "handeling": handeling.value,
            "werkplein_id": about.werkplein_id,
            "tertaal": about.tertaal and str(about.tertaal),
            "mijlpaal": about.mijlpaal,
            "oud": as_json(oud),
            "nieuw": as_json(nieuw),
        }

    def log_lines(self, lines: Sequence[LogLine]) -> None:
        """Write many lines at once, each made by `line`."""
        if lines:
            self.session.connection().execute(ADD_LINE, lines)

    def via(self, weg: Weg) -> "Act":
        """Return the same act, come in by another way."""
        return replace(self, by=replace(self.by, weg=weg))

    def by_clock(self) -> "Act":
        """Return the same act, done by nobody: a moment passed."""
        return replace(self, by=klok())


@contextmanager
def begin_act(by: Gebruiker) -> Iterator[Act]:
    """Open one transaction for an act: all of it is kept at the end, or nothing when anything raises.

    The clock is read in it, after whoever wrote before: moments follow each other as the acts do.
    """
    with write_session() as session:
        yield Act(session, by, clock(session=session).now())


class Rehearsed(Exception):
    """It went well, and nothing of it must stay."""


def rehearse(by: Gebruiker, do: Callable[[Act], T]) -> T:
    """Return what an act would do, by doing it and undoing it all: so what is shown cannot differ from what is done.

    Raises what the act raises.
    """
    found: list[T] = []
    with suppress(Rehearsed), begin_act(by) as act:
        found.append(do(act))
        raise Rehearsed
    return found[0]


@contextmanager
def begin_act_of(find: Callable[[Session], Aangemeld]) -> Iterator[tuple[Act, Aangemeld]]:
    """Open one transaction as `begin_act`, for whom `find` finds in it: who it is, is looked up once, and comes along."""
    with write_session() as session:
        found = find(session)
        yield Act(session, found.gebruiker, clock(session=session).now(), found), found


def as_json(value: object) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, default=str)

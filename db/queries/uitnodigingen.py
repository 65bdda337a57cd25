"""Invitations: what was sent or handed out in one go, and what came of each."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from db import models
from db.queries.accounts import accounts
from db.queries.werkpleinen import names
from db.sealing import Purpose, unseal
from landkaart.domein.herinnering import BerichtStatus
from landkaart.domein.uitnodiging import Uitnodigingsbrief, Uitnodigingsregel, Uitnodigingsronde

# As many of them as anybody looks back at.
NEWEST = 20
# How the sleutel begins of a ronde of those who were invited one by one.
ALONE = "los"


def by_key(*, session: Session, sleutel: str) -> int | None:
    """Find the ronde that the same press of the button made before."""
    return session.exec(select(models.Uitnodigingsronde.id).where(models.Uitnodigingsronde.sleutel == sleutel)).first()


def rondes(*, session: Session) -> list[Uitnodigingsronde]:
    """Return the newest of them, the newest first."""
    ronde, line = models.Uitnodigingsronde, models.Uitnodiging
    rows = session.exec(select(ronde).order_by(col(ronde.id).desc()).limit(NEWEST)).all()
    query = select(line.ronde_id, line.status, func.count()).where(col(line.ronde_id).in_([row.id for row in rows]))
    counts: dict[int, dict[BerichtStatus, int]] = {}
    for number, status, count in session.exec(query.group_by(line.ronde_id, line.status)):
        counts.setdefault(number, {})[BerichtStatus(status)] = count
    return [
        Uitnodigingsronde(
            row.id or 0,
            row.door,
            row.gemaakt_op,
            row.als_bestand,
            counts.get(row.id or 0, {}),
            een_voor_een=row.sleutel.startswith(f"{ALONE}-"),
        )
        for row in rows
    ]


def waiting(*, session: Session, ronde_id: int) -> int:
    """Count what is still to be sent of a ronde."""
    line = models.Uitnodiging
    wanted = (line.ronde_id == ronde_id) & (line.status == BerichtStatus.WACHT.value)
    return session.exec(select(func.count()).select_from(line).where(wanted)).one()


def regels(*, session: Session, ronde_id: int) -> list[Uitnodigingsregel]:
    """Return the invitations of a ronde, by address."""
    line, account = models.Uitnodiging, models.Account
    query = select(line, account.naam).join(account, account.id == line.account_id).where(line.ronde_id == ronde_id)
    return [
        Uitnodigingsregel(row.adres, naam, BerichtStatus(row.status), row.melding, row.gewijzigd_op)
        for row, naam in session.exec(query.order_by(line.adres))
    ]


def handed_out(*, session: Session, ronde_id: int, now: datetime) -> list[Uitnodigingsbrief]:
    """Return what was handed out as a file and whose link still works, by naam; `now`: of this machine."""
    line, link = models.Uitnodiging, models.Toegangslink
    works = col(link.gebruikt_op).is_(None) & (link.verloopt_op > now)
    query = select(line, link.verloopt_op).join(link, link.id == line.link_id)
    found = session.exec(query.where(line.ronde_id == ronde_id, works, col(line.verzegeld).is_not(None))).all()
    people = {each.id: each for each in accounts(session=session, ids=[row.account_id for row, _ in found])}
    called = names(session=session)
    briefs = [
        Uitnodigingsbrief(row.id, who, token, tot, tuple(called[code] for code in who.werkpleinen))
        for row, tot in found
        if (who := people.get(row.account_id)) and who.uitgezet_op is None
        if (token := unseal(Purpose.UITNODIGING, row.verzegeld))
    ]
    return sorted(briefs, key=lambda brief: (brief.account.naam.casefold(), brief.account.id))


def last_lines(*, session: Session, ids: Sequence[int]) -> dict[int, models.Uitnodiging]:
    """Return the last line of each of these accounts, by its id."""
    line = models.Uitnodiging
    newest = select(func.max(line.id)).where(col(line.account_id).in_(ids)).group_by(line.account_id)
    return {row.account_id: row for row in session.exec(select(line).where(col(line.id).in_(newest)))}

"""What one werkplein filled in, who did, what it submitted and who signed."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import BindParameter, ScalarSelect, and_, bindparam, or_
from sqlmodel import Session, select

from db import models
from db.shapes import AnyRow, AnySelect
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.handeling import Handeling
from landkaart.domein.invulling import Akkoord, Antwoord, Indiening, Invulling, Veld, Wijze, Wijziging
from landkaart.domein.namens import Opgave, Opgavewijze
from landkaart.domein.rechten import Weg
from landkaart.domein.tertaal import Tertaal

# A line of the log about a whole invulling that came from a file: it names no mijlpaal.
FROM_FILE = and_(
    models.Logregel.handeling == Handeling.INDIENING.value,
    models.Logregel.weg.not_in([weg.value for weg in Weg if weg.by_hand]),
)


def id_of(werkplein: str | BindParameter[str]) -> ScalarSelect[int]:
    """Return the id of a werkplein as a part of a larger query."""
    return select(models.Werkplein.id).where(models.Werkplein.code == werkplein).scalar_subquery()


def with_opgave(query: AnySelect) -> AnySelect:
    """Lay beside versions on whose word they were submitted."""
    said = models.IndieningNamens
    query = query.outerjoin(said, said.indiening_id == models.Indiening.id)
    return query.outerjoin(models.Namens, models.Namens.id == said.namens_id)


# Made once: every run of the form asks them.
WERKPLEIN_ID = id_of(bindparam("code"))
INVULLING_ID = (
    select(models.Invulling.id)
    .where(models.Invulling.werkplein_id == WERKPLEIN_ID, models.Invulling.tertaal == bindparam("tertaal"))
    .scalar_subquery()
)
ANTWOORDEN = select(models.Antwoord.__table__).where(models.Antwoord.invulling_id == INVULLING_ID)
TOELICHTINGEN = select(models.Toelichting.__table__).where(models.Toelichting.invulling_id == INVULLING_ID)
# On whose word a version was submitted on behalf; all empty for one that a werkplein submitted itself.
OPGAVE = (models.Namens.wie.label("namens_wie"), models.Namens.hoe.label("namens_hoe"))
VERSIONS = with_opgave(select(models.Indiening.__table__, *OPGAVE).where(models.Indiening.werkplein_id == WERKPLEIN_ID))
OF_TERTAAL = VERSIONS.where(models.Indiening.tertaal == bindparam("tertaal")).order_by(models.Indiening.versie.desc())
BEFORE = (
    VERSIONS.where(models.Indiening.tertaal < bindparam("tertaal"))
    .order_by(models.Indiening.tertaal.desc(), models.Indiening.versie.desc())
    .limit(1)
)
# A version with its answers, in one statement.
WHOLE = with_opgave(
    select(
        models.Indiening.__table__,
        *OPGAVE,
        *(column for column in models.IndieningAntwoord.__table__.columns if column.name != "indiening_id"),
    ).outerjoin(models.IndieningAntwoord, models.IndieningAntwoord.indiening_id == models.Indiening.id)
)
LAST = WHOLE.where(models.Indiening.id == OF_TERTAAL.with_only_columns(models.Indiening.id).limit(1).scalar_subquery())
BY_ID = WHOLE.where(models.Indiening.id == bindparam("id"))
SIGNED = (
    select(models.Indiening.versie, models.Account.id, models.Account.naam, models.Account.organisatie)
    .add_columns(models.Akkoord.gegeven_op)
    .join(models.Akkoord, models.Akkoord.indiening_id == models.Indiening.id)
    .join(models.Account, models.Account.id == models.Akkoord.account_id)
    .where(models.Indiening.werkplein_id == WERKPLEIN_ID, models.Indiening.tertaal == bindparam("tertaal"))
    .order_by(models.Akkoord.gegeven_op, models.Akkoord.id)
)
COPIED = select(models.IndieningAntwoord.__table__).where(models.IndieningAntwoord.indiening_id == bindparam("id"))


def invulling(*, session: Session, werkplein: str, tertaal: Tertaal, toelichtingen: bool = True) -> Invulling:
    """Return what it filled in, submitted or not; empty when the werkplein never came."""
    connection, here = session.connection(), {"code": werkplein, "tertaal": str(tertaal)}
    antwoorden = connection.execute(ANTWOORDEN, here).all()
    texts = connection.execute(TOELICHTINGEN, here).all() if toelichtingen else ()
    return Invulling(
        {row.mijlpaal: Antwoord(Band(row.band), Wijze(row.wijze), row.opgeslagen_op) for row in antwoorden},
        {row.mijlpaal: row.tekst for row in texts},
        {row.mijlpaal: row.opgeslagen_op for row in texts},
    )


def last_change(*, session: Session, veld: Veld, what: Handeling, saved_at: datetime | None) -> Wijziging:
    """Find who left an answer or a toelichting (`what`) as it is. `saved_at`: its moment, None when there is nothing now.

    A file replaces a whole invulling: its log line names no mijlpaal.
    """
    line = models.Logregel
    of_mijlpaal = line.mijlpaal == veld.code
    if saved_at is None:
        # Taking a confirming back takes an answer and its toelichting away at once.
        ways = (what.value, Handeling.BEVESTIGING.value)
        wanted = or_(and_(of_mijlpaal, line.handeling.in_(ways), line.nieuw.is_(None)), FROM_FILE)
    else:
        wanted = and_(line.moment == saved_at, or_(of_mijlpaal, FROM_FILE))
    here = (line.werkplein_id == id_of(veld.werkplein)) & (line.tertaal == str(veld.tertaal))
    query = select(line).where(here, wanted).order_by(line.id.desc())
    found = session.exec(query.limit(1)).first()
    if found is None:
        return Wijziging("onbekend", None, saved_at)
    return Wijziging(Weg(found.weg).whose(found.door), found.account_id, found.moment)


def indieningen(*, session: Session, werkplein: str, tertaal: Tertaal) -> list[Indiening]:
    """Return every version submitted in one tertaal, the latest first."""
    rows = session.connection().execute(OF_TERTAAL, {"code": werkplein, "tertaal": str(tertaal)}).all()
    return [as_indiening(session, row) for row in rows]


def last_indiening(*, session: Session, werkplein: str, tertaal: Tertaal) -> Indiening | None:
    """Return the version that counts; None when nothing was submitted in this tertaal."""
    rows = session.connection().execute(LAST, {"code": werkplein, "tertaal": str(tertaal)}).all()
    return made_of(rows[0], rows) if rows else None


def indiening_by_id(*, session: Session, number: int) -> tuple[Tertaal, Indiening]:
    """Return a version that there is, with its tertaal."""
    rows = session.connection().execute(BY_ID, {"id": number}).all()
    return Tertaal.parse(rows[0].tertaal), made_of(rows[0], rows)


def indiening_before(*, session: Session, werkplein: str, tertaal: Tertaal) -> tuple[Tertaal, Indiening] | None:
    """Find where the werkplein stood before this tertaal, and of which tertaal that was; None when it never submitted."""
    row = session.connection().execute(BEFORE, {"code": werkplein, "tertaal": str(tertaal)}).first()
    return row and (Tertaal.parse(row.tertaal), as_indiening(session, row))


def akkoorden(*, session: Session, werkplein: str, tertaal: Tertaal) -> dict[int, list[Akkoord]]:
    """Return who signed each version of one tertaal, by its number, in the order in which they did."""
    found: dict[int, list[Akkoord]] = {}
    for versie, *signed in session.connection().execute(SIGNED, {"code": werkplein, "tertaal": str(tertaal)}):
        found.setdefault(versie, []).append(Akkoord(*signed))
    return found


def submitted_tertalen(*, session: Session, werkplein: str) -> list[Tertaal]:
    """Return the tertalen in which this werkplein submitted, the latest first."""
    query = select(models.Indiening.tertaal).join(models.Werkplein, models.Werkplein.id == models.Indiening.werkplein_id)
    found = session.exec(query.where(models.Werkplein.code == werkplein).distinct())
    return sorted(map(Tertaal.parse, found), reverse=True)


def as_indiening(session: Session, row: AnyRow) -> Indiening:
    """Make the version of a row; its answers are read."""
    return made_of(row, session.connection().execute(COPIED, {"id": row.id}).all())


def made_of(row: AnyRow, answers: Sequence[AnyRow]) -> Indiening:
    """Make a version of its row and those of its answers; in catalogue order."""
    found = {each.mijlpaal: each for each in answers}
    ordered = {code: found[code] for code in catalogus().codes if code in found}
    return Indiening(
        versie=row.versie,
        ingediend_op=row.ingediend_op,
        door=row.door,
        banden={code: Band(each.band) for code, each in ordered.items()},
        toelichtingen={code: each.toelichting for code, each in ordered.items() if each.toelichting},
        wijzen={code: Wijze(each.wijze) for code, each in ordered.items()},
        reconstructie=row.reconstructie,
        namens=Opgave(row.namens_wie, Opgavewijze(row.namens_hoe)) if row.namens_wie else None,
    )

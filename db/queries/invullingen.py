"""What one werkplein has on paper, and what it submitted."""

from sqlmodel import Session, select

from db import models
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.invulling import Antwoord, Indiening, Invulling, Wijze
from landkaart.domein.tertaal import Tertaal


def invulling(*, session: Session, werkplein: str, tertaal: Tertaal) -> Invulling:
    """Empty when the werkplein never came."""
    place = find_invulling(werkplein, tertaal)
    antwoorden = session.exec(
        select(models.Antwoord.mijlpaal, models.Antwoord.band, models.Antwoord.wijze, models.Antwoord.opgeslagen_op).where(
            models.Antwoord.invulling_id == place
        )
    )
    toelichtingen = session.exec(
        select(models.Toelichting.mijlpaal, models.Toelichting.tekst).where(models.Toelichting.invulling_id == place)
    )
    return Invulling(
        {mijlpaal: Antwoord(Band(band), Wijze(wijze), moment) for mijlpaal, band, wijze, moment in antwoorden},
        dict(toelichtingen.all()),
    )


def indieningen(*, session: Session, werkplein: str, tertaal: Tertaal) -> list[Indiening]:
    """Every version submitted in one tertaal, the latest first."""
    query = of_werkplein(werkplein).where(models.Indiening.tertaal == str(tertaal))
    return [as_indiening(session, row) for row in session.exec(query.order_by(models.Indiening.versie.desc()))]


def indiening_before(*, session: Session, werkplein: str, tertaal: Tertaal) -> tuple[Tertaal, Indiening] | None:
    """Where the werkplein stood before this tertaal, and of which tertaal that was."""
    query = of_werkplein(werkplein).where(models.Indiening.tertaal < str(tertaal))
    row = session.exec(query.order_by(models.Indiening.tertaal.desc(), models.Indiening.versie.desc()).limit(1)).first()
    return row and (Tertaal.parse(row.tertaal), as_indiening(session, row))


def submitted_tertalen(*, session: Session, werkplein: str) -> list[Tertaal]:
    """In which tertalen this werkplein submitted, the latest first."""
    query = select(models.Indiening.tertaal).join(models.Werkplein, models.Werkplein.id == models.Indiening.werkplein_id)
    found = session.exec(query.where(models.Werkplein.code == werkplein).distinct())
    return sorted(map(Tertaal.parse, found), reverse=True)


def find_invulling(werkplein: str, tertaal: Tertaal):
    """Its id, as a part of a larger query."""
    return (
        select(models.Invulling.id)
        .join(models.Werkplein)
        .where(models.Werkplein.code == werkplein, models.Invulling.tertaal == str(tertaal))
        .scalar_subquery()
    )


def of_werkplein(werkplein: str):
    found = select(models.Werkplein.id).where(models.Werkplein.code == werkplein).scalar_subquery()
    return select(models.Indiening).where(models.Indiening.werkplein_id == found)


def as_indiening(session: Session, row: models.Indiening) -> Indiening:
    kept = models.IndieningAntwoord
    found = session.exec(select(kept.mijlpaal, kept.band, kept.wijze, kept.toelichting).where(kept.indiening_id == row.id))
    answers = {mijlpaal: rest for mijlpaal, *rest in found}
    ordered = {code: answers[code] for code in catalogus().codes if code in answers}
    return Indiening(
        versie=row.versie,
        ingediend_op=row.ingediend_op,
        door=row.door,
        banden={code: Band(band) for code, (band, _, _) in ordered.items()},
        toelichtingen={code: toelichting for code, (_, _, toelichting) in ordered.items() if toelichting},
        wijzen={code: Wijze(wijze) for code, (_, wijze, _) in ordered.items()},
        reconstructie=row.reconstructie,
    )

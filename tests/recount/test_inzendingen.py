"""Who submitted and who responded, beside a naive recount; and of 2009 as published."""

from datetime import timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from db import models
from db.act import Act
from db.actions.momentopnamen import freeze_one
from db.engine import engines, read_session
from db.queries.stands import first_submitted
from db.queries.tertaalbeeld import tertaalbeeld
from landkaart.domein.inzendingen import inzendingen_of
from landkaart.domein.rechten import klok
from landkaart.rapport.inzendingen import why_not_the_same
from landkaart.settings import database_url
from tests.recount.tellingen import SUPPRESSED
from tests.steps.small_landkaart import CODES, NU, OPENT, SLUIT, VORIG, make_uitvraag, make_werkplein

SECOND = timedelta(seconds=1)
# Around the opening and around the closing.
MOMENTS = (OPENT - SECOND, OPENT, OPENT + SECOND, SLUIT - SECOND, SLUIT, SLUIT + SECOND)


def somewhere(random: Random, number: int) -> dict:
    """When one werkplein submitted about each tertaal, in order; as plain data."""
    return {
        "code": f"w{number}",
        "nu": sorted(random.sample(MOMENTS, random.choice([0, 0, 1, 1, 2, 3]))),
        "vorig": sorted(random.sample(MOMENTS, random.choice([0, 1, 1]))),
    }


def recount(places: list[dict], frozen: bool) -> dict[str, set[str]]:
    """The slow and obvious way; what is frozen knows nothing from the closing on."""
    found = {name: set() for name in ("ingediend", "gereageerd", "ervoor", "erna", "over_eerder")}
    for place in places:
        code, nu, vorig = place["code"], place["nu"], place["vorig"]
        if frozen:
            counted = [moment for moment in nu if moment < SLUIT] or [moment for moment in vorig if moment < SLUIT]
        else:
            counted = nu or vorig
        responded = bool(counted) and counted[-1] >= OPENT
        if nu:
            found["ingediend"].add(code)
        if responded:
            found["gereageerd"].add(code)
        if nu and not responded:
            found["erna" if nu[0] >= SLUIT else "ervoor"].add(code)
        if responded and not nu:
            found["over_eerder"].add(code)
    return found


def store(session: Session, places: list[dict]) -> None:
    session.add(make_uitvraag())
    for place in places:
        row = make_werkplein(place["code"])
        session.add(row)
        session.flush()
        for tertaal, moments in ((NU, place["nu"]), (VORIG, place["vorig"])):
            session.add(models.Invulling(werkplein_id=row.id, tertaal=str(tertaal)))
            session.flush()
            for versie, moment in enumerate(moments, start=1):
                values = {"werkplein_id": row.id, "tertaal": str(tertaal), "versie": versie, "door": "x"}
                version = models.Indiening(**values, ingediend_op=moment)
                session.add(version)
                session.flush()
                answers = (
                    {"indiening_id": version.id, "mijlpaal": code, "band": 1, "wijze": "bijgewerkt"} for code in CODES
                )
                session.add_all(models.IndieningAntwoord(**answer) for answer in answers)
    session.flush()


@settings(max_examples=60, deadline=None, suppress_health_check=SUPPRESSED)
@given(size=st.integers(1, 15), seed=st.integers(0, 2**32 - 1), frozen=st.booleans())
def test_who_submitted_and_who_responded_is_what_a_naive_recount_finds(database, size, seed, frozen):
    random = Random(seed)
    places = [somewhere(random, number) for number in range(size)]
    with Session(engines(database_url())[1]) as session:
        store(session, places)
        if frozen:
            freeze_one(Act(session, klok(), SLUIT + timedelta(days=1)), NU)
        beeld = tertaalbeeld(session=session, tertaal=NU)
        found = inzendingen_of(beeld, first_submitted(session=session, tertaal=NU))
        session.rollback()

    assert {name: set(getattr(found, name)) for name in recount([], frozen)} == recount(places, frozen)
    # What lies between the two is all named.
    assert found.ingediend - found.ervoor - found.erna | found.over_eerder == found.gereageerd


def test_of_2009_2_it_says_why_102_submitted_and_90_responded(landkaart_2009):
    with read_session() as session:
        beeld = tertaalbeeld(session=session, tertaal=NU)
        found = inzendingen_of(beeld, first_submitted(session=session, tertaal=NU))

    assert why_not_the_same(found, beeld.uitvraag) == (
        "Ingediend over 2009-2: **102**, 12 al voor de opening op 15 juli 2009. In de uitvraag zelf gereageerd, en dat telt "
        "het landelijk beeld: **90**."
    )

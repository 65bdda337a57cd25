"""What stands out, beside a naive recount over records of any history."""

from collections import Counter
from datetime import timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from db import models
from db.engine import engines, read_session
from db.queries.plausibiliteit import ingestuurd
from db.queries.werkpleinen import names
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.plausibiliteit import per_twijfel, rows
from landkaart.settings import database_url
from tests.recount.tellingen import SUPPRESSED
from tests.steps.small_landkaart import CODES, DURING, NU, make_uitvraag, make_werkplein

TERTALEN = ("2008-2", "2008-3", "2009-1", "2009-2")
PAIRS = (
    ("integrale-teams", "aanspreekpunt-werkzoekenden"),
    ("integrale-teams", "aanspreekpunt-werkgevers"),
    ("ketenjaarplan", "visie-en-doelstellingen"),
    ("ketenjaarplan", "ketenpartijen-betrokken"),
)


def version(random: Random) -> dict:
    """Bands that often are all one, or at the ends; now and then all of it confirmed."""
    kind = random.choice(["all", "ends", "any"])
    one = random.choice([0, 3, 3])
    bands = {code: one if kind == "all" else random.choice([0, 3] if kind == "ends" else [0, 1, 2, 3]) for code in CODES}
    confirmed = random.random() < 0.7
    wijzen = {code: "bevestigd" if confirmed or random.random() < 0.5 else "bijgewerkt" for code in CODES}
    return {"bands": bands, "wijzen": wijzen}


def somewhere(random: Random, number: int) -> dict:
    return {
        "code": f"w{number}",
        "versions": {tertaal: [version(random) for _ in range(random.choice([0, 1, 1, 1, 2]))] for tertaal in TERTALEN},
    }


def recount(places: list[dict]) -> set[tuple[str, str, str]]:
    """Code, rule and mijlpalen, the slow and obvious way."""
    found = set()
    for place in places:
        submitted = [(tertaal, place["versions"][tertaal][-1]) for tertaal in TERTALEN if place["versions"][tertaal]]
        if not submitted or submitted[-1][0] != "2009-2":
            continue
        now, earlier = submitted[-1][1]["bands"], [each["bands"] for _, each in submitted[:-1]]
        if len(set(now.values())) == 1:
            found.add((place["code"], "alles_gelijk", ""))
        last_three = submitted[-3:]
        if len(last_three) == 3 and all(wijze == "bevestigd" for _, each in last_three for wijze in each["wijzen"].values()):
            found.add((place["code"], "steeds_bevestigd", ""))
        if earlier and all(band == 3 for band in now.values()):
            risen = [code for code in CODES if earlier[-1][code] < 3]
            if len(risen) >= 5:
                found.add((place["code"], "in_een_stap", ";".join(risen)))
        for high, low in PAIRS:
            if now[high] == 3 and now[low] == 0:
                found.add((place["code"], "tegenstrijdig", f"{high};{low}"))
    return found


def store(session: Session, places: list[dict]) -> None:
    session.add(make_uitvraag())
    for place in places:
        row = make_werkplein(place["code"])
        session.add(row)
        session.flush()
        for number, tertaal in enumerate(TERTALEN):
            session.add(models.Invulling(werkplein_id=row.id, tertaal=tertaal))
            session.flush()
            for versie, each in enumerate(place["versions"][tertaal], start=1):
                moment = DURING + timedelta(number, versie)
                values = {"werkplein_id": row.id, "tertaal": tertaal, "versie": versie, "door": "x", "ingediend_op": moment}
                kept = models.Indiening(**values)
                session.add(kept)
                session.flush()
                for code in CODES:
                    answer = {"mijlpaal": code, "band": each["bands"][code], "wijze": each["wijzen"][code]}
                    session.add(models.IndieningAntwoord(indiening_id=kept.id, **answer))
    session.flush()


@settings(max_examples=40, deadline=None, suppress_health_check=SUPPRESSED)
@given(size=st.integers(1, 8), seed=st.integers(0, 2**32 - 1))
def test_what_stands_out_is_what_a_naive_recount_finds(database, size, seed):
    random = Random(seed)
    places = [somewhere(random, number) for number in range(size)]
    with Session(engines(database_url())[1]) as session:
        store(session, places)
        found = ingestuurd(session=session, tertaal=NU)
        shown = list(rows(found, names(session=session)))
        session.rollback()

    counted = recount(places)
    assert {(row.code, row.reden.twijfel.value, ";".join(row.reden.mijlpalen)) for row in shown} == counted
    by_rule = Counter(rule for _, rule in {(code, rule) for code, rule, _ in counted})
    assert {twijfel.value: number for twijfel, number in per_twijfel(found).items() if number} == dict(by_rule)


def test_of_2009_2_nobody_confirmed_anything_for_all_of_it_came_from_files(landkaart_2009):
    with read_session() as session:
        found = ingestuurd(session=session, tertaal=Tertaal(2009, 2))

    assert len(found) == 102
    assert not any(any(each.bevestigd) for each in found.values())

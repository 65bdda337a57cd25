"""The respons beside a naive recount, and beside what the report of 2009 published."""

from datetime import date, timedelta
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import Session

from db import models
from db.engine import engines, read_session
from db.queries.respons import respons
from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.respons import Stap
from landkaart.domein.tertaal import Tertaal
from landkaart.settings import database_url
from tests.recount.tellingen import SUPPRESSED
from tests.steps.small_landkaart import CODES, NU, OPENT, SLUIT, VORIG, make_uitvraag, make_werkplein

ACTUEEL_VANAF = OPENT - timedelta(100)


def somewhere(random: Random, number: int) -> dict:
    """What one werkplein did, as plain data; anything may go together."""
    signed = random.choice([0, 0, 1, 2, 3])
    return {
        "code": f"w{number}",
        "actief_tot": random.choice([None, None, None, date(2009, 8, 31), date(2009, 9, 1)]),
        "op_papier": random.choice([None, 0, 0, 1, 7, 13, 14, 14]),
        "vraag": random.random() < 0.2,
        "wijzen": random.choice([None, None, ["bevestigd"] * 14, ["bevestigd"] * 13 + ["bijgewerkt"], ["ingelezen"] * 14]),
        "akkoorden": signed,
        "vrijstelling": random.choice([None, None, None, "vrijgesteld", "geen_wijziging"]),
        "vorige": random.choice([None, OPENT - timedelta(1), ACTUEEL_VANAF, ACTUEEL_VANAF - timedelta(1)]),
    }


def recount(places: list[dict]) -> dict[str, tuple[str, str]]:
    """By code: the class and the actualiteit, the slow and obvious way."""
    found = {}
    for place in places:
        if place["actief_tot"] is not None and place["actief_tot"] < date(2009, 9, 1):
            continue
        if place["wijzen"] is not None:
            klasse = "ingediend"
            if all(wijze == "bevestigd" for wijze in place["wijzen"]):
                klasse = "bevestigd"
            if place["akkoorden"] == 1:
                klasse = "een_akkoord"
            if place["akkoorden"] > 1:
                klasse = "twee_akkoorden"
        elif place["vrijstelling"] is not None:
            klasse = place["vrijstelling"]
        elif place["op_papier"] is None:
            klasse = "gekomen" if place["vraag"] else "niet_gekomen"
        else:
            klasse = {0: "gekomen", 14: "ingevuld"}.get(place["op_papier"], "deels")
        found[place["code"]] = (klasse, freshness(place))
    return found


def freshness(place: dict) -> str:
    if place["wijzen"] is not None:
        return "deze_uitvraag"
    if place["vorige"] is None:
        return "nooit"
    return "eerder" if place["vorige"] >= ACTUEEL_VANAF else "verouderd"


def store(session: Session, places: list[dict]) -> None:
    session.add(make_uitvraag(actueel_vanaf=ACTUEEL_VANAF))
    session.add(models.Vraag(id=1, tertaal=str(NU), code="vraag", tekst="Lukt het?"))
    people = [models.Account(adres=f"p{number}@voorbeeld.nl", naam="P", rol="werkplein") for number in range(3)]
    session.add_all(people)
    session.flush()
    for place in places:
        row = make_werkplein(place["code"], actief_tot=place["actief_tot"])
        session.add(row)
        session.flush()
        store_one(session, place, row.id, [person.id for person in people])
    session.flush()


def store_one(session: Session, place: dict, number: int, people: list[int]) -> None:
    if place["vraag"]:
        session.add(models.VraagAntwoord(werkplein_id=number, vraag_id=1, antwoord="ja"))
    if place["vrijstelling"]:
        row = {"werkplein_id": number, "tertaal": str(NU), "soort": place["vrijstelling"], "reden": "x", "door": "x"}
        session.add(models.Vrijstelling(**row, gegeven_op=OPENT))
    if place["op_papier"] is not None or place["wijzen"] is not None:
        paper = models.Invulling(werkplein_id=number, tertaal=str(NU))
        session.add(paper)
        session.flush()
        for code in CODES[: place["op_papier"] or 0]:
            row = {"invulling_id": paper.id, "mijlpaal": code, "band": 1, "wijze": "bijgewerkt"}
            session.add(models.Antwoord(**row, opgeslagen_op=OPENT))
    if place["vorige"]:
        session.add(models.Invulling(werkplein_id=number, tertaal=str(VORIG)))
        session.flush()
        submit(session, number, VORIG, 1, place["vorige"], ["bevestigd"] * 14)
    if place["wijzen"]:
        submit(session, number, NU, 1, OPENT, ["bevestigd"] * 14)
        last = submit(session, number, NU, 2, SLUIT - timedelta(1), place["wijzen"])
        for person in people[: place["akkoorden"]]:
            session.add(models.Akkoord(indiening_id=last, account_id=person, gegeven_op=SLUIT))


def submit(session: Session, number: int, tertaal: Tertaal, versie: int, moment, wijzen: list[str]) -> int:
    row = {"werkplein_id": number, "tertaal": str(tertaal), "versie": versie, "door": "x", "ingediend_op": moment}
    row = models.Indiening(**row)
    session.add(row)
    session.flush()
    for code, wijze in zip(CODES, wijzen, strict=True):
        session.add(models.IndieningAntwoord(indiening_id=row.id, mijlpaal=code, band=1, wijze=wijze))
    return row.id


@settings(max_examples=40, deadline=None, suppress_health_check=SUPPRESSED)
@given(size=st.integers(1, 40), seed=st.integers(0, 2**32 - 1))
def test_every_class_is_what_a_naive_recount_finds(database, size, seed):
    random = Random(seed)
    places = [somewhere(random, number) for number in range(size)]
    with Session(engines(database_url())[1]) as session:
        store(session, places)
        found = respons(session=session, tertaal=NU)
        some = respons(session=session, tertaal=NU, codes=["w0"])
        session.rollback()

    counted = recount(places)
    assert {row.code: (row.klasse.value, row.actualiteit.value) for row in found.reacties} == counted
    assert sum(found.per_stap.values()) == sum(found.per_klasse.values()) == len(counted)
    assert some.reacties == tuple(row for row in found.reacties if row.code == "w0")


def test_of_2009_2_the_report_says_90_changed_in_the_round_26_before_it_9_longer_ago(landkaart_2009):
    with read_session() as session:
        found = respons(session=session, tertaal=NU)

    assert found.per_actualiteit == {
        Actualiteit.DEZE_UITVRAAG: 90,
        Actualiteit.EERDER: 26,
        Actualiteit.VEROUDERD: 9,
        Actualiteit.NOOIT: 2,
    }
    assert sum(found.per_stap.values()) == found.n == 127
    assert found.per_stap[Stap.BINNEN] > 0

"""Bringing a delivery in: all that is new or different, once, each with its log line."""

import json
from dataclasses import replace
from datetime import date, timedelta

import pytest

from db.actions.aanleveringen import import_aanlevering, reference_faults
from db.actions.invullingen import save_toelichting
from db.actions.werkpleinen import close_werkplein
from db.engine import read_session
from db.queries.invullingen import indieningen, invulling
from db.queries.stands import is_reconstructed, stand
from db.queries.tertaalbeeld import indicaties, tertalen
from db.queries.uitvragen import uitvragen
from db.queries.werkpleinen import names, werkplein
from landkaart.domein.band import Band
from landkaart.domein.clock import midnight
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.invulling import Wijze
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.aanlevering import Aanlevering
from tests.steps.acts_files import bring_in, delivery
from tests.steps.factories import invulling_record, uitvraag_record, werkplein_record
from tests.steps.perform import perform
from tests.steps.small_landkaart import (
    CODES,
    DURING,
    NU,
    SLUIT,
    VISIE,
    VORIG,
    act,
    everything,
    keep,
    log,
    make_werkplein,
    submit_all,
)

pytestmark = pytest.mark.usefixtures("database")
ALL = {
    "werkpleinen": 2,
    "uitvragen": 2,
    "vragen": 1,
    "antwoorden": 1,
    "ako_indicatie": 1,
    "kengetallen": 1,
    "scores": 2,
    "accounts": 1,
    "contacten": 1,
    "afspraken": 1,
}


@pytest.fixture
def now(set_clock) -> None:
    set_clock(DURING)


def read(question, **what):
    with read_session() as session:
        return question(session=session, **what)


def test_everything_in_a_delivery_is_there():
    assert bring_in() == ALL

    assert read(names) == {"assen": "Assen", "delft": "Delft"}
    assert list(read(uitvragen)) == [VORIG, NU]
    assert read(indicaties, tertaal=NU) == {"assen": Indicatie.DIT_JAAR}
    assert everything()["vraag"][0][1:] == ("2009-2", "integraal", "Lukt het?", "ja_nee", None, None)
    assert everything()["vraag_antwoord"][0][3:] == ("nee", "Te druk.", None)
    assert read(stand, tertaal=NU).bands[VISIE].to_dict() == {"assen": Band.GEDEELTELIJK, "delft": Band.IN_ONTWIKKELING}


def test_an_invulling_counts_from_its_own_day_and_the_form_shows_it(now):
    bring_in()

    [version] = read(indieningen, werkplein="assen", tertaal=NU)
    paper = read(invulling, werkplein="assen", tertaal=NU)
    assert (version.versie, version.door) == (1, "opdrachtregel")
    assert version.ingediend_op == midnight(delivery().invullingen[0].ingevuld_op)
    assert version.toelichtingen == paper.toelichtingen == {VISIE: "Ingelezen."}
    assert {(answer.band, answer.wijze) for answer in paper.antwoorden.values()} == {(Band.GEDEELTELIJK, Wijze.INGELEZEN)}
    assert paper.saved_at == DURING


def test_each_row_that_changed_has_its_log_line_and_the_whole_has_one(now):
    bring_in()

    lines = log("moment", "door", "weg", "handeling")
    assert {line[:3] for line in lines} == {(DURING, "opdrachtregel", "import")}
    assert [line[3] for line in lines] == [
        *["werkplein"] * 2,
        *["uitvraag"] * 2,
        "vraag",
        "vraagantwoord",
        "ako_indicatie",
        "kengetal",
        "indiening",
        "toelichting",
        "indiening",
        "account",
        "contact",
        *["plan_afspraak"] * 2,
        "inlezen",
    ]
    assert log("mijlpaal", "oud", "nieuw")[-7] == (VISIE, None, '"Ingelezen."')
    assert json.loads(log("nieuw")[-1][0]) == ALL


def test_a_second_time_nothing_changes(now, set_clock):
    bring_in()
    once = everything()
    set_clock(DURING.replace(year=2010))

    assert bring_in() == dict.fromkeys(ALL, 0)
    assert everything() == once


def test_what_differs_is_changed_and_logged_from_what_to_what(now):
    bring_in()
    other = Aanlevering(werkpleinen=(werkplein_record("assen", naam="Assen Centrum"), werkplein_record("delft")))

    assert bring_in(other) == dict.fromkeys(ALL, 0) | {"werkpleinen": 1}

    (handeling, oud, nieuw), (last, *_) = log("handeling", "oud", "nieuw")[-2:]
    oud, nieuw = json.loads(oud), json.loads(nieuw)
    assert (handeling, last) == ("werkplein", "inlezen")
    assert {name: (oud[name], nieuw[name]) for name in nieuw if oud[name] != nieuw[name]} == {
        "naam": ("Assen", "Assen Centrum")
    }
    assert read(names) == {"assen": "Assen Centrum", "delft": "Delft"}


def test_what_a_delivery_does_not_name_stays():
    bring_in()

    bring_in(Aanlevering(werkpleinen=(werkplein_record("breda"),)))

    assert list(read(names)) == ["assen", "breda", "delft"]


def test_an_invulling_that_differs_becomes_the_next_version_and_takes_the_place_on_paper(small_landkaart, set_clock):
    submit_all(Band.NIET)
    act(save_toelichting, mijlpaal=VISIE, tekst="Zelf getypt, nog niet ingediend.")
    set_clock(SLUIT - timedelta(hours=1))

    bring_in(Aanlevering(invullingen=(invulling_record("assen", NU, "3"),)))

    second, first = read(indieningen, werkplein="assen", tertaal=NU)
    paper = read(invulling, werkplein="assen", tertaal=NU)
    assert (first.versie, set(first.banden.values())) == (1, {Band.NIET})
    assert (second.versie, set(second.banden.values())) == (2, {Band.VOLLEDIG})
    assert (set(paper.banden.values()), paper.toelichtingen) == ({Band.VOLLEDIG}, {})
    oud, nieuw = log("oud", "nieuw")[-2]
    assert (json.loads(oud), json.loads(nieuw)) == (dict.fromkeys(CODES, "niet"), dict.fromkeys(CODES, "volledig"))


@pytest.mark.parametrize(
    "changed",
    [
        {"banden": dict.fromkeys(CODES, Band.VOLLEDIG) | {VISIE: Band.NIET}},
        {"toelichtingen": {VISIE: "Erbij geschreven."}},
        {"ingevuld_op": DURING.date()},
    ],
    ids=["a band", "a toelichting", "the day"],
)
def test_any_difference_makes_a_version(changed):
    keep(make_werkplein("assen"))
    first = invulling_record("assen", NU, "3")
    bring_in(Aanlevering(invullingen=(first,)))

    assert bring_in(Aanlevering(invullingen=(replace(first, **changed),)))["scores"] == 1
    assert bring_in(Aanlevering(invullingen=(replace(first, **changed),)))["scores"] == 0


def test_many_invullingen_each_keep_their_own_answers():
    tertalen = [Tertaal(year, number) for year in (2007, 2008, 2009) for number in (1, 2, 3)]
    codes = [f"plein-{number}" for number in range(12)]
    bands = {
        (code, tertaal): str((place + row) % 4) for place, code in enumerate(codes) for row, tertaal in enumerate(tertalen)
    }
    bring_in(
        Aanlevering(
            werkpleinen=tuple(map(werkplein_record, codes)),
            uitvragen=tuple(map(uitvraag_record, tertalen)),
            invullingen=tuple(invulling_record(*place, digit) for place, digit in bands.items()),
        )
    )

    found = {}
    for tertaal in tertalen:
        for code, row in read(stand, tertaal=tertaal).bands.iterrows():
            found[code, tertaal] = "".join(sorted(set(map(str, row))))
    assert found == bands


@pytest.mark.parametrize("reconstructie", [True, False])
def test_a_reconstruction_is_marked_as_one(reconstructie):
    bring_in(reconstructie=reconstructie)

    assert read(is_reconstructed, tertaal=NU) is reconstructie


def test_references_may_point_at_what_the_database_has_and_at_nothing_else():
    keep(make_werkplein("assen"))
    faults = read(reference_faults, aanlevering=replace(delivery(), werkpleinen=(), vragen=()))

    assert list(map(str, faults)) == [
        "accounts.csv, regel 2, kolom werkpleinen: ‘delft’ is geen bekend werkplein.",
        "antwoorden.csv, regel 2, kolom vraag: ‘integraal’ is geen vraag van 2009-2.",
        "scores.csv, regel 2, kolom werkplein: ‘delft’ is geen bekend werkplein.",
    ]


def test_progress_names_each_table_when_it_is_done():
    heard = []
    bring_in(progress=lambda name, done, total: heard.append((name, done, total)))

    assert heard == [(name, number, 10) for number, name in enumerate(ALL, start=1)]


def test_the_tertalen_of_a_delivery_without_uitvragen_are_known():
    keep(make_werkplein("assen"))
    bring_in(Aanlevering(invullingen=(invulling_record("assen", VORIG, "1"),)))

    assert read(tertalen) == [VORIG]


def test_a_file_does_not_undo_a_closing_and_keeps_a_former_name_readable(small_landkaart):
    perform(close_werkplein, code="assen", tot=date(2009, 8, 1))

    record = replace(werkplein_record("assen"), naam="Assen Nieuw", actief_tot=None)
    found = perform(import_aanlevering, aanlevering=Aanlevering(werkpleinen=(record,)))

    assert found["werkpleinen"].gesloten == ["Assen Nieuw"]
    with read_session() as session:
        found = werkplein(session=session, code="assen")
    assert (found.naam, found.actief_tot) == ("Assen Nieuw", date(2009, 8, 1))
    assert [naam for naam, _ in found.vroeger] == ["Assen"]

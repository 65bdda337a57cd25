"""The AKO composes the report of a tertaal: what goes in, and what stands around the figures."""

import json

import pytest

from db.actions.rapportage import save_opzet, save_tekst, take_over
from db.engine import read_session
from db.queries.rapportage import earlier_rapportages, rapportage
from landkaart.domein.band import Band
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.rapportage import (
    LONGEST,
    Opzet,
    OpzetGewijzigd,
    Rapportage,
    RapportDeel,
    RapportPlek,
    RapportTekst,
    TekstGewijzigd,
    TekstPlek,
)
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from tests.steps.acts import manage
from tests.steps.small_landkaart import (
    AKO,
    DURING,
    NU,
    VISIE,
    VORIG,
    everything,
    keep_person,
    log,
    submit_all,
    submitted_before,
)

HERE = RapportPlek(RapportDeel.CONCLUSIES)
BELOW = RapportPlek(RapportDeel.CONCLUSIES, TekstPlek.ONDER)


@pytest.fixture(autouse=True)
def two_tertalen(small_landkaart) -> None:
    keep_person(AKO, Rol.AKO)
    submitted_before({VISIE: Band.NIET})
    submit_all(Band.NIET)


def write(tekst, plek=HERE, seen=None, tertaal=NU):
    return manage(save_tekst, by=AKO, tertaal=tertaal, plek=plek, tekst=tekst, seen=seen)


def choose(*delen, seen=None, tertaal=NU):
    manage(save_opzet, by=AKO, tertaal=tertaal, delen=delen, seen=seen)


def kept(tertaal=NU) -> Rapportage:
    with read_session() as session:
        return rapportage(session=session, tertaal=tertaal)


def refused(fout, sentence, act, *what, **named):
    before = everything()

    with pytest.raises(fout) as error:
        act(*what, **named)

    assert str(error.value) == sentence
    assert everything() == before


def test_nothing_was_decided_at_first():
    assert kept() == Rapportage(Opzet(tuple(RapportDeel)), {}, None)


def test_a_text_is_kept_with_who_typed_it_and_when():
    assert write("  Het gaat\r\ngoed. ") == RapportTekst("Het gaat\ngoed.", AKO.naam, DURING)

    assert kept().teksten == {HERE: RapportTekst("Het gaat\ngoed.", AKO.naam, DURING)}
    handeling, tertaal, oud, nieuw = log("handeling", "tertaal", "oud", "nieuw")[-1]
    assert (handeling, tertaal, oud) == ("rapport", "2009-2", None)
    assert json.loads(nieuw) == {"hoofdstuk": "conclusies", "plek": "boven", "tekst": "Het gaat\ngoed."}


def test_above_and_below_are_two_places():
    write("Boven.")
    write("Onder.", BELOW)

    assert [text.tekst for text in kept().teksten.values()] == ["Boven.", "Onder."]


def test_the_same_again_is_no_change():
    first, lines = write("Het gaat goed."), len(log("id"))

    assert write("Het gaat goed.", seen=None) == first
    assert len(log("id")) == lines


def test_a_text_of_which_nothing_is_left_goes():
    write("", seen=write("Het gaat goed."))

    assert kept().teksten == {}
    assert log("nieuw")[-1] == (None,)


def test_who_was_later_does_not_overwrite_what_he_did_not_see():
    first = write("Van een.")
    write("Van de ander.", seen=first)

    sentence = (
        f"Deze tekst is intussen door {AKO.naam} gewijzigd. De uwe is niet opgeslagen: kopieer hem, ververs de pagina en "
        "voeg hem samen met wat er nu staat."
    )
    refused(TekstGewijzigd, sentence, write, "Nog van een.", seen=first)


@pytest.mark.parametrize("more", [0, 1], ids=["as long as may be", "one sign more"])
def test_a_text_has_its_length(more):
    text = "a" * (LONGEST + more)

    if more:
        refused(OngeldigeInvoer, "De tekst is te lang: 8001 tekens. Er passen er 8000.", write, text)
    else:
        assert write(text).tekst == text


def test_a_chapter_that_is_only_typed_has_one_place():
    place = RapportPlek(RapportDeel.INLEIDING, TekstPlek.ONDER)

    refused(OngeldigeInvoer, "Deze plaats bestaat niet in het rapport. Ververs de pagina.", write, "Dag.", place)


def test_chapters_are_kept_in_their_order():
    choose("vragen", "conclusies")

    assert kept().opzet == Opzet((RapportDeel.VRAGEN, RapportDeel.CONCLUSIES))
    assert json.loads(log("nieuw")[-1][0]) == {"hoofdstukken": ["vragen", "conclusies"]}


def test_who_was_later_does_not_change_an_order_that_he_did_not_see():
    choose("vragen", "conclusies")

    sentence = "Inhoud en volgorde zijn intussen door een ander gewijzigd. Er is niets opgeslagen; kies opnieuw."
    refused(OpzetGewijzigd, sentence, choose, "conclusies", seen=None)
    choose("conclusies", seen=kept().opzet_gewijzigd_op)
    assert kept().opzet == Opzet((RapportDeel.CONCLUSIES,))


@pytest.mark.parametrize("delen", [("vragen", "vragen"), ("niets",), ()], ids=["twice", "unknown", "none"])
def test_chapters_that_cannot_be_are_refused(delen):
    with pytest.raises(OngeldigeInvoer):
        choose(*delen)

    assert kept().opzet_gewijzigd_op is None


def test_of_a_tertaal_of_which_nothing_is_known_there_is_no_report():
    refused(
        OngeldigeInvoer,
        "Van 2030-1 is niets bekend. Kies een tertaal uit de lijst.",
        write,
        "Dag.",
        tertaal=Tertaal(2030, 1),
    )


def test_what_the_last_report_has_is_taken_over_where_this_one_has_none():
    write("Van toen, boven.", tertaal=VORIG)
    write("Van toen, onder.", BELOW, tertaal=VORIG)
    choose("conclusies", tertaal=VORIG)
    write("Van nu.")

    assert manage(take_over, by=AKO, tertaal=NU, van=VORIG) == 1

    assert {plek: text.tekst for plek, text in kept().teksten.items()} == {HERE: "Van nu.", BELOW: "Van toen, onder."}
    assert kept().opzet == Opzet((RapportDeel.CONCLUSIES,))
    assert len(kept(VORIG).teksten) == 2


def test_with_nothing_to_take_over_it_says_so():
    sentence = "Uit het rapport van 2009-1 is niets over te nemen dat hier nog niet staat."

    refused(OngeldigeInvoer, sentence, manage, take_over, by=AKO, tertaal=NU, van=VORIG)


def test_a_later_report_is_nothing_to_take_over_from():
    write("Van nu.")

    with pytest.raises(OngeldigeInvoer):
        manage(take_over, by=AKO, tertaal=VORIG, van=NU)
    with read_session() as session:
        assert earlier_rapportages(session=session, tertaal=VORIG) == []
        assert earlier_rapportages(session=session, tertaal=NU.after()) == [NU]

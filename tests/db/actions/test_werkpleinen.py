"""Werkpleinen come, change their name, close and merge; history stays under every name."""

import json
from datetime import date

import pytest
from sqlmodel import select

from db import models
from db.act import Act
from db.actions import werkpleinen as acts
from db.engine import read_session
from db.queries.stands import stand
from db.queries.werkpleinen import active, werkplein
from landkaart.domein.fouten import NietAangemeld, NietToegestaan, OngeldigeInvoer
from landkaart.domein.rechten import Gebruiker, Weg
from landkaart.domein.tertaal import Tertaal
from tests.steps.accounts import sign_in_as
from tests.steps.werkpleinen import NEW_YEAR, TODAY, URK, add, close, do, everything, kept, lines, merge, rename


def test_a_new_werkplein_counts_from_the_day_after_it_opens(beheer):
    add(beheer)

    assert (kept("urk").naam, kept("urk").actief_van) == ("Urk", TODAY)
    with read_session() as session:
        assert "urk" not in active(session=session, on=TODAY)
        assert "urk" in active(session=session, on=date(2009, 12, 2))


def test_a_new_werkplein_leaves_one_log_line_with_all_its_particulars(beheer):
    add(beheer)

    [line] = lines("urk")
    assert (line.door, line.account_id, line.weg, line.oud) == (beheer.naam, beheer.account_id, "formulier", None)
    assert json.loads(line.nieuw) == URK | {"actief_van": "2009-12-01"}


def test_an_opening_day_can_be_left_empty_then_it_was_always_open(beheer):
    add(beheer, actief_van=None)

    with read_session() as session:
        assert "urk" in active(session=session, on=date(2007, 1, 1))


def test_a_closing_can_be_taken_back_and_both_stand_in_the_log(beheer):
    merge(beheer)

    do(acts.reopen_werkplein, beheer, code="harderwijk")

    with read_session() as session:
        found = werkplein(session=session, code="harderwijk")
        lines = session.exec(select(models.Logregel.oud, models.Logregel.nieuw).order_by(models.Logregel.id.desc()))
        oud, nieuw = map(json.loads, lines.first())
    assert (found.actief_tot, found.opgegaan_in) == (None, None)
    assert oud == {"code": "harderwijk", "actief_tot": "2010-01-01", "opgegaan_in": "barneveld"}
    assert nieuw == {"code": "harderwijk", "actief_tot": None, "opgegaan_in": None}


def test_who_is_open_cannot_be_opened_again(beheer):
    with pytest.raises(OngeldigeInvoer, match="er is geen sluiting om terug te nemen"):
        do(acts.reopen_werkplein, beheer, code="harderwijk")


@pytest.mark.parametrize(
    ("other", "sentence"),
    [
        ({"code": "assen"}, "Er is al een werkplein met de code assen. Kies een andere code."),
        ({"code": "Urk"}, "Een code heeft 1 tot 60 tekens"),
        ({"code": "súdwest"}, "Een code heeft 1 tot 60 tekens"),
        ({"code": ""}, "Een code heeft 1 tot 60 tekens"),
        ({"code": "a" * 61}, "Een code heeft 1 tot 60 tekens"),
        ({"code": "٣"}, "Een code heeft 1 tot 60 tekens"),
        ({"naam": " \t "}, "Vul een naam in, op één regel."),
        ({"naam": "Urk\nNoord"}, "Vul een naam in, op één regel."),
        ({"naam": "a" * 121}, "De tekst is te lang: 121 tekens. Er passen er 120."),
        ({"naam": "Ur\x00k"}, "onzichtbare tekens"),
        ({"naam": "Ur\u202ek"}, "onzichtbare tekens"),
        ({"plaats": ""}, "Vul een plaats in, op één regel."),
        ({"gemeente": ""}, "Vul een gemeente in, op één regel."),
        ({"provincie": ""}, "Vul een provincie in, op één regel."),
        ({"arbeidsmarktregio": ""}, "Vul een arbeidsmarktregio in, op één regel."),
        ({"breedtegraad": 49.99}, "De breedtegraad ligt op de kaart tussen 50 en 54 graden."),
        ({"breedtegraad": 54.01}, "De breedtegraad ligt op de kaart tussen 50 en 54 graden."),
        ({"breedtegraad": float("nan")}, "De breedtegraad ligt op de kaart tussen 50 en 54 graden."),
        ({"breedtegraad": None}, "De breedtegraad ligt op de kaart tussen 50 en 54 graden."),
        ({"lengtegraad": 2.99}, "De lengtegraad ligt op de kaart tussen 3 en 8 graden."),
        ({"lengtegraad": 8.01}, "De lengtegraad ligt op de kaart tussen 3 en 8 graden."),
    ],
)
def test_a_particular_that_cannot_be_is_refused_in_a_sentence_and_nothing_changes(beheer, other, sentence):
    before = everything()

    with pytest.raises(OngeldigeInvoer, match=sentence):
        add(beheer, **other)

    assert everything() == before


def test_the_edges_of_the_country_are_in_it(beheer):
    add(beheer, breedtegraad=50.0, lengtegraad=3.0)
    add(beheer, code="noordoost", breedtegraad=54.0, lengtegraad=8.0)

    assert kept("urk")
    assert kept("noordoost")


def test_a_name_of_120_characters_fits_and_is_kept_in_one_way_of_writing(beheer):
    rename(beheer, " Su\u0301dwest-Fryslân ")
    assert kept("harderwijk").naam == "Súdwest-Fryslân"

    rename(beheer, "a" * 120)
    assert kept("harderwijk").naam == "a" * 120


def test_a_renamed_werkplein_keeps_its_former_name_and_its_history(beheer):
    with read_session() as session:
        before = stand(session=session, tertaal=Tertaal(2009, 2)).bands.loc["harderwijk"]

    rename(beheer, "Noordwest-Veluwe", date(2009, 10, 1))
    rename(beheer, "Veluwe", TODAY)

    assert kept("harderwijk").naam == "Veluwe"
    assert kept("harderwijk").vroeger == (("Harderwijk", date(2009, 10, 1)), ("Noordwest-Veluwe", TODAY))
    with read_session() as session:
        assert stand(session=session, tertaal=Tertaal(2009, 2)).bands.loc["harderwijk"].equals(before)


def test_a_rename_says_in_the_log_from_what_to_what(beheer):
    rename(beheer, "Veluwe")

    line = lines("harderwijk")[-1]
    assert json.loads(line.oud) == {"code": "harderwijk", "naam": "Harderwijk"}
    assert json.loads(line.nieuw) == {"code": "harderwijk", "naam": "Veluwe", "vanaf": "2009-12-01"}


def test_a_slip_of_the_pen_that_is_put_right_on_the_same_day_is_no_former_name(beheer):
    rename(beheer, "Veluwee")
    rename(beheer, "Veluwe")
    assert kept("harderwijk").vroeger == (("Harderwijk", TODAY),)

    rename(beheer, "Harderwijk")
    assert (kept("harderwijk").naam, kept("harderwijk").vroeger) == ("Harderwijk", ())


def test_a_name_is_put_right_before_the_werkplein_opens(beheer):
    add(beheer, naam="Urkk", actief_van=NEW_YEAR)
    rename(beheer, "Urk", TODAY, code="urk")
    assert (kept("urk").naam, kept("urk").vroeger) == ("Urk", ())


@pytest.mark.parametrize(
    ("naam", "vanaf", "sentence"),
    [
        ("Veluwe", TODAY, "Zo heet dit werkplein al."),
        ("", TODAY, "Vul een naam in"),
        ("a" * 121, TODAY, "De tekst is te lang"),
        ("Noord", date(2009, 12, 2), "Deze dag moet nog komen."),
        ("Noord", date(2009, 9, 30), "had het werkplein zijn huidige naam nog niet"),
        ("Noord", None, "Kies een dag."),
    ],
)
def test_a_rename_that_cannot_be_is_refused_and_nothing_changes(beheer, naam, vanaf, sentence):
    rename(beheer, "Veluwe", date(2009, 10, 1))
    before = everything()

    with pytest.raises(OngeldigeInvoer, match=sentence):
        rename(beheer, naam, vanaf)

    assert everything() == before


def test_a_closed_werkplein_counts_at_a_closing_on_that_day_and_not_after_it(beheer):
    close(beheer)

    with read_session() as session:
        assert "harderwijk" in active(session=session, on=NEW_YEAR)
        assert "harderwijk" not in active(session=session, on=date(2010, 1, 2))
    assert kept("harderwijk").is_open(date(2009, 12, 31))
    assert not kept("harderwijk").is_open(NEW_YEAR)
    assert json.loads(lines("harderwijk")[-1].nieuw) == {"code": "harderwijk", "actief_tot": "2010-01-01"}


def test_a_werkplein_closes_once(beheer):
    close(beheer)
    before = everything()

    with pytest.raises(OngeldigeInvoer, match="Harderwijk is al gesloten"):
        close(beheer, tot=date(2010, 5, 1))

    assert everything() == before


def test_a_werkplein_closes_after_it_opened(beheer):
    add(beheer)

    with pytest.raises(OngeldigeInvoer, match="kan niet sluiten op of vóór de dag dat het opent"):
        close(beheer, "urk", TODAY)

    close(beheer, "urk", date(2009, 12, 2))
    assert kept("urk").actief_tot == date(2009, 12, 2)


@pytest.mark.parametrize("act", [lambda by: rename(by, "Nieuw", code="nergens"), lambda by: close(by, "nergens")])
def test_an_unknown_werkplein_is_refused(beheer, act):
    with pytest.raises(OngeldigeInvoer, match="Dit werkplein bestaat niet. Ververs de pagina en kies het opnieuw."):
        act(beheer)


ACTS = [add, lambda by: rename(by, "Veluwe"), close, merge]


@pytest.mark.parametrize("act", ACTS, ids=["add", "rename", "close", "merge"])
@pytest.mark.parametrize(("rol", "own"), [("werkplein", ["harderwijk", "barneveld"]), ("ako", []), ("lezer", [])])
def test_who_is_no_beheerder_changes_nothing(landkaart_2009, rol, own, act):
    by = sign_in_as(rol, own)
    before = everything()

    with pytest.raises(NietToegestaan, match="U mag geen werkpleinen beheren. Er is niets opgeslagen."):
        act(by)

    assert everything() == before


@pytest.mark.parametrize("act", ACTS, ids=["add", "rename", "close", "merge"])
def test_who_only_says_that_he_is_a_beheerder_changes_nothing(beheer, act):
    before = everything()

    with pytest.raises(NietAangemeld):
        act(Gebruiker(beheer.naam, Weg.FORMULIER, beheer.account_id, sessie_id=999))

    assert everything() == before


@pytest.mark.parametrize("act", ACTS, ids=["add", "rename", "close", "merge"])
def test_without_its_log_line_nothing_is_kept(beheer, act, monkeypatch):
    before = everything()

    def fail(*_, **__):
        raise RuntimeError("the log is full")

    monkeypatch.setattr(Act, "log", fail)
    with pytest.raises(RuntimeError, match="the log is full"):
        act(beheer)

    assert everything() == before

"""The respons as a file: for AKO and beheer, filtered as on the page."""

import pytest

from db.actions.contacten import set_contact
from tests.steps.perform import perform
from tests.steps.visitors import browser, browser_of, csv_rows, unguarded

URL = "/download/respons.csv"


@pytest.mark.parametrize("rol", ["ako", "beheer"])
def test_it_has_every_werkplein_of_the_uitvraag_once(landkaart_2009, rol):
    answer = browser_of(rol).get(f"{URL}?tertaal=2009-2")

    assert len({row["code"] for row in csv_rows(answer)}) == len(csv_rows(answer)) == 127
    assert answer.headers["content-disposition"] == 'attachment; filename="respons-2009-2.csv"'
    assert answer.headers["cache-control"] == "no-store"


def test_a_filter_leaves_only_what_was_asked(landkaart_2009):
    client = browser_of("ako")

    late = csv_rows(client.get(f"{URL}?tertaal=2009-2&actualiteit=verouderd"))
    nobody = csv_rows(client.get(f"{URL}?tertaal=2009-3&klasse=binnen"))
    drenthe = csv_rows(client.get(f"{URL}?tertaal=2009-3&klasse=niet_gekomen&provincie=Drenthe"))

    assert len(late) == 9
    assert nobody == []
    assert {row["provincie"] for row in drenthe} == {"Drenthe"}


def test_a_contact_is_in_it_and_turns_into_no_formula(landkaart_2009):
    perform(set_contact, werkplein="emmen", naam="=Jo", adres="jo@emmen.nl", gedeeld=False)

    found = csv_rows(browser_of("ako").get(f"{URL}?tertaal=2009-3&provincie=Drenthe"))

    assert {row["code"]: row["contact"] for row in found}["emmen"] == "'=Jo <jo@emmen.nl>"


@pytest.mark.parametrize(("rol", "werkpleinen"), [("werkplein", ["assen"]), ("lezer", [])])
def test_other_roles_get_nothing(landkaart_2009, rol, werkpleinen):
    answer = browser_of(rol, werkpleinen).get(f"{URL}?tertaal=2009-2")

    assert (answer.status_code, answer.text) == (403, "U mag de respons niet zien.")


def test_without_signing_in_there_is_nothing_also_when_nobody_stands_in_front(landkaart_2009):
    for visitor in (browser(), unguarded()):
        assert visitor.get(f"{URL}?tertaal=2009-2").status_code == 401


@pytest.mark.parametrize("asked", ["", "tertaal=2009-4", "tertaal=2031-1", "tertaal=2009-2&klasse=verzonnen"])
def test_what_cannot_be_is_a_sentence(landkaart_2009, asked):
    answer = browser_of("ako").get(f"{URL}?{asked}")

    assert answer.status_code == 400
    assert answer.text.endswith(".")


def test_a_dutch_excel_gets_semicolons(landkaart_2009):
    assert browser_of("ako").get(f"{URL}?tertaal=2009-2&scheiding=puntkomma").content.startswith(b"\xef\xbb\xbfcode;naam;")

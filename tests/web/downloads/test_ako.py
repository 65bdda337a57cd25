import pytest
from sqlmodel import select

from db import models
from db.actions.indicaties import give_indicatie
from db.actions.lijsten import fix_lijst
from db.engine import write_session
from landkaart.domein.achterblijvers import Regel
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.tertaal import Tertaal
from landkaart.web.downloads import ako
from tests.steps.accounts import sign_in_as
from tests.steps.perform import perform
from tests.steps.visitors import browser, browser_of, csv_rows, unguarded

NU = Tertaal(2009, 2)
NAMES = list(ako.FILES)
NOBODY = Regel(0, 0, False)


def do(act, **what):
    by = sign_in_as("ako", naam="Iemand van het AKO")
    perform(act, by, tertaal=NU, **what)


@pytest.mark.parametrize("name", NAMES)
def test_every_role_can_have_each_file_under_its_own_name_and_nobody_else_keeps_it(landkaart_2009, name):
    for rol in ("lezer", "werkplein", "ako", "beheer"):
        answer = browser_of(rol).get(f"/download/2009-2/{name}")

        with_tertaal = name.replace(".csv", "-2009-2.csv")
        assert answer.headers["content-disposition"] == f'attachment; filename="{with_tertaal}"'
        assert answer.headers["cache-control"] == "no-store"
        assert csv_rows(answer)


@pytest.mark.parametrize("name", NAMES)
def test_without_signing_in_there_is_nothing_also_when_no_guard_stands_in_front(landkaart_2009, name):
    bare = unguarded()

    assert browser().get(f"/download/2009-2/{name}").status_code == 401
    assert bare.get(f"/download/2009-2/{name}").status_code == 401


@pytest.mark.parametrize("name", NAMES)
def test_a_dutch_excel_gets_semicolons(landkaart_2009, name):
    answer = browser_of("lezer").get(f"/download/2009-2/{name}?scheiding=puntkomma")

    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert b";" in answer.content.splitlines()[0]


@pytest.mark.parametrize("tertaal", ["2031-1", "2009-4"])
def test_of_a_tertaal_of_which_nothing_is_known_there_is_no_file(landkaart_2009, tertaal):
    answer = browser_of("lezer").get(f"/download/{tertaal}/{NAMES[0]}")

    assert answer.status_code == 404
    assert answer.text == "Dit bestand bestaat niet. Ga terug en kies een ander tertaal."


def test_the_indicaties_add_up_to_the_published_counts(landkaart_2009):
    given = [row["ako_indicatie"] for row in csv_rows(browser_of("lezer").get("/download/2009-2/ako_indicatie.csv"))]

    counts = {value: given.count(value) for value in set(given)}
    assert counts == {"dit_jaar": 45, "volgend_jaar": 59, "niet": 19, "sluit": 2}


def test_a_note_goes_to_who_may_read_the_logboek_of_that_werkplein_and_to_nobody_else(landkaart_2009):
    for werkplein in ("harderwijk", "zwolle"):
        do(give_indicatie, werkplein=werkplein, indicatie=Indicatie.SLUIT, notitie="=1+1")

    def notes(rol, werkpleinen=()):
        found = csv_rows(browser_of(rol, werkpleinen).get("/download/2009-2/ako_indicatie.csv"))
        return {row["code"]: (row["notitie"], row["door"]) for row in found if row["notitie"] or row["door"]}

    note = ("'=1+1", "Iemand van het AKO")
    assert notes("ako") == notes("beheer") == {"harderwijk": note, "zwolle": note}
    assert notes("werkplein", ["harderwijk"]) == {"harderwijk": note}
    assert notes("lezer") == {}


def test_the_answers_have_everybody_who_was_asked_and_no_formula(landkaart_2009):
    with write_session() as session:
        texts = select(models.VraagAntwoord).where(models.VraagAntwoord.toelichting.is_not(None))
        session.exec(texts).first().toelichting = "=HYPERLINK()"

    found = csv_rows(browser_of("lezer").get("/download/2009-2/vraag_antwoorden.csv"))

    assert len(found) == 3 * 127
    answers = [row["antwoord"] for row in found if row["vraag"] == "integraal-per-2010"]
    assert [answers.count(value) for value in ("ja", "nee", "")] == [28, 30, 69]
    assert "'=HYPERLINK()" in {row["toelichting"] for row in found}


def test_the_list_follows_the_rule_in_the_address(landkaart_2009):
    usual = csv_rows(browser_of("lezer").get("/download/2009-2/achterblijverslijst.csv"))
    other = csv_rows(browser_of("lezer").get("/download/2009-2/achterblijverslijst.csv?limiet=33&tertalen=0&verouderd=0"))

    assert len(usual) == 32
    assert {row["score"] for row in other} == {"30"}
    assert {row["regel"] for row in other} == {Regel(33, 0, False).zin}


def test_a_fixed_list_can_be_had_from_when_it_was_fixed(landkaart_2009):
    client, place = browser_of("lezer"), "/download/2009-2/achterblijverslijst.csv?vastgesteld=ja"
    assert client.get(place).status_code == 404

    do(fix_lijst, regel=NOBODY, seen=[], seen_fixed=None)

    answer = client.get(place)
    assert answer.status_code == 200
    assert answer.text == "code,naam,redenen,ako_indicatie,regel,vastgesteld_op,door\n"


@pytest.mark.parametrize(
    ("path", "name", "rows"),
    [
        ("ako_indicatie.csv?oordeel=niet", "ako_indicatie-2009-2-niet.csv", 19),
        ("ako_indicatie.csv?oordeel=geen", "ako_indicatie-2009-2-geen.csv", 0),
        ("vraag_antwoorden.csv?vraag=integraal-per-2010&antwoord=ja", None, 28),
        ("vraag_antwoorden.csv?vraag=integraal-per-2010&zoeken=HARDERW", None, 1),
        ("achterblijverslijst.csv?limiet=1&tertalen=0", "achterblijverslijst-2009-2-limiet-1-tertalen-0.csv", None),
    ],
)
def test_a_file_has_the_rows_that_its_page_shows_and_a_name_that_tells_it_apart(landkaart_2009, path, name, rows):
    answer = browser_of("ako").get(f"/download/2009-2/{path}")

    assert name is None or answer.headers["content-disposition"] == f'attachment; filename="{name}"'
    assert rows is None or len(csv_rows(answer)) == rows


@pytest.mark.parametrize("path", ["ako_indicatie.csv?oordeel=onzin", "vraag_antwoorden.csv?antwoord=onzin"])
def test_a_choice_that_cannot_be_is_a_sentence(landkaart_2009, path):
    assert browser_of("ako").get(f"/download/2009-2/{path}").status_code == 404


def test_what_goes_on_after_the_closing_says_so_in_its_herkomst(landkaart_2009):
    def below(path):
        return browser_of("ako").get(f"/download/2009-2/{path}herkomst=ja").text.partition("\n\nBron,")[2]

    assert 'AKO-indicatie,"zoals gegeven tot en met 1 december 2009' in below("ako_indicatie.csv?")
    assert 'Uitgave,"Levend: stand van 1 december 2009' in below("vraag_antwoorden.csv?")
    assert "Regel,Een werkplein staat op de lijst als de score lager is dan 1%." in below(
        "achterblijverslijst.csv?limiet=1&tertalen=0&verouderd=0&"
    )

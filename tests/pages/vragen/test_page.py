import pytest
from sqlmodel import select

from db import models
from db.engine import write_session
from tests.steps.drive import texts, visit

EVIL = "<img src=x onerror=alert(1)> [klik](javascript:alert(1)) $x$"


def table(at):
    return at.dataframe[0].value


def test_each_question_says_how_many_answered_what(landkaart_2009):
    at = visit("vragen")

    assert not at.exception
    assert "kregen **127 werkpleinen** naast de 14 mijlpalen **3 extra vragen**" in texts(at)
    assert "deze cijfers komen uit een reconstructie" in texts(at)
    assert "58 van 127 werkpleinen antwoordden: 28 ja en 30 nee." in texts(at)
    assert "53 van 127 werkpleinen antwoordden: 53 ja en 0 nee." in texts(at)
    assert "53 van 127 werkpleinen antwoordden: 45 ja en 8 nee." in texts(at)


def test_the_counts_stand_in_a_table_too(landkaart_2009):
    at = visit("vragen")

    at.session_state["vragen-tabel-open"] = True
    at.run()

    assert table(at).iloc[:, 1:].to_numpy().tolist() == [[28, 30, 69, 127], [53, 0, 74, 127], [45, 8, 74, 127]]


@pytest.mark.parametrize(
    ("vraag", "antwoord", "number"),
    [
        ("integraal-per-2010", "ja", 28),
        ("integraal-per-2010", "nee", 30),
        ("integraal-per-2010", "niets", 69),
        ("absolute-reductie", "ja", 45),
    ],
)
def test_a_count_opens_its_names(landkaart_2009, vraag, antwoord, number):
    at = visit("vragen", vraag=vraag, antwoord=antwoord)

    assert len(table(at)) == number
    assert f"**{number} werkpleinen.**" in texts(at)


def test_texts_can_be_searched_without_minding_capitals(landkaart_2009):
    at = visit("vragen", antwoord="nee")

    at.text_input(key="vragen-zoeken").input("REORGANISATIE").run()

    assert set(table(at)["Toelichting"]) == {"Reorganisatie bij de gemeente"}
    assert len(table(at)) == 11


def test_a_search_that_finds_nothing_says_so(landkaart_2009):
    at = visit("vragen")

    at.text_input(key="vragen-zoeken").input("xyzzy").run()

    assert "Geen antwoord voldoet aan deze keuzes." in texts(at)


def test_a_text_stands_there_as_it_was_typed(landkaart_2009):
    with write_session() as session:
        row = session.exec(select(models.VraagAntwoord).where(models.VraagAntwoord.toelichting.is_not(None))).first()
        row.toelichting = EVIL
        vraag = session.get(models.Vraag, row.vraag_id)
        vraag.tekst = EVIL

    at = visit("vragen")

    assert EVIL in list(table(at)["Toelichting"])
    assert EVIL not in texts(at)
    assert "\\<img src=x" in texts(at)


def test_a_tertaal_without_extra_questions_says_so(landkaart_2009):
    at = visit("vragen", tertaal="2009-1")

    assert not at.exception
    assert "In 2009-1 zijn geen extra vragen gesteld." in texts(at)


def test_without_any_data_the_page_says_what_to_do(database):
    assert "Er zijn nog geen gegevens" in texts(visit("vragen"))

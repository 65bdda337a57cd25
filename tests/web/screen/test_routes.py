"""What stands on a page, for who copies or prints it; and for nobody else."""

import gc
from dataclasses import replace
from datetime import UTC, datetime

import pandas as pd
import pytest

from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.readers_table import ShownTable
from landkaart.web.screen.kept import BLADEN, new_blad
from tests.steps.accounts import make_account, open_session, who_has
from tests.steps.visitors import browser, browser_of, unguarded, with_token


@pytest.fixture
def opened(landkaart_2009):
    """A visitor with a page open, and what is kept of it."""
    token = open_session(make_account("lezer", naam="Ada"))
    blad = new_blad(who_has(token).sessie_id)
    table = pd.DataFrame({"naam": ["Ede", "Assen"], "ako": ["niet", "niet"]})
    blad.keep("lijst van=wie", ShownTable("Wie", lambda: table, {"naam": "Werkplein", "ako": "AKO-indicatie"}))
    return with_token(token), blad


def test_a_table_is_handed_out_whole_under_the_class_of_its_element(opened):
    visitor, blad = opened

    found = visitor.get(f"/scherm/{blad.merk}/tabel/lijst-van-wie")

    assert found.headers["cache-control"] == "no-store"
    assert found.json()["titel"] == "Wie"
    assert found.json()["rijen"] == 2
    assert found.json()["tekst"] == "Werkplein\tAKO-indicatie\nEde\tniet\nAssen\tniet\n"
    assert found.json()["html"].startswith("<table")


def test_a_print_has_every_table_and_says_what_was_chosen_and_by_whom_it_was_made(opened):
    visitor, blad = opened
    blad.tertaal, blad.regel = Tertaal(2009, 2), "Een regel."
    blad.keuzes["Vergeleken met"] = "2008-1"

    found = visitor.get(f"/scherm/{blad.merk}/afdruk").json()

    assert list(found["tabellen"]) == ["lijst-van-wie"]
    lines = found["herkomst"]
    assert "Uitgave: Vastgesteld bij de sluiting op 31 augustus 2009 om 24:00 uur" in lines
    assert "Keuzes: Vergeleken met: 2008-1" in lines
    assert "Regel: Een regel." in lines
    assert any(line.startswith("AKO-indicatie: zoals gegeven tot en met 1 december 2009") for line in lines)
    assert lines[-1].endswith("door Ada")


def test_a_table_with_rows_of_its_own_for_paper_is_copied_whole_and_printed_with_those(opened):
    visitor, blad = opened
    shown = blad.tables["lijst-van-wie"]
    blad.keep("lijst-van-wie", replace(shown, printed=lambda: shown.make().head(1)))

    printed = visitor.get(f"/scherm/{blad.merk}/afdruk").json()["tabellen"]["lijst-van-wie"]
    copied = visitor.get(f"/scherm/{blad.merk}/tabel/lijst-van-wie").json()
    assert "Ede" in printed
    assert "Assen" not in printed
    assert copied["rijen"] == 2
    assert "Assen" in copied["html"]


@pytest.mark.parametrize("path", ["tabel/lijst-van-wie", "afdruk"])
def test_nobody_else_gets_it(opened, path):
    _, blad = opened

    assert browser().get(f"/scherm/{blad.merk}/{path}").status_code == 401
    assert unguarded().get(f"/scherm/{blad.merk}/{path}").status_code == 401
    assert browser_of("beheer").get(f"/scherm/{blad.merk}/{path}").status_code == 404


@pytest.mark.parametrize("path", ["onzin/tabel/lijst-van-wie", "onzin/afdruk", "{merk}/tabel/onzin"])
def test_what_is_not_open_is_a_sentence(opened, path):
    visitor, blad = opened

    answer = visitor.get(f"/scherm/{path.format(merk=blad.merk)}")

    assert (answer.status_code, answer.text) == (
        404,
        "Deze pagina is niet meer open bij de landkaart. Ververs haar en probeer het opnieuw.",
    )


def test_what_a_page_shows_goes_with_it():
    blad = new_blad(1)
    merk = blad.merk
    assert merk in BLADEN

    del blad
    gc.collect()

    assert merk not in BLADEN


def test_a_page_that_is_made_anew_keeps_its_mark_and_nothing_else(opened):
    _, blad = opened
    merk, blad.tertaal = blad.merk, Tertaal(2009, 2)

    blad.begin()

    assert (blad.merk, blad.tables, blad.keuzes, blad.tertaal, blad.regel) == (merk, {}, {}, None, "")


def printed(visitor, blad) -> list[str]:
    return visitor.get(f"/scherm/{blad.merk}/afdruk").json()["herkomst"]


def test_what_is_read_earlier_than_it_is_printed_says_until_when_it_was_read(opened):
    visitor, blad = opened

    blad.begin(datetime(2009, 11, 30, 8, 15, tzinfo=UTC))

    assert "Uitgave: Levend: stand van 30 november 2009, 09:15 uur" in printed(visitor, blad)
    blad.gelezen = None
    assert any(line.startswith("Uitgave: Levend: stand van 1 december 2009") for line in printed(visitor, blad))


def test_what_a_closing_does_not_fix_is_never_called_fixed(opened):
    visitor, blad = opened
    blad.tertaal, blad.vast = Tertaal(2009, 2), False

    lines = printed(visitor, blad)

    assert "Tertaal: 2009-2 (mei 2009 t/m aug 2009)" in lines
    assert [line for line in lines if "Vastgesteld" in line] == []

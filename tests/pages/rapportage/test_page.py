"""The page on which the AKO composes the report. It is 1 December 2009; 2009-2 is fixed, 2009-3 is open."""

import pytest

from db.actions.rapportage import save_opzet, save_tekst
from db.engine import read_session
from db.queries.rapportage import rapportage
from landkaart.domein.rapportage import Opzet, RapportDeel, RapportPlek
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.rapportage.making import MaakStap, RapportSoort
from landkaart.rapport.werkpleinblad.making import BladenSoort
from landkaart.web.rapportage import bladen, jobs
from landkaart.web.rapportage.bladen import mark_of_bladen
from tests.steps.drive import texts, visit
from tests.steps.perform import perform

READING = "Lezen en kopiëren"
NU, HERE = Tertaal(2009, 2), RapportPlek(RapportDeel.CONCLUSIES)


def open_page(tab=None, **address):
    at = visit("rapportage", rol="ako", **{"tertaal": "2009-2"} | address)
    if tab:
        at.session_state["rapport-deel-2009-2"] = tab
        at.run()
    assert not at.exception
    return at


def kept(tertaal=NU):
    with read_session() as session:
        return rapportage(session=session, tertaal=tertaal)


def write(text, seen=None, tertaal=NU):
    return perform(save_tekst, tertaal=tertaal, plek=HERE, tekst=text, seen=seen)


def field(at, plek="boven", times=0):
    return at.text_area(key=f"meetypen-2009-2-conclusies-{plek}-{times}")


def test_it_says_at_once_what_there_is_and_that_all_agrees(landkaart_2009):
    page = open_page()

    assert "**Tertaalrapportage 2e tertaal 2009**: 13 hoofdstukken; 27 controles op de cijfers, alle kloppen." in texts(page)
    assert not page.error
    assert [option for option in page.selectbox(key="keuze_cijfers").options] == [
        "Vastgesteld bij de sluiting (editie 1)",
        "Zoals het nu is (voorlopig)",
    ]


def test_of_what_is_not_fixed_it_says_that_every_page_will(landkaart_2009):
    page = open_page(cijfers="levend")

    assert "Dat staat op elke bladzijde van het rapport." in page.warning[0].value


@pytest.mark.parametrize("rol", ["lezer", "werkplein", "beheer"])
def test_only_the_ako_has_it(landkaart_2009, rol):
    with pytest.raises(ValueError, match="this role does not have it"):
        visit("rapportage", rol=rol)


def test_a_chapter_moves_and_is_left_out_and_taken_in_again(landkaart_2009):
    page = open_page()

    page.button(key="rapport-omhoog-2009-2-conclusies").click().run()
    assert kept().opzet.delen[:2] == (RapportDeel.CONCLUSIES, RapportDeel.INLEIDING)

    page.button(key="rapport-weglaten-2009-2-vragen").click().run()
    assert RapportDeel.VRAGEN not in kept().opzet.delen
    assert "12 hoofdstukken" in texts(page)

    page.button(key="rapport-erbij-2009-2-vragen").click().run()
    assert RapportDeel.VRAGEN in kept().opzet.delen


def test_who_was_later_is_told(landkaart_2009):
    page = open_page()
    perform(save_opzet, tertaal=NU, delen=["vragen"], seen=None)

    page.button(key="rapport-omhoog-2009-2-conclusies").click().run()

    assert page.error[0].value.startswith("Inhoud en volgorde zijn intussen door een ander gewijzigd.")
    assert kept().opzet == Opzet((RapportDeel.VRAGEN,))


def test_a_text_is_kept_and_a_figure_that_no_table_has_is_pointed_out_at_once(landkaart_2009):
    page = open_page("Eigen teksten")

    field(page).input("Een kleine 40% ging vooruit.").run()

    assert kept().teksten[HERE].tekst == "Een kleine 40% ging vooruit."
    assert "Opgeslagen: 1 december 2009" in texts(page)
    assert any("staat in geen enkele tabel" in each.value for each in page.warning)
    field(page).input("39% ging vooruit.").run()
    assert kept().teksten[HERE].tekst == "39% ging vooruit."
    assert not page.warning


def test_what_another_wrote_meanwhile_is_not_overwritten_and_can_be_seen(landkaart_2009):
    page = open_page("Eigen teksten")
    write("Van een ander.")

    field(page).input("Van mij.").run()

    assert kept().teksten[HERE].tekst == "Van een ander."
    assert page.error[0].value.startswith("Deze tekst is intussen door ")
    page.button(key="meetypen-2009-2-conclusies-boven-knop").click().run()
    assert field(page, times=1).value == "Van een ander."


def test_what_is_computed_stands_between_the_two_fields(landkaart_2009):
    page = open_page("Eigen teksten")

    assert "39% vooruitgegaan" in texts(page).replace("\\", "")
    assert field(page, "onder").label == "Onder de cijfers"


def test_the_last_report_is_taken_over(landkaart_2009):
    write("Van toen.", tertaal=Tertaal(2009, 1))
    page = open_page()

    page.button(key="rapport-overnemen-2009-2-knop-0").click().run()

    assert kept().teksten[HERE].tekst == "Van toen."
    assert page.success[0].value.startswith("Overgenomen uit het rapport van 2009-1.")


def test_every_control_stands_there_with_its_outcome(landkaart_2009):
    page = open_page("Controle")

    table = page.dataframe[0].value
    assert list(table["Uitkomst"].unique()) == ["klopt"]
    assert len(table) == 27


class ReadyMaker:
    def make(self, found):
        yield from (MaakStap("klaar", 3, 3, soort, b"x") for soort in RapportSoort)


class ZipMaker:
    def make(self, found):
        assert len(found.bladen) == 125
        yield MaakStap("klaar", 126, 126, BladenSoort.ZIP, b"x")


def test_a_report_that_is_there_can_be_had_as_three_files_and_of_an_edition_with_its_archive(landkaart_2009, monkeypatch):
    monkeypatch.setattr(jobs, "MAKER", ReadyMaker())
    page = open_page()

    page.button(key="rapport-maken").click().run()
    for _ in range(50):
        if page.success:
            break
        page.run()

    said = page.success[0].value
    assert said.startswith("Het rapport is klaar: [Word (.docx)](/download/2009-2/rapport.docx?editie=1&merk=")
    assert said.count("/download/2009-2/rapport.") == 3
    assert said.endswith("[Archief (.zip)](/download/2009-2/archief.zip?editie=1)")


def test_the_sheets_of_all_come_as_one_zip(landkaart_2009, monkeypatch):
    monkeypatch.setattr(bladen, "MAKER", ZipMaker())
    page = open_page()

    page.button(key="bladen-maken").click().run()
    for _ in range(50):
        if page.success:
            break
        page.run()

    merk = mark_of_bladen(NU)
    file = f"/download/2009-2/werkpleinbladen.zip?merk={merk}"
    assert [each.value for each in page.success] == [f"De bladen zijn klaar: [Bladen van alle werkpleinen (.zip)]({file})"]


def test_every_chapter_can_be_read_in_the_words_of_the_report(landkaart_2009):
    page = open_page(READING)
    assert "Van de 125 werkpleinen is 39% vooruitgegaan, 50% gelijk gebleven en 10% achteruitgegaan" in texts(page)

    for label in page.selectbox(key="keuze_lezen").options:
        page.selectbox(key="keuze_lezen").select(label).run()
        assert not page.exception, label

    page.selectbox(key="keuze_lezen").select("De voortgang in cijfers").run()
    [third] = [each.value for each in page.dataframe if len(each.value) == 14]
    assert list(third.iloc[0])[1] == "Alle ketenpartijen (alle gemeenten) betrokken"


def test_without_chapters_it_says_where_to_take_one_in(landkaart_2009):
    perform(save_opzet, tertaal=NU, delen=[RapportDeel.AANBEVELINGEN.value], seen=None)

    assert "Er is geen hoofdstuk opgenomen; kies er een bij Inhoud en volgorde." in [
        each.value for each in open_page(READING).caption
    ]


def test_without_a_stand_there_is_nothing_to_report(landkaart_2009):
    page = visit("rapportage", rol="ako", tertaal="2008-1")
    assert not page.exception
    assert "Tertaalrapportage 1e tertaal 2008" in texts(page)

"""The sheet of a werkplein: what it says, and what it is made of."""

import io
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime

import pypdf
import pytest

from landkaart.domein.afspraak import Afspraak, AfspraakStatus
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.geschiedenis import geschiedenis
from landkaart.domein.invulling import Indiening
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.werkpleinblad import BladGegevens
from landkaart.rapport.werkpleinblad.data import blad_data
from landkaart.rapport.werkpleinblad.pdf import blad_name, werkpleinblad
from tests.steps.rapport_files import scope_of, structure, text_of_pdf

NOW = datetime(2009, 12, 1, 10, tzinfo=UTC)
FIRST = catalogus().codes[0]


def gegevens(beeld, code="zutphen", ingediend=None, **more) -> BladGegevens:
    submitted = ingediend or list(beeld.geschiedenis)
    return BladGegevens(beeld, code, geschiedenis(beeld.stands, beeld.geschiedenis, code, submitted), NOW, **more)


def indiening(**toelichtingen) -> Indiening:
    return Indiening(2, NOW, "Ada", dict.fromkeys(catalogus().codes, Band.NIET), toelichtingen, {})


AFSPRAAK = Afspraak(
    id=1, werkplein="zutphen", mijlpaal=None, met=None, wat="Kijken in Deventer", wie="Ada", wanneer=date(2009, 11, 1),
    status=AfspraakStatus.OPEN, door="Ada", gemaakt_op=NOW, gewijzigd_op=NOW,
)  # fmt: skip


def test_it_begins_with_where_the_werkplein_stands(beeld_2009):
    found = blad_data(gegevens(beeld_2009))

    assert found["zinnen"][0] == (
        "Zutphen staat in 2009-2 op 66% (Gedeeltelijk), 10 punten hoger dan vorig tertaal: plaats 71 van 125 "
        "(125 werkpleinen, stand bij de sluiting op 31 augustus 2009 om 24:00 uur)."
    )
    assert [(each["waarde"], each["noot"]) for each in found["kern"]] == [
        ("66%", "+10 punten sinds vorig tertaal"), ("71 van 125", ""), ("3 van 4", ""), ("12 van 28", ""),
    ]  # fmt: skip


def test_the_14_stand_in_a_strip_from_the_oldest_tertaal_to_this_one_and_a_star_says_what_was_carried_over(beeld_2009):
    strip = blad_data(gegevens(beeld_2009, ingediend=[Tertaal(2008, 1), Tertaal(2009, 1)]))["strip"]

    assert strip["koppen"] == ["2008-1", "2008-2*", "2008-3*", "2009-1", "2009-2*"]
    assert [row["titel"] for row in strip["rijen"]] == [mijlpaal.titel for mijlpaal in catalogus().mijlpalen]
    assert [row["banden"][-1]["letter"] for row in strip["rijen"]] == [
        band.label[0].upper() for band in beeld_2009.stand.bands_of("zutphen").values()
    ]
    assert strip["legenda"] == (
        "▼ N: Niet (0-32%), ■ I: In ontwikkeling (33-65%), ● G: Gedeeltelijk (66-99%), ◆ V: Volledig (100%)."
    )


def test_who_is_to_learn_from_is_the_nearest_who_came_there(beeld_2009):
    found = blad_data(gegevens(beeld_2009))["leren"]

    assert len(found) == 6
    assert found[0][:2] == ["LWI-MT portefeuille verdeling", "▼ Niet"]
    assert found[0][2].startswith("Doetinchem (zelfde provincie, 20 km, was In ontwikkeling in 2009-1); ")


def test_who_stands_at_100_on_all_14_has_nobody_to_learn_from(beeld_2009):
    found = gegevens(beeld_2009, "assen")

    assert blad_data(found)["leren"] == []
    assert "anderen kunnen hiervan leren" in text_of_pdf(werkpleinblad(found))


def test_afspraken_are_there_for_who_may_see_them(beeld_2009):
    none, empty = gegevens(beeld_2009), gegevens(beeld_2009, afspraken=())
    one = gegevens(beeld_2009, afspraken=[AFSPRAAK])

    assert blad_data(none)["afspraken"] is None
    assert "Afspraken" not in text_of_pdf(werkpleinblad(none))
    assert blad_data(empty)["afspraken"]["zin"] == "Er zijn nog geen afspraken vastgelegd."
    assert blad_data(one)["afspraken"] == {
        "zin": "Afspraken: 1 open, 1 over tijd.",
        "rijen": [["Over tijd", "1 november 2009", "Kijken in Deventer", "Ada"]],
    }


def test_toelichtingen_stand_with_when_they_were_submitted_and_as_they_were_typed(beeld_2009):
    typed = "#set page() [x] $y$ @z *vet* <b>"
    found = gegevens(beeld_2009, indiening=indiening(**{FIRST: typed}))

    assert blad_data(found)["toelichtingen"]["zin"] == "Ingediend in 2009-2, versie 2, op 1 december 2009 door Ada."
    assert typed in text_of_pdf(werkpleinblad(found))


@pytest.mark.parametrize("found", [None, "leeg"])
def test_without_toelichtingen_it_says_so(beeld_2009, found):
    said = blad_data(gegevens(beeld_2009, indiening=indiening() if found else None))["toelichtingen"]

    assert said["rijen"] == []
    assert said["zin"].endswith("Daarbij staan geen toelichtingen." if found else "is niets bewaard.")


def test_what_can_still_change_says_so_on_every_page(beeld_2009):
    pages = pypdf.PdfReader(io.BytesIO(werkpleinblad(gegevens(replace(beeld_2009, gesloten=False))))).pages

    assert len(pages) == 2
    assert all("Voorlopig: 125 werkpleinen, voorlopige stand" in page.extract_text() for page in pages)


def test_it_is_tagged_with_headings_of_its_columns_a_title_and_a_language(beeld_2009):
    content = werkpleinblad(gegevens(beeld_2009, afspraken=[AFSPRAAK], indiening=indiening(**{FIRST: "Zo."})))
    reader, elements = pypdf.PdfReader(io.BytesIO(content)), structure(content)
    tags = Counter(tag for tag, _ in elements)
    heads = [cell for tag, cell in elements if tag == "TH"]

    assert (reader.trailer["/Root"]["/Lang"], reader.metadata.title) == ("nl-NL", "Zutphen in 2009-2")
    # Two tables of its scores, three rankings, and of whom to learn from, the afspraken and the toelichtingen one each.
    assert (tags["Title"], tags["H1"], tags["Table"]) == (1, 6, 8)
    assert len(heads) == 5 + 7 + 3 * 3 + 3 + 4 + 3
    assert {scope_of(cell) for cell in heads} == {"Column"}


def test_the_same_figures_on_the_same_day_give_the_same_bytes_in_two_pages(beeld_2009):
    found = gegevens(beeld_2009)
    later = replace(found, nu=NOW.replace(hour=11))

    assert werkpleinblad(found) == werkpleinblad(later)
    assert len(pypdf.PdfReader(io.BytesIO(werkpleinblad(found))).pages) == 2
    assert blad_name(found) == "werkplein-2009-2-zutphen.pdf"

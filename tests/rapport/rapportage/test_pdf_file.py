"""The PDF: its tags, read from its own bytes. What it says of itself (PDF/A-2a, PDF/UA-1) is Typst's word."""

import io
from collections import Counter

import pypdf
import pytest
import typst

from landkaart.rapport.rapportage.making import RapportSoort
from landkaart.rapport.rapportage.model import Paragraph, RapportChart, RapportGrid, Subheading
from landkaart.rapport.rapportage.pdf_file import STANDARDS
from tests.steps.rapport_files import scope_of, structure


@pytest.fixture(scope="session")
def content(bestanden_2009):
    return bestanden_2009[RapportSoort.PDF]


@pytest.fixture(scope="session")
def elements(content):
    return structure(content)


@pytest.fixture(scope="session")
def blocks(samengesteld_2009):
    return [block for chapter in samengesteld_2009.rapport.hoofdstukken for block in chapter.blokken]


def of_kind(blocks, kind):
    return [block for block in blocks if isinstance(block, kind)]


def test_it_says_its_language_and_its_title_and_shows_that(content):
    root = pypdf.PdfReader(io.BytesIO(content)).trailer["/Root"]

    assert root["/Lang"] == "nl-NL"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pypdf.PdfReader(io.BytesIO(content)).metadata.title == "Tertaalrapportage 2e tertaal 2009"


def test_every_heading_is_one(elements, blocks, samengesteld_2009):
    tags = Counter(tag for tag, _ in elements)

    # The table of contents has a heading as well.
    assert tags["H1"] == len(samengesteld_2009.rapport.hoofdstukken) + 1
    assert tags["H2"] == len(of_kind(blocks, Subheading))
    assert tags["Title"] == 1


def test_every_column_of_every_table_has_a_heading_that_says_that_it_is_one(elements, blocks):
    heads = [cell for tag, cell in elements if tag == "TH"]
    grids = of_kind(blocks, RapportGrid)

    assert len(heads) == sum(len(grid.kolommen) for grid in grids)
    assert {scope_of(cell) for cell in heads} == {"Column"}
    assert Counter(tag for tag, _ in elements)["Table"] == len(grids)


def test_every_picture_has_the_alt_text_of_its_chart(elements, blocks):
    said = [str(element["/Alt"]) for tag, element in elements if tag == "Figure"]

    assert said == [chart.alt for chart in of_kind(blocks, RapportChart)]
    assert len(said) > 20


def test_every_figure_in_a_sentence_is_a_link(elements, samengesteld_2009):
    links = Counter(tag for tag, _ in elements)["Link"]

    assert links > sum(len(chapter.cijfers) for chapter in samengesteld_2009.rapport.hoofdstukken) > 100


def test_typst_itself_does_not_ask_for_the_headings_of_a_table():
    """So it is asked here: with the same standards a table without any heading comes through."""
    bare = '#set document(title: "Proef")\n#set text(lang: "nl")\n#title()\n= Kop\n#table(columns: 2, [a], [b], [c], [d])'

    made = typst.Compiler(ignore_system_fonts=True).compile(input=bare.encode(), format="pdf", pdf_standards=STANDARDS)

    tags = Counter(tag for tag, _ in structure(made))
    assert (tags["Table"], tags["TH"]) == (1, 0)


def test_only_what_is_provisional_says_so_and_then_on_every_page(content, voorlopig, make_files):
    live = make_files(voorlopig)[RapportSoort.PDF]
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(live)).pages]

    assert len(pages) > 10
    assert all("Voorlopig: stand van 1 december 2009" in page for page in pages)
    assert "Voorlopig" not in "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)


def test_paragraphs_are_paragraphs(elements, blocks):
    assert Counter(tag for tag, _ in elements)["P"] >= len(of_kind(blocks, Paragraph))


def test_words_and_figures_are_in_the_letters_of_the_report_also_in_pictures(content):
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2]
        for page in pypdf.PdfReader(io.BytesIO(content)).pages
        for font in page["/Resources"]["/Font"].values()
    }

    # The signs of the bands.
    assert {font for font in fonts if not font.startswith("SourceSansPro-")} <= {"DejaVuSansMono", "DejaVuSansMono-Bold"}

"""The Word file opens in LibreOffice, and loses nothing of what it is made of on the way to a PDF."""

import io
from collections import Counter

import pypdf
import pytest

from landkaart.rapport.rapportage.making import RapportSoort
from landkaart.rapport.rapportage.model import RapportChart, RapportGrid, Subheading
from tests.steps.libreoffice import convert
from tests.steps.rapport_files import scope_of, structure, text_of_pdf
from tests.steps.squeezing import squeezed

# With tags: what LibreOffice took for a heading is one in the PDF.
TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'


@pytest.fixture(scope="session")
def opened(bestanden_2009, tmp_path_factory) -> bytes:
    folder = tmp_path_factory.mktemp("writer")
    file = folder / "rapport.docx"
    file.write_bytes(bestanden_2009[RapportSoort.WORD])
    [made] = convert(file, TAGGED, folder)
    return made.read_bytes()


@pytest.fixture(scope="session")
def elements(opened):
    return structure(opened)


def blocks(samengesteld, kind):
    return [each for chapter in samengesteld.rapport.hoofdstukken for each in chapter.blokken if isinstance(each, kind)]


def test_every_heading_is_one_there(elements, samengesteld_2009):
    tags = Counter(tag for tag, _ in elements)

    assert tags["H1"] == len(samengesteld_2009.rapport.hoofdstukken)
    assert tags["H2"] == len(blocks(samengesteld_2009, Subheading))


def test_every_table_is_one_with_headings_of_its_columns(elements, samengesteld_2009):
    grids = blocks(samengesteld_2009, RapportGrid)

    assert Counter(tag for tag, _ in elements)["Table"] == len(grids)
    heads = [cell for tag, cell in elements if tag == "TH"]
    assert len(heads) == sum(len(grid.kolommen) for grid in grids)
    assert {scope_of(cell) for cell in heads} == {"Column"}


def test_every_picture_has_its_alt_text(elements, samengesteld_2009):
    said = {str(element["/Alt"]) for tag, element in elements if tag == "Figure" and "/Alt" in element}

    assert {chart.alt for chart in blocks(samengesteld_2009, RapportChart)} <= said


def test_its_title_and_its_language_are_those_of_the_report(opened):
    reader = pypdf.PdfReader(io.BytesIO(opened))

    assert reader.metadata.title == "Tertaalrapportage 2e tertaal 2009"
    assert reader.trailer["/Root"]["/Lang"] == "nl-NL"


def test_every_chapter_and_every_heading_can_be_read_there(opened, samengesteld_2009):
    text = squeezed(text_of_pdf(opened))
    titles = [each.titel for each in samengesteld_2009.rapport.hoofdstukken]

    assert [
        each
        for each in [*titles, *(block.tekst for block in blocks(samengesteld_2009, Subheading))]
        if squeezed(each) not in text
    ] == []

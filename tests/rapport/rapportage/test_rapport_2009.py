"""The report on 2009-2 from the data of 2009: all that the AKO printed about the landkaart stands in it, in every file."""

import csv
import io
from pathlib import Path

import pytest

from landkaart.rapport.rapportage.making import RapportSoort
from landkaart.rapport.rapportage.model import Paragraph, plain
from tests.steps.rapport_cijfers import CIJFERS
from tests.steps.rapport_files import text_of_html, text_of_pdf, text_of_word

GOLDEN = Path(__file__).parents[2] / "rapport-2009-2"
READ = {RapportSoort.WORD: text_of_word, RapportSoort.PDF: text_of_pdf, RapportSoort.HTML: text_of_html}
SOORTEN = pytest.mark.parametrize("soort", RapportSoort, ids=lambda soort: soort.value)


@pytest.fixture(scope="session")
def teksten(bestanden_2009):
    return {soort: READ[soort](content) for soort, content in bestanden_2009.items()}


@SOORTEN
@pytest.mark.parametrize(("waar", "zin"), CIJFERS, ids=[waar for waar, _ in CIJFERS])
def test_what_the_report_says_in_words_stands_in_every_file(teksten, soort, waar, zin):
    assert squeezed(zin) in squeezed(teksten[soort])


def squeezed(text: str) -> str:
    """Without spaces and hyphens: where a line ends a word may be broken."""
    return "".join(text.split()).replace("-", "")


def rows(name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((GOLDEN / name).read_text(encoding="utf-8"))))


def cells(row: dict[str, str]) -> list[str]:
    """The figures of a row of tables 2 and 3, as the report shows them."""
    bands = ("niet", "in_ontwikkeling", "gedeeltelijk", "volledig")
    return [f"{row['gemiddelde']}%", *(f"{row[band]} ({row[f'{band}_pct']}%)" for band in bands)]


@SOORTEN
@pytest.mark.parametrize("row", rows("tabel2_fasen.csv"), ids=lambda row: row["fase"])
def test_every_row_of_table_2_stands_in_every_file(teksten, soort, row):
    assert squeezed(" ".join([row["fase"], *cells(row)])) in squeezed(teksten[soort])


@SOORTEN
@pytest.mark.parametrize("row", rows("tabel3_mijlpalen.csv"), ids=lambda row: row["mijlpaal"])
def test_every_row_of_table_3_stands_in_every_file(teksten, soort, row):
    assert squeezed(" ".join([row["fase"], row["mijlpaal"], *cells(row)])) in squeezed(teksten[soort])


@SOORTEN
@pytest.mark.parametrize("row", rows("tabel4_historie.csv"), ids=lambda row: row["tertaal"])
def test_every_row_of_table_4_stands_in_every_file(teksten, soort, row):
    assert squeezed(f"{row['tertaal']} {row['periode']} 125 {row['gemiddelde']}%") in squeezed(teksten[soort])


@SOORTEN
def test_the_40_per_cent_of_the_report_stands_nowhere_as_who_went_vooruit(teksten, soort):
    assert "40% vooruit" not in teksten[soort]
    assert "39% vooruitgegaan" in teksten[soort]


def test_every_file_says_the_same_sentences(samengesteld_2009, teksten):
    zinnen = [
        plain(block.zin)
        for chapter in samengesteld_2009.rapport.hoofdstukken
        for block in chapter.blokken
        if isinstance(block, Paragraph)
    ]
    missing = [
        (soort.value, zin) for soort in RapportSoort for zin in zinnen if squeezed(zin) not in squeezed(teksten[soort])
    ]

    assert len(zinnen) > 20
    assert missing == []

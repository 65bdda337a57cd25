"""The report on 2009-2 from the data of 2009: all that the AKO printed stands in it, in every file.

`cijfers.csv` lists the figures of that report: the paragraph, the figure, and the words of ours in which it stands. Where
that report prints 40% vooruit ours has 39%, as its own counts give. One that is known of it is not there: in print the falls
began at 2%, in the answers as they were reconstructed at 4.
"""

import csv
import io
import re
from collections import Counter
from pathlib import Path

import pytest

from landkaart.rapport.rapportage.making import RapportSoort
from landkaart.rapport.rapportage.model import Paragraph, plain
from tests.steps.kengetallen import kengetallen_2009
from tests.steps.rapport_cijfers import ZINNEN
from tests.steps.rapport_files import text_of_html, text_of_pdf, text_of_word
from tests.steps.squeezing import squeezed

GOLDEN = Path(__file__).parents[2] / "rapport-2009-2"
READ = {RapportSoort.WORD: text_of_word, RapportSoort.PDF: text_of_pdf, RapportSoort.HTML: text_of_html}
SOORTEN = pytest.mark.parametrize("soort", RapportSoort, ids=lambda soort: soort.value)
# The tables of kengetallen that the report of 2009 has; the others are of other publications.
PRINTED = ("kpi", "standcijfers", "kabinetsdoelstelling", "klantgerichtheid", "bvg")


def rows(file: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(file.read_text(encoding="utf-8"))))


CIJFERS = rows(Path(__file__).with_name("cijfers.csv"))


@pytest.fixture(scope="session")
def teksten(bestanden_2009):
    return {soort: READ[soort](content) for soort, content in bestanden_2009.items()}


@pytest.fixture(scope="session")
def doorlopend(teksten):
    return {soort: squeezed(tekst) for soort, tekst in teksten.items()}


@SOORTEN
@pytest.mark.parametrize("rij", CIJFERS, ids=lambda rij: f"{rij['paragraaf']}: {rij['cijfer']}")
def test_every_figure_of_the_report_stands_in_every_file(doorlopend, soort, rij):
    assert squeezed(rij["zin"]) in doorlopend[soort]


@pytest.mark.parametrize("rij", CIJFERS, ids=lambda rij: f"{rij['paragraaf']}: {rij['cijfer']}")
def test_every_figure_of_the_list_is_one_of_its_words(rij):
    assert re.search(rf"(?<![\w,.]){re.escape(rij['cijfer'])}(?![\w,.]*\w|%)", rij["zin"])


def test_the_list_has_every_figure_of_the_printed_tables():
    listed = Counter(rij["paragraaf"] for rij in CIJFERS)

    assert {fase["fase"]: listed[f"tabel 2: {fase['fase']}"] for fase in rows(GOLDEN / "tabel2_fasen.csv")} == {
        fase["fase"]: 9 for fase in rows(GOLDEN / "tabel2_fasen.csv")
    }
    assert all(listed[f"tabel 3: {mijlpaal['mijlpaal']}"] == 9 for mijlpaal in rows(GOLDEN / "tabel3_mijlpalen.csv"))
    assert all(listed[f"tabel 4: {tertaal['tertaal']}"] == 1 for tertaal in rows(GOLDEN / "tabel4_historie.csv"))
    assert len(CIJFERS) == 308


@pytest.mark.parametrize(
    ("name", "called", "key"), [("tabel2_fasen.csv", 2, "fase"), ("tabel3_mijlpalen.csv", 3, "mijlpaal")]
)
def test_the_figures_of_a_row_in_the_list_are_those_of_the_printed_row(name, called, key):
    bands = ("niet", "in_ontwikkeling", "gedeeltelijk", "volledig")
    for row in rows(GOLDEN / name):
        printed = [f"{row['gemiddelde']}%", *(cell for band in bands for cell in (row[band], f"{row[f'{band}_pct']}%"))]

        assert [rij["cijfer"] for rij in CIJFERS if rij["paragraaf"] == f"tabel {called}: {row[key]}"] == printed


def test_the_list_has_every_kengetal_that_the_report_prints():
    printed = [each for each in kengetallen_2009() if each.tabel.startswith(PRINTED)]
    listed = Counter(plainly(rij["cijfer"]) for rij in CIJFERS if not rij["paragraaf"].startswith(BESIDE))

    assert listed == Counter(each.waarde for each in printed)


BESIDE = (
    "conclusies",
    "resultaten",
    "actualiteit",
    "de uitvraag",
    "de extra vragen",
    "oordeel",
    "tabel ",
    "Plan van Aanpak",
)


def plainly(cijfer: str) -> str:
    """A figure as a file has it."""
    return cijfer.rstrip("%").replace(".", "").replace("−", "-") if cijfer != "n.b." else cijfer


@SOORTEN
@pytest.mark.parametrize(("waar", "zin"), ZINNEN, ids=[waar for waar, _ in ZINNEN])
def test_what_the_report_says_in_words_stands_in_every_file(doorlopend, soort, waar, zin):
    assert squeezed(zin) in doorlopend[soort]


@SOORTEN
def test_the_40_per_cent_of_the_report_stands_nowhere_as_who_went_vooruit(teksten, soort):
    assert "40% vooruit" not in teksten[soort]
    assert "39% vooruitgegaan" in teksten[soort]


def test_every_file_says_the_same_sentences(samengesteld_2009, doorlopend):
    zinnen = [
        plain(block.zin)
        for chapter in samengesteld_2009.rapport.hoofdstukken
        for block in chapter.blokken
        if isinstance(block, Paragraph)
    ]
    missing = [(soort.value, zin) for soort in RapportSoort for zin in zinnen if squeezed(zin) not in doorlopend[soort]]

    assert len(zinnen) > 20
    assert missing == []

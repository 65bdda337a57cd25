"""Making the report: every chart once, then each kind of file; step by step, so that whoever waits sees how far it is."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple

from landkaart.domein.labelled import Labelled
from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.rapport.file_names import file_name
from landkaart.rapport.rapportage.grafieken import Drawn, draw_all
from landkaart.rapport.rapportage.html_file import html
from landkaart.rapport.rapportage.model import Rapport, RapportChart
from landkaart.rapport.rapportage.pdf_file import pdf
from landkaart.rapport.rapportage.rapport import compose
from landkaart.rapport.rapportage.word_file import word


class RapportSoort(Labelled):
    """As what a report can be had. The value ends its name, `label` is what readers see."""

    WORD = "docx", "Word (.docx)"
    PDF = "pdf", "PDF"
    HTML = "html", "Webpagina (.html)"

    @property
    def media(self) -> str:
        """Return its Content-Type."""
        return MEDIA[self]


MEDIA = {
    RapportSoort.WORD: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    RapportSoort.PDF: "application/pdf",
    RapportSoort.HTML: "text/html; charset=utf-8",
}
WRITERS: Mapping[RapportSoort, Callable[[Rapport, Mapping[str, Drawn]], bytes]] = {
    RapportSoort.WORD: word,
    RapportSoort.PDF: pdf,
    RapportSoort.HTML: html,
}


class MaakStap(NamedTuple):
    """How far it is: what is being done now, how many are done, and of how many; the file when one is finished."""

    wat: str
    klaar: int
    van: int
    soort: Labelled | None = None
    bestand: bytes = b""


def make(found: RapportGegevens, soorten: Iterable[RapportSoort] = RapportSoort) -> Iterator[MaakStap]:
    """Make these kinds of file of a report; yield each step as it begins, and each file when it is there."""
    asked, rapport = list(soorten), compose(found).rapport
    charts = [block for chapter in rapport.hoofdstukken for block in chapter.blokken if isinstance(block, RapportChart)]
    total = len(charts) + len(asked)
    yield MaakStap("Cijfers gecontroleerd", 0, total)
    drawings: dict[str, Drawn] = {}
    for done, (chart, drawn) in enumerate(draw_all(rapport, found), start=1):
        drawings[chart.titel] = drawn
        yield MaakStap(f"Figuur {done} van {len(charts)} getekend", done, total)
    for done, soort in enumerate(asked, start=len(charts) + 1):
        yield MaakStap(f"{soort.label} gemaakt", done, total, soort, WRITERS[soort](rapport, drawings))


def rapport_name(found: RapportGegevens, soort: Labelled) -> str:
    """Write "rapport-2009-2.pdf", and of what is not fixed "rapport-2009-2-voorlopig.pdf"."""
    editie = found.editie
    asked = {} if editie and editie.nummer == 1 else {"stand": f"editie {editie.nummer}" if editie else "voorlopig"}
    return file_name("rapport", found.beeld.tertaal, asked, soort.value)

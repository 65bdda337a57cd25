"""The report beside Typst alone, and all sheets beside one: processor time, in a process that was warm already.

What Typst set before it does not set again, so that each time something in the text is another.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import count, cycle
from pathlib import Path
from time import process_time

from db.engine import read_session
from db.queries.rapportage import rapport_gegevens
from db.queries.tertaalbeeld import tertaalbeeld
from db.queries.werkpleinblad import alle_bladen
from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.domein.rapportage import RapportDeel, RapportPlek, RapportTekst
from landkaart.domein.rechten import operator
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.rapportage.grafieken import KEPT, draw_all
from landkaart.rapport.rapportage.making import make
from landkaart.rapport.rapportage.pdf_file import pdf
from landkaart.rapport.rapportage.rapport import compose
from landkaart.rapport.werkpleinblad.making import make_bladen
from landkaart.rapport.werkpleinblad.pdf import werkpleinblad
from tests.bench.landkaarten import landkaart_2009
from tests.bench.measure import Act, Measurement, compare

TERTAAL = Tertaal(2009, 2)


def measure(folder: Path) -> list[Measurement]:
    landkaart_2009(folder / "wij.db")
    with read_session() as session:
        found = rapport_gegevens(session=session, tertaal=TERTAAL, adres="https://landkaart.voorbeeld.nl")
        bladen = alle_bladen(session=session, by=operator(), beeld=tertaalbeeld(session=session, tertaal=TERTAAL))
    texts, sheets = typed(found), cycle(bladen.bladen)
    alone, one = typst_alone(found, texts), spent(lambda: werkpleinblad(next(sheets)))
    first, again = spent(lambda: from_nothing(next(texts))), spent(lambda: list(make(next(texts))))
    whole = spent(lambda: list(make_bladen(bladen)))
    return [
        compare("rapport, als Word, PDF en HTML, naast Typst alleen", first, alone, goal=4, times=5, warm_up=1),
        compare("hetzelfde, nadat het AKO iets typte, naast Typst alleen", again, alone, goal=4, times=5, warm_up=1),
        compare(f"{len(bladen.bladen)} werkpleinbladen, naast één", whole, one, goal=12, times=3, warm_up=0),
    ]


def spent(act: Callable[[], object]) -> Act:
    """The processor time of all threads: what else the machine does counts for nothing."""

    def run() -> float:
        begin = process_time()
        act()
        return process_time() - begin

    return run


def typst_alone(found: RapportGegevens, texts: Iterator[RapportGegevens]) -> Act:
    """The PDF, of a report that is composed and drawn already."""
    drawings = {chart.titel: drawn for chart, drawn in draw_all(compose(found).rapport, found)}

    def run() -> float:
        rapport = compose(next(texts)).rapport
        return spent(lambda: pdf(rapport, drawings))()

    return run


def from_nothing(found: RapportGegevens) -> None:
    """Every chart drawn anew."""
    KEPT.clear()
    list(make(found))


def typed(found: RapportGegevens) -> Iterator[RapportGegevens]:
    """The same, each time with another text of the AKO."""
    for number in count():
        text = RapportTekst(f"Versie {number} van de inleiding.", "Ada", found.nu)
        teksten = {RapportPlek(RapportDeel.INLEIDING): text}
        yield replace(found, rapportage=replace(found.rapportage, teksten=teksten))

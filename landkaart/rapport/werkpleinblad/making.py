"""All sheets in one zip; sheet by sheet, so that whoever waits sees how far it is."""

from collections.abc import Iterator

from landkaart.domein.labelled import Labelled
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.werkpleinblad import Bladen
from landkaart.programma.namen import WERKPLEINEN
from landkaart.rapport.file_names import file_name
from landkaart.rapport.files import zipped
from landkaart.rapport.rapportage.making import MaakStap
from landkaart.rapport.werkpleinblad.pdf import blad_name, werkpleinblad


class BladenSoort(Labelled):
    """As what all sheets can be had. The value ends its name, `label` is what readers see."""

    ZIP = "zip", f"Bladen van alle {WERKPLEINEN} (.zip)"


def make_bladen(found: Bladen) -> Iterator[MaakStap]:
    """Make all of them; yield a step for each, and the zip at the end."""
    total, made = len(found.bladen) + 1, []
    for done, blad in enumerate(found.bladen, start=1):
        made.append((blad_name(blad), werkpleinblad(blad)))
        yield MaakStap(f"Blad van {blad.naam} gemaakt", done, total)
    yield MaakStap("Zip gemaakt", total, total, BladenSoort.ZIP, zipped(made))


def bladen_name(tertaal: Tertaal) -> str:
    """Write "werkpleinbladen-2009-2.zip"."""
    return file_name("werkpleinbladen", tertaal, {}, BladenSoort.ZIP.value)

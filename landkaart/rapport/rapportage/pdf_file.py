"""The report as a PDF that is tagged and can be archived: PDF/A-2a and PDF/UA-1 are asked of Typst, which writes it."""

import json
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from landkaart.domein.clock import local_date
from landkaart.programma.namen import NAMEN, TERTAAL_KOP
from landkaart.rapport.rapportage.grafieken import Drawn
from landkaart.rapport.rapportage.letters import printable
from landkaart.rapport.rapportage.model import (
    Block,
    Bullets,
    GridColumn,
    Paragraph,
    Rapport,
    RapportChart,
    RapportGrid,
    Subheading,
    Vindplaats,
    Zin,
)
from landkaart.rapport.rapportage.typesetting import compiler, with_circles

STANDARDS = ["a-2a", "ua-1"]
TEMPLATE = files("landkaart").joinpath("content/rapport/rapport.typ")


def pdf(rapport: Rapport, drawings: Mapping[str, Drawn]) -> bytes:
    """Write it; the same report gives the same bytes. `drawings`: by title of the chart."""
    data = printable(json.dumps(as_data(rapport, drawings), ensure_ascii=False))
    made: bytes = compiler().compile(
        input=TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"data": data},
        pdf_standards=STANDARDS,
        timestamp=int(rapport.gedateerd.timestamp()),
    )
    return made


def as_data(rapport: Rapport, drawings: Mapping[str, Drawn]) -> dict[str, Any]:
    """Return what the template shows, as JSON has it."""
    day = local_date(rapport.gedateerd)
    return {
        **NAMEN,
        "titel": rapport.titel,
        "ondertitel": rapport.ondertitel,
        "tertaal": dict(rapport.stempel)[TERTAAL_KOP],
        "merk": rapport.merk,
        "stempel": rapport.stempel,
        "stempel_kort": rapport.merk or "Vastgestelde cijfers",
        "datum": [day.year, day.month, day.day],
        "hoofdstukken": [
            {"titel": each.titel, "blokken": [block_data(rapport, block, drawings) for block in each.blokken]}
            for each in rapport.hoofdstukken
        ],
    }


def block_data(rapport: Rapport, block: Block, drawings: Mapping[str, Drawn]) -> dict[str, Any]:
    """Return one block as the template takes it."""
    match block:
        case Subheading():
            return {"soort": "kop", "tekst": block.tekst}
        case Paragraph():
            return {"soort": "zin", "nadruk": block.nadruk, "zin": zin_data(rapport, block.zin)}
        case Bullets():
            return {"soort": "lijst", "zinnen": [zin_data(rapport, each) for each in block.zinnen]}
        case RapportGrid():
            return grid_data(rapport, block)
        case RapportChart():
            return chart_data(rapport, block, drawings[block.titel])


def zin_data(rapport: Rapport, zin: Zin) -> list[Any]:
    return [part if isinstance(part, str) else {"tekst": part.tekst, "adres": rapport.link_of(part)} for part in zin]


def place_data(rapport: Rapport, plaats: Vindplaats) -> dict[str, str]:
    return {"pagina": plaats.pagina, "adres": rapport.link(plaats)}


def grid_data(rapport: Rapport, grid: RapportGrid) -> dict[str, Any]:
    rows = zip(grid.rijen, grid.text_rows(), strict=True)
    return {
        "soort": "tabel",
        "titel": grid.titel,
        "kolommen": [column_data(column) for column in grid.kolommen],
        "rijen": [{"cellen": cells, "nadruk": key in grid.nadruk} for key, cells in rows],
        "noten": grid.noten if grid.rijen else (*grid.noten, grid.leeg),
        "breed": grid.share,
        "bijeen": grid.is_short,
        "plaats": place_data(rapport, grid.plaats),
    }


def column_data(column: GridColumn) -> dict[str, Any]:
    colours = {"kleur": column.ground, "tekstkleur": column.ink}
    return {"titel": column.titel, "breed": column.breed, "getal": column.is_number, **colours}


def chart_data(rapport: Rapport, chart: RapportChart, drawn: Drawn) -> dict[str, Any]:
    drawing = {"svg": with_circles(drawn.svg), "width": drawn.width, "vermelding": drawn.vermelding}
    said = {"titel": chart.titel, "alt": chart.alt, **drawing}
    return {"soort": "figuur", **said, "plaats": place_data(rapport, chart.plaats)}

"""The sheet of a werkplein as a PDF that is tagged and can be archived, as the report is."""

import json
from importlib.resources import files

from landkaart.domein.werkpleinblad import BladGegevens
from landkaart.rapport.file_names import file_name
from landkaart.rapport.rapportage.letters import printable
from landkaart.rapport.rapportage.pdf_file import STANDARDS
from landkaart.rapport.rapportage.typesetting import compiler
from landkaart.rapport.werkpleinblad.data import blad_data

TEMPLATE = files("landkaart").joinpath("content/rapport/werkplein.typ")


def werkpleinblad(found: BladGegevens) -> bytes:
    """Write it; the same figures on the same day give the same bytes."""
    data = blad_data(found)
    day = int(found.nu.replace(hour=12, minute=0, second=0, microsecond=0).timestamp())
    made: bytes = compiler().compile(
        input=TEMPLATE.read_bytes(),
        format="pdf",
        sys_inputs={"data": printable(json.dumps(data, ensure_ascii=False))},
        pdf_standards=STANDARDS,
        timestamp=day,
    )
    return made


def blad_name(found: BladGegevens) -> str:
    """Write "werkplein-2009-2-assen.pdf"."""
    return file_name("werkplein", found.beeld.tertaal, {"werkplein": found.code}, "pdf")

"""The workbook of a tertaal beside XlsxWriter alone, which writes the same cells and nothing more."""

import io
from pathlib import Path

import xlsxwriter

from db.engine import read_session
from db.queries.bijlagen import bijlagen
from db.queries.tertaalbeeld import tertaalbeeld
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.files import sheets_of
from landkaart.rapport.werkbladen.blad import Gedrukt, Werkblad
from landkaart.rapport.werkbladen.ods import ods_of
from landkaart.rapport.werkbladen.xlsx import OPTIONS, xlsx_of
from tests.bench.landkaarten import landkaart_2009
from tests.bench.measure import Measurement, compare, timed
from tests.steps.factories import GEMAAKT

TERTAAL = Tertaal(2009, 2)


def measure(folder: Path) -> list[Measurement]:
    landkaart_2009(folder / "wij.db")
    with read_session() as session:
        beeld, beside = tertaalbeeld(session=session, tertaal=TERTAAL), bijlagen(session=session, tertaal=TERTAAL)
    omslag, bladen, moment = sheets_of(beeld, GEMAAKT, beside)
    ours, bare = timed(lambda: xlsx_of(omslag, bladen, moment)), timed(lambda: bare_workbook(bladen))
    ods = timed(lambda: ods_of(omslag, bladen, moment))
    return [
        compare("xlsx van een tertaal, naast kaal XlsxWriter met dezelfde cellen", ours, bare, goal=1.5, times=20),
        compare("ods van een tertaal, naast kaal XlsxWriter met dezelfde cellen", ods, bare, goal=1.5, times=20),
    ]


def bare_workbook(bladen: list[Werkblad]) -> bytes:
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, {**OPTIONS}) as book:
        for blad in bladen:
            sheet = book.add_worksheet(blad.naam)
            for row, values in enumerate([[kolom.kop for kolom in blad.kolommen], *blad.rijen]):
                for place, value in enumerate(values):
                    if value is not None:
                        sheet.write(row, place, value.waarde if isinstance(value, Gedrukt) else value)
    return packed.getvalue()

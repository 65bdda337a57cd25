"""What tests are about, made in one line; whatever a test does not name has a plain value that does not matter."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta

import pandas as pd

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import midnight
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.plan import PlanStatus
from landkaart.domein.respons import Klasse, Reactie
from landkaart.domein.stand import Stand
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.uitvraag import Uitvraag
from landkaart.invoer.records import InvullingRecord, KengetalRecord, PlanRecord, UitvraagRecord, WerkpleinRecord
from landkaart.rapport.herkomst import Gemaakt
from tests.steps.kengetallen import kengetal

CODES = catalogus().codes
TERTAAL = Tertaal(2009, 2)
# By whom and when a file was made, on both clocks.
GEMAAKT = Gemaakt("Ada Lezer", datetime(2009, 9, 1, 10, tzinfo=UTC), datetime(2009, 9, 1, 10, tzinfo=UTC))


def row(bands: str) -> list[int]:
    """14 bands, written as digits in catalogue order; one digit stands for all: row("3")."""
    return [int(band) for band in (bands * len(CODES) if len(bands) == 1 else bands)]


def row_with(bands: str, **changed: int) -> str:
    """The same, apart from some mijlpalen, with _ for -: row_with("3", integrale_teams=1)."""
    found = dict(zip(CODES, row(bands), strict=True)) | {code.replace("_", "-"): band for code, band in changed.items()}
    return "".join(str(band) for band in found.values())


def stand(werkpleinen: Mapping[str, str] | None = None, **more: str) -> Stand:
    """By code the bands of each werkplein, as `row` reads them: stand(assen="3", breda="33332222111100")."""
    bands = {**(werkpleinen or {}), **more}
    matrix = pd.DataFrame([row(text) for text in bands.values()], list(bands), list(CODES), dtype="int8")
    return Stand(matrix.set_axis(pd.Index(list(bands), dtype="str")))


def uitvraag(tertaal: Tertaal = TERTAAL, **changed: datetime) -> Uitvraag:
    """Of 2009-2: opens 15 July, closes 1 September, and what is from 1 April on is current."""
    moments = {
        "opent": midnight(date(2009, 7, 15)),
        "herinnering": midnight(date(2009, 8, 15)),
        "sluit": midnight(date(2009, 9, 1)),
        "actueel_vanaf": midnight(date(2009, 4, 1)),
    }
    return Uitvraag(tertaal, **(moments | changed))


def beeld(
    now: Stand,
    before: Mapping[Tertaal, Stand] | None = None,
    *,
    uitvraag: Uitvraag | None = None,
    namen: Mapping[str, str] | None = None,
    ingediend_op: Mapping[str, datetime | None] | None = None,
    indicaties: Mapping[str, Indicatie] | None = None,
) -> Tertaalbeeld:
    """Of 2009-2. Each werkplein is called by its code and submitted on 3 August 2009, unless said otherwise."""
    stands = {**(before or {}), TERTAAL: now}
    submitted = dict.fromkeys(now.bands.index, midnight(date(2009, 8, 3))) | dict(ingediend_op or {})
    called = {code: code for code in submitted} | dict(namen or {})
    return Tertaalbeeld(TERTAAL, uitvraag, tuple(sorted(stands)), stands, called, submitted, indicaties or {})


def reactie(klasse: Klasse = Klasse.NIET_GEKOMEN, **changed) -> Reactie:
    """Of Assen in Drenthe, of which nothing is known, unless said otherwise."""
    values = {"code": "assen", "naam": "Assen", "provincie": "Drenthe", "arbeidsmarktregio": "Drenthe", "beoordeeld": 0}
    values |= {"bevestigd": False, "akkoorden": 0, "actualiteit": Actualiteit.NOOIT, "laatst": None, "uitstel": None}
    return Reactie(**(values | {"contacten": (), "herinnerd": None} | changed), klasse=klasse)


def werkplein_record(code: str, **changed) -> WerkpleinRecord:
    """Lies in Assen, and counts at every closing."""
    values = {
        "code": code,
        "naam": code.capitalize(),
        "plaats": "Assen",
        "gemeente": "Assen",
        "provincie": "Drenthe",
        "arbeidsmarktregio": "Drenthe",
        "breedtegraad": 52.99,
        "lengtegraad": 6.56,
        "kaart_breedtegraad": None,
        "kaart_lengtegraad": None,
        "actief_van": None,
        "actief_tot": None,
        "bron": None,
    }
    return WerkpleinRecord(**(values | changed), bestand="werkpleinen.csv", regel=2)


def uitvraag_record(tertaal: Tertaal, **changed: date) -> UitvraagRecord:
    """Closes when the tertaal has ended, opens 48 days before that; what is from five months before it on is current."""
    sluit = changed.get("sluit", tertaal.ended)
    opent = changed.get("opent", sluit - timedelta(48))
    halfway = opent + (sluit - opent) / 2
    days = {"opent": opent, "herinnering": halfway, "sluit": sluit, "actueel_vanaf": sluit - timedelta(153)}
    moments = {name: midnight(day) for name, day in (days | changed).items()}
    return UitvraagRecord(tertaal, **moments, bestand="uitvragen.csv", regel=2)


def kengetal_record(waarde: str = "10", tertaal: Tertaal | None = None, regel: int = 2, **changed: str) -> KengetalRecord:
    """As `tests.steps.kengetallen.kengetal`; without a tertaal, unless said otherwise."""
    return KengetalRecord(**asdict(kengetal(waarde, **changed)), tertaal=tertaal, bestand="kengetallen.csv", regel=regel)


def plan_record(nummer: str) -> PlanRecord:
    """Runs, without a day."""
    said = ("Selectiviteit", "Kijken in Zwolle.", "UWV", "", "", None, PlanStatus.LOOPT, None, None)
    return PlanRecord(nummer, *said, bestand="afspraken.csv", regel=2)


def invulling_record(
    werkplein: str, tertaal: Tertaal, bands: str, day: date | None = None, toelichtingen: Mapping[str, str] | None = None
) -> InvullingRecord:
    """`bands` as `row` reads them; filled in on the last day of the tertaal, unless said otherwise."""
    banden = {code: Band(band) for code, band in zip(CODES, row(bands), strict=True)}
    day = day or tertaal.ended - timedelta(1)
    return InvullingRecord(werkplein, tertaal, day, banden, dict(toelichtingen or {}), "scores.csv", 2)

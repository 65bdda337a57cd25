"""Every resource: its address, what it is, its columns, who may read it, and where it comes from."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, partial

import pandas as pd

from db.engine import Session
from landkaart.domein.band import BY_CODE
from landkaart.domein.bijlagen import GEEN
from landkaart.domein.catalogus import N_MIJLPALEN
from landkaart.domein.rechten import Recht
from landkaart.domein.stand import empty_stand
from landkaart.domein.tertaal import VOORBEELD
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import AKO, TERTAAL, TERTALEN_KOP, WERKPLEIN, WERKPLEINEN, WERKPLEINEN_KOP
from landkaart.rapport import dutch, kengetallen, tables
from landkaart.rapport.archief.beschrijving import KolomBeschrijving, KolomSoort, describe
from landkaart.rapport.files import TABLES
from landkaart.rapport.kengetal_text import controles_file
from landkaart.rapport.plan import plan_file
from landkaart.rapport.uitslag import file_table as uitslag_file
from landkaart.web.api_v1 import reading
from landkaart.web.api_v1.asked import Vraagstelling

Read = Callable[[Session, Vraagstelling], reading.Gelezen]
OF_TERTAAL = "/tertalen/{tertaal}"
# Of an edition these hold what goes on after the closing, so that they are not fixed.
LIVING = ("achterblijvers",)
# By the name of the table: how it is called in an address.
PATHS = {"tabel2_fasen": "fasen", "tabel3_mijlpalen": "mijlpalen", "tabel4_historie": "historie"}


@dataclass(frozen=True)
class Apibron:
    """`pad`: below `/api/v1`; `naam`: what tells it from the others in the document."""

    pad: str
    naam: str
    titel: str
    tekst: str
    kolommen: Sequence[KolomBeschrijving]
    read: Read
    recht: Recht = Recht.LANDELIJK_ZIEN

    @property
    def of_tertaal(self) -> bool:
        return self.pad.startswith(OF_TERTAAL)


@cache
def bronnen() -> list[Apibron]:
    """Return all of them, in the order of the document."""
    return [*of_landkaart(), *of_stand(), *of_tables(), *of_beside(), *of_uitvraag()]


def text(naam: str, tekst: str, soort: KolomSoort = KolomSoort.TEKST, eenheid: str = "") -> KolomBeschrijving:
    return KolomBeschrijving(naam, soort, tekst, eenheid, {})


def of_landkaart() -> Iterable[Apibron]:
    """Yield what is about no tertaal, or about all."""
    places = [text(each, f"Waar het {WERKPLEIN} ligt.") for each in ("plaats", "gemeente", "provincie", "arbeidsmarktregio")]
    days = [
        text("actief_van", "De eerste dag dat het open is; leeg als dat niet is vastgelegd.", KolomSoort.DATUM),
        text("actief_tot", "De eerste dag dat het dicht is; leeg zolang dat niet is vastgelegd.", KolomSoort.DATUM),
    ]
    who = [text("code", f"De vaste code van het {WERKPLEIN}."), text("naam", f"Hoe het {WERKPLEIN} nu heet.")]
    said = f"Elk {WERKPLEIN} dat er ooit was, op naam."
    yield Apibron("/werkpleinen", "werkpleinen", WERKPLEINEN_KOP, said, [*who, *places, *days], reading.werkpleinen)
    moments = [
        text("opent", f"Vanaf wanneer {WERKPLEINEN} kunnen invullen.", KolomSoort.MOMENT),
        text("herinnering", "Wanneer de herinnering gaat.", KolomSoort.MOMENT),
        text("sluit", "Het eerste moment waarop het te laat is.", KolomSoort.MOMENT),
        text("actueel_vanaf", "Een invulling vanaf dit moment is actueel.", KolomSoort.MOMENT),
    ]
    tertaal = text("tertaal", "Een derde van een jaar: 2009-2 is mei tot en met augustus 2009.")
    yield Apibron(
        "/uitvragen", "uitvragen", "Uitvragen", "Elke uitvraag, de oudste eerst.", [tertaal, *moments], reading.uitvragen
    )
    edition = text("editie", "De editie die geldt; leeg zolang er niets is vastgesteld.", KolomSoort.GETAL)
    months = text("periode", f"De maanden van het {TERTAAL}.")
    said = f"Elk {TERTAAL} waarvan iets bekend is, de oudste eerst."
    yield Apibron("/tertalen", "tertalen", TERTALEN_KOP, said, [tertaal, months, edition], reading.tertalen)


def of_stand() -> Iterable[Apibron]:
    """Yield the stand of a tertaal itself."""
    columns = [
        text("code", f"De vaste code van het {WERKPLEIN}."),
        text("naam", f"De naam van het {WERKPLEIN}."),
        text("mijlpaal", f"De code van een van de {N_MIJLPALEN} mijlpalen."),
        text("band", f"De band waarin het {WERKPLEIN} op die mijlpaal staat: {dutch.enumeration(list(BY_CODE), 'of')}."),
    ]
    said = f"Een rij per {WERKPLEIN} en mijlpaal: waar het staat op de sluiting van het {TERTAAL} of, daarvoor, nu."
    yield Apibron(f"{OF_TERTAAL}/standen", "standen", f"Stand per {WERKPLEIN} en mijlpaal", said, columns, reading.standen)


def of_tables() -> Iterable[Apibron]:
    """Yield the tables that are counted from the landkaart."""
    empty = nobody()
    for naam, (_, table) in TABLES.items():
        yield of_table(naam, table(empty), partial(reading.counted, table, naam not in LIVING))


def of_beside() -> Iterable[Apibron]:
    """Yield what stands beside the landkaart in a tertaal; of what there is none, there are no rows."""
    empty = nobody()
    found = {
        "indicaties": tables.indicaties(empty),
        "vraag_antwoorden": uitslag_file(GEEN.uitslagen, {}),
        "kengetallen": kengetallen.file_table(empty.tertaal, GEEN.kengetallen),
        "controles": controles_file([]),
        "plan_van_aanpak": plan_file(GEEN.plan),
    }
    for naam, table in found.items():
        yield of_table(naam, table, partial(reading.beside, naam, table))


def of_uitvraag() -> Iterable[Apibron]:
    """Yield how far an uitvraag is, for who may see that; whom to reach stays on its page."""
    columns = [
        text("code", f"De vaste code van het {WERKPLEIN}."),
        text("naam", f"De naam van het {WERKPLEIN}."),
        text("klasse", f"Hoe ver het {WERKPLEIN} met deze uitvraag is."),
        text("beoordeeld", f"Hoeveel van de {N_MIJLPALEN} mijlpalen het heeft beoordeeld.", KolomSoort.GETAL),
        text("akkoorden", "Hoeveel akkoorden er zijn.", KolomSoort.GETAL),
        text("actualiteit", "Hoe actueel de laatste invulling is."),
    ]
    said = f"Elke rij: een {WERKPLEIN} dat op de sluiting open is. Voor het {AKO} en de beheerder."
    naam = "respons"
    yield Apibron(f"{OF_TERTAAL}/{naam}", naam, "Respons", said, columns, reading.respons, Recht.RESPONS_ZIEN)


def of_table(naam: str, table: pd.DataFrame, read: Read) -> Apibron:
    found, path = describe(naam, table.columns), PATHS.get(naam, naam.replace("_", "-"))
    return Apibron(f"{OF_TERTAAL}/{path}", path, found.titel, f"Elke rij: {found.rij}", found.kolommen, read)


def nobody() -> Tertaalbeeld:
    """Return a tertaal without anybody in it: its tables have their columns, and no rows."""
    tertaal = VOORBEELD
    return Tertaalbeeld(tertaal, None, (tertaal,), {tertaal: empty_stand()}, {}, {}, {})

"""What stands out in what a werkplein submitted, by rules that anybody can check: a reason to ask, never a judgement."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from landkaart.domein.band import HOOGSTE, LAAGSTE, Band
from landkaart.domein.catalogus import N_MIJLPALEN, catalogus
from landkaart.domein.labelled import Labelled
from landkaart.programma import programma
from landkaart.programma.namen import TERTALEN, WERKPLEIN

# So many tertalen in a row everything confirmed stands out; so many mijlpalen to Volledig at once.
IN_A_ROW, AT_ONCE = 3, 5


class Twijfel(Labelled):
    """A rule: its code in files and addresses, and its name. What it says exactly stands in ZINNEN."""

    ALLES_GELIJK = "alles_gelijk", f"Alle {N_MIJLPALEN} dezelfde band"
    STEEDS_BEVESTIGD = "steeds_bevestigd", "Steeds alles bevestigd"
    IN_EEN_STAP = "in_een_stap", "In één stap naar 100%"
    TEGENSTRIJDIG = "tegenstrijdig", "Mijlpalen die elkaar tegenspreken"


class Paar(NamedTuple):
    """Two mijlpalen, by code: the first cannot well be Volledig while the other is Niet."""

    volledig: str
    niet: str


PAREN = tuple(Paar(first, second) for first, second in programma().regels.tegenspraak)


def zin_of(paar: Paar) -> str:
    """Say what a pair means: "Integrale teams op Volledig en 1 aanspreekpunt werkgevers op Niet"."""
    first, second = (catalogus()[code].titel for code in paar)
    return f"{first} op {HOOGSTE.label} en {second} op {LAAGSTE.label}"


ZINNEN = {
    Twijfel.ALLES_GELIJK: f"alle {N_MIJLPALEN} mijlpalen staan op dezelfde band, ook als dat {HOOGSTE.label} is.",
    Twijfel.STEEDS_BEVESTIGD: (
        f"de laatste {IN_A_ROW} {TERTALEN} waarover het {WERKPLEIN} indiende, is alles ongewijzigd bevestigd. Van wat uit "
        "een bestand kwam is dat niet bekend; dat telt niet mee."
    ),
    Twijfel.IN_EEN_STAP: (
        f"alle {N_MIJLPALEN} staan op {HOOGSTE.label}, en daarvóór stonden er minstens {AT_ONCE} nog niet op "
        f"{HOOGSTE.label}."
    ),
    Twijfel.TEGENSTRIJDIG: f"{'; '.join(map(zin_of, PAREN)) or 'het programma noemt er geen'}.",
}


@dataclass(frozen=True)
class Ingestuurd:
    """What one werkplein submitted about a tertaal, and what it stood on before that; bands by code of the mijlpaal.

    `bevestigd`: of the tertalen about which it submitted, the newest first, whether all of it was confirmed unchanged.
    """

    banden: Mapping[str, Band]
    vorige: Mapping[str, Band] = field(default_factory=dict)
    bevestigd: Sequence[bool] = ()


@dataclass(frozen=True)
class Opvallend:
    """Why one rule stands out; `mijlpalen`: the codes that it is about, none when it is about all of them."""

    twijfel: Twijfel
    waarom: str
    mijlpalen: tuple[str, ...] = ()


def opvallend(gegeven: Ingestuurd) -> Iterator[Opvallend]:
    """Yield what stands out, in the order of the rules; of mijlpalen that contradict each other every pair."""
    given = set(gegeven.banden.values())
    if len(given) == 1:
        [band] = given
        yield Opvallend(Twijfel.ALLES_GELIJK, f"Alle {len(gegeven.banden)} op {band.label}.")
    if len(gegeven.bevestigd) >= IN_A_ROW and all(gegeven.bevestigd[:IN_A_ROW]):
        many = next((n for n, each in enumerate(gegeven.bevestigd) if not each), len(gegeven.bevestigd))
        yield Opvallend(Twijfel.STEEDS_BEVESTIGD, f"{many} keer op rij alles ongewijzigd bevestigd.")
    risen = [code for code, band in gegeven.vorige.items() if band is not HOOGSTE]
    if given == {HOOGSTE} and len(risen) >= AT_ONCE:
        yield Opvallend(Twijfel.IN_EEN_STAP, f"{len(risen)} mijlpalen tegelijk naar {HOOGSTE.label}.", tuple(risen))
    for paar in PAREN:
        if gegeven.banden.get(paar.volledig) is HOOGSTE and gegeven.banden.get(paar.niet) is LAAGSTE:
            yield Opvallend(Twijfel.TEGENSTRIJDIG, f"{zin_of(paar)}.", tuple(paar))

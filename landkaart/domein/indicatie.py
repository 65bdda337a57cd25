"""The AKO-indicatie: what the national office expects of a werkplein, judged and not computed."""

from dataclasses import dataclass
from datetime import datetime

from landkaart.domein.band import BIJNA_GROEN, BY_CODE, HOOGSTE, Band
from landkaart.domein.fouten import Fout
from landkaart.domein.labelled import Labelled
from landkaart.domein.rounding import whole_percent
from landkaart.domein.tertaal import Tertaal
from landkaart.programma import programma
from landkaart.programma.namen import AKO, TERTAAL


class Indicatie(Labelled):
    """The value is the code in files, `label` what readers see."""

    DIT_JAAR = "dit_jaar", "haalt het dit jaar"
    VOLGEND_JAAR = "volgend_jaar", "haalt het volgend jaar"
    NIET = "niet", "haalt het niet"
    SLUIT = "sluit", "sluit"


# For who was not judged; not an indicatie.
GEEN_OORDEEL = "nog geen oordeel"

REGELS = programma().regels
THIS_YEAR, NEXT_YEAR = (BY_CODE[code].edge for code in (REGELS.dit_jaar_vanaf, REGELS.volgend_jaar_vanaf))
TEGENSPRAAK = (
    f"Hier staat wie het volgens het {AKO} dit jaar haalt met een score lager dan {THIS_YEAR}% of lager dan vorig "
    f"{TERTAAL}; wie het volgend jaar haalt met een score lager dan {NEXT_YEAR}% of al 100%; en wie het niet haalt met een "
    f"score van {BIJNA_GROEN}% of hoger."
)


@dataclass(frozen=True)
class Oordeel:
    """What the AKO gave a werkplein in a tertaal; `gegeven_op` and `door` are not known of one that a file brought.

    `overgenomen_uit`: of which earlier tertaal it was taken over, unchanged; None when it was judged anew.
    """

    indicatie: Indicatie
    notitie: str = ""
    gegeven_op: datetime | None = None
    door: str | None = None
    overgenomen_uit: Tertaal | None = None


@dataclass(frozen=True)
class NieuwOordeel:
    """What somebody of the AKO chooses and types; nothing in it was judged yet."""

    indicatie: Indicatie | None  # None takes back what was given.
    notitie: str = ""


class AndersBeoordeeld(Fout):
    """It is no longer what the screen showed. `oordeel`: what stands there now, None when it was taken back."""

    def __init__(self, oordeel: Oordeel | None):
        said = "is het oordeel teruggenomen"
        if oordeel:
            said = f"staat hier iets anders: {oordeel.indicatie.label} ({oordeel.door or 'uit een bestand'})"
        super().__init__(f"Intussen {said}. Het uwe is niet opgeslagen; bekijk wat er staat en kies opnieuw.")
        self.oordeel = oordeel


def contradiction(indicatie: Indicatie, score: float, before: float | None) -> str | None:
    """Say why a judgement does not agree with the exact scores of now and a tertaal before, in a sentence; else None."""
    expected = f"Het {AKO} verwacht: {indicatie.label}"
    if indicatie is Indicatie.DIT_JAAR and score < THIS_YEAR:
        return f"{expected}. De score is {whole_percent(score)}%, lager dan {THIS_YEAR}%."
    if indicatie is Indicatie.DIT_JAAR and before is not None and score < before:
        return f"{expected}. De score daalde: nu {whole_percent(score)}%, vorig {TERTAAL} {whole_percent(before)}%."
    if indicatie is Indicatie.VOLGEND_JAAR and score < NEXT_YEAR:
        return f"{expected}. De score is pas {whole_percent(score)}%, lager dan {NEXT_YEAR}%."
    if indicatie is Indicatie.VOLGEND_JAAR and Band.of(score) is HOOGSTE:
        return f"{expected}. De score is al 100%."
    if indicatie is Indicatie.NIET and score >= BIJNA_GROEN:
        return f"{expected}. De score is al {whole_percent(score)}%."
    return None

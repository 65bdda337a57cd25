"""What was chosen on a page, as it stands in an address, in words."""

from collections.abc import Callable, Mapping

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.band import BY_CODE
from landkaart.domein.handeling import Handeling
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.respons import Klasse, Stap
from landkaart.domein.uitslag import Gezegd
from landkaart.domein.zoeken import row_by_slug
from landkaart.programma.namen import AKO, TERTAAL_KOP, WERKPLEIN_KOP
from landkaart.rapport.gemiddelden_figuur import AfstandGroep
from landkaart.rapport.heatmap_figuur import Volgorde
from landkaart.rapport.prognose import SHOWN
from landkaart.rapport.row_names import mijlpaal_title, row_titles

# What each is about, by its name in an address, in the order in which they are said.
LABELS = {
    "werkplein": WERKPLEIN_KOP,
    "tertaal": TERTAAL_KOP,
    "met": "Vergeleken met",
    "rij": "Waarop",
    "mijlpaal": "Mijlpaal",
    "vraag": "Vraag",
    "toon": "Toon",
    "onder": "Onder wie",
    "groep": "Groep",
    "oordeel": f"{AKO}-indicatie",
    "antwoord": "Antwoord",
    "klasse": "Hoe ver",
    "handeling": "Handeling",
    "door": "Door wie",
    "provincie": "Provincie",
    "arbeidsmarktregio": "Arbeidsmarktregio",
    "regio": "Arbeidsmarktregio",
    "band": "Band",
    "actualiteit": "Actualiteit",
    "zoeken": "Gezocht naar",
    "volgorde": "Volgorde",
    "blad": "Blad",
}
# These are codes of the data.
OF_ONE = ("werkplein", "vraag")
TOON = {"band": "Band", "verandering": "Verandering"} | SHOWN
ONDER = {"vooruit": "wie vooruit ging", "achteruit": "wie achteruit ging"}
OORDEEL = Indicatie.labels() | {"geen": "nog geen oordeel"}


def row_text(asked: str) -> str:
    """Return what a row is called, by its code or by how it is called in an address."""
    return row_titles().get(row_by_slug().get(asked, asked), asked)


READ: Mapping[str, Callable[[str], str]] = {
    "rij": row_text,
    "mijlpaal": lambda code: mijlpaal_title(code) or code,
    "toon": lambda code: TOON.get(code, code),
    "onder": lambda code: ONDER.get(code, code),
    "groep": lambda code: AfstandGroep.labels().get(code, code),
    "oordeel": lambda code: OORDEEL.get(code, code),
    "antwoord": lambda code: Gezegd.labels().get(code, code),
    "klasse": lambda code: (Stap.labels() | Klasse.labels()).get(code, code),
    "handeling": lambda code: Handeling.labels().get(code, code),
    "band": lambda code: BY_CODE[code].label if code in BY_CODE else code,
    "actualiteit": lambda code: Actualiteit.labels().get(code, code),
    "volgorde": lambda code: Volgorde.labels().get(code, code),
}


def in_words(asked: Mapping[str, str], named: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return what was asked by what it is about, both in words; what is empty is not asked.

    `named`: what the codes are called that only the data know (of werkpleinen and vragen).
    """
    called = {name: READ.get(name, str)(value) for name, value in asked.items() if value}
    called |= {name: (named or {}).get(called[name], called[name]) for name in OF_ONE if name in called}
    return {label: called[name] for name, label in LABELS.items() if name in called}

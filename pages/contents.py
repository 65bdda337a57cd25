"""The table of contents: every page there is, in the order of the menu."""

from dataclasses import dataclass

from landkaart.domein.rechten import Bevoegdheid, Recht, mag_ergens

# The parts of the menu, in their order.
HET_LAND, WERKPLEIN, UITVRAGEN, BEHEREN = "Het land", "Werkplein", "Uitvragen", "Beheren"


@dataclass(frozen=True)
class Entry:
    """`file` stands in this folder; `help` says in one sentence what the page answers; `recht` is needed to see it.

    `section`: the part of the menu under which it stands.
    """

    file: str
    title: str
    icon: str
    help: str
    recht: Recht
    section: str


LANDELIJK = Entry(
    "landelijk.py",
    "Landelijk beeld",
    ":material/bar_chart:",
    "Waar staat het land in een tertaal?",
    Recht.LANDELIJK_ZIEN,
    HET_LAND,
)
KAART = Entry(
    "kaart.py",
    "Landkaart",
    ":material/map:",
    "Welk werkplein staat waar, en welke kant gaat het op?",
    Recht.LANDELIJK_ZIEN,
    HET_LAND,
)
ONTWIKKELING = Entry(
    "ontwikkeling.py",
    "Ontwikkeling",
    ":material/trending_up:",
    "Wie gaan vooruit of achteruit, en waardoor?",
    Recht.LANDELIJK_ZIEN,
    HET_LAND,
)
HEATMAP = Entry(
    "heatmap.py",
    "Alle werkpleinen",
    ":material/grid_on:",
    "Elk werkplein op elke mijlpaal: waar staat het, en wat veranderde?",
    Recht.LANDELIJK_ZIEN,
    HET_LAND,
)
ACHTERBLIJVERS = Entry(
    "achterblijvers.py",
    "Achterblijvers",
    ":material/trending_flat:",
    "Wie blijft achter, waarom en hoe lang al?",
    Recht.LANDELIJK_ZIEN,
    HET_LAND,
)
ZOEKEN = Entry(
    "zoeken.py",
    "Zoeken",
    ":material/search:",
    "Welke werkpleinen voldoen aan voorwaarden die u zelf stelt?",
    Recht.LANDELIJK_ZIEN,
    HET_LAND,
)
PROGNOSE = Entry(
    "prognose.py",
    "Prognose",
    ":material/trending_up:",
    "Waar komen de werkpleinen uit bij hun eigen tempo?",
    Recht.LANDELIJK_ZIEN,
    HET_LAND,
)
UITLEG = Entry(
    "uitleg.py",
    "Hoe het telt",
    ":material/help:",
    "De mijlpalen, de banden, de rekenregels en de herkomst.",
    Recht.LANDELIJK_ZIEN,
    HET_LAND,
)
INVULLEN = Entry(
    "invullen.py",
    "Invullen",
    ":material/edit_note:",
    "De 14 mijlpalen van één werkplein beoordelen en indienen.",
    Recht.INVULLEN,
    WERKPLEIN,
)
WERKPLEIN_PAGE = Entry(
    "werkplein.py",
    "Werkplein",
    ":material/domain:",
    "Waar staat één werkplein, hoe kwam het daar en bij wie in de buurt?",
    Recht.LANDELIJK_ZIEN,
    WERKPLEIN,
)
LEREN = Entry(
    "leren.py",
    "Leren van",
    ":material/handshake:",
    "Wie kwam van waar u staat naar 100%, en wat spreekt u af?",
    Recht.LANDELIJK_ZIEN,
    WERKPLEIN,
)
UITVRAAG = Entry(
    "uitvraag.py",
    "Uitvraag",
    ":material/event:",
    "Wanneer opent en sluit een uitvraag, wat wordt er gevraagd en wie krijgt uitstel?",
    Recht.UITVRAAG_UITVOEREN,
    UITVRAGEN,
)
RESPONS = Entry(
    "respons.py",
    "Respons",
    ":material/how_to_reg:",
    "Wie reageert op een uitvraag, en wie nog niet?",
    Recht.RESPONS_ZIEN,
    UITVRAGEN,
)
HERINNEREN = Entry(
    "herinneren.py",
    "Herinneren",
    ":material/mail:",
    "Wie krijgt een herinnering, en wat kwam ervan?",
    Recht.UITVRAAG_UITVOEREN,
    UITVRAGEN,
)
INDICATIE = Entry(
    "indicatie.py",
    "AKO-indicatie",
    ":material/gavel:",
    "Wat verwacht het AKO van elk werkplein, en waar spreekt de score dat tegen?",
    Recht.LANDELIJK_ZIEN,
    UITVRAGEN,
)
VRAGEN = Entry(
    "vragen.py",
    "Extra vragen",
    ":material/quiz:",
    "Wat antwoordden de werkpleinen op de extra vragen van een uitvraag?",
    Recht.LANDELIJK_ZIEN,
    UITVRAGEN,
)
LOGBOEK = Entry(
    "logboek.py",
    "Logboek",
    ":material/history:",
    "Wie wijzigde wat, wanneer, van wat naar wat?",
    Recht.LOGBOEK_ZIEN,
    BEHEREN,
)
BEHEER = Entry(
    "beheer.py",
    "Beheer",
    ":material/manage_accounts:",
    "Accounts en werkpleinen beheren.",
    Recht.ACCOUNTS_BEHEREN,
    BEHEREN,
)

PAGES = (
    LANDELIJK,
    KAART,
    ONTWIKKELING,
    HEATMAP,
    ACHTERBLIJVERS,
    ZOEKEN,
    PROGNOSE,
    UITLEG,
    INVULLEN,
    WERKPLEIN_PAGE,
    LEREN,
    UITVRAAG,
    RESPONS,
    HERINNEREN,
    INDICATIE,
    VRAGEN,
    LOGBOEK,
    BEHEER,
)


def pages_for(may: Bevoegdheid) -> list[Entry]:
    """The menu of somebody: what he may not see is not there, under no address."""
    return [entry for entry in PAGES if mag_ergens(may, entry.recht)]


def menu(may: Bevoegdheid) -> dict[str, list[Entry]]:
    """The same by section, in the order of the menu; a section without pages is not there."""
    found: dict[str, list[Entry]] = {}
    for entry in pages_for(may):
        found.setdefault(entry.section, []).append(entry)
    return found

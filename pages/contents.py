"""The table of contents: every screen, once, grouped and in the order of the menu."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from landkaart.domein.catalogus import N_MIJLPALEN
from landkaart.domein.rechten import Bevoegdheid, Recht, mag_ergens
from landkaart.programma.namen import AKO, TERTAAL, WERKPLEIN, WERKPLEIN_KOP, WERKPLEINEN
from landkaart.screens import Screen


@dataclass(frozen=True)
class Entry:
    """A screen as the menu shows it."""

    screen: Screen
    title: str
    icon: str
    help: str  # One sentence: what the page answers.
    recht: Recht  # Needed to see it.
    or_else: Recht | None = None  # Enough as well.

    def is_for(self, may: Bevoegdheid) -> bool:
        return mag_ergens(may, self.recht) or (self.or_else is not None and mag_ergens(may, self.or_else))


MENU: Mapping[str, Sequence[Entry]] = {
    # Without a name: it stands in the menu itself.
    "": (
        Entry(
            Screen.BEGIN,
            "Begin",
            ":material/home:",
            "Wat is er nu te doen, voor wanneer, en hoe?",
            Recht.LANDELIJK_ZIEN,
        ),
    ),
    "Het land": (
        Entry(
            Screen.LANDELIJK,
            "Landelijk beeld",
            ":material/bar_chart:",
            f"Waar staat het land in een {TERTAAL}?",
            Recht.LANDELIJK_ZIEN,
        ),
        Entry(
            Screen.KAART,
            "Landkaart",
            ":material/map:",
            f"Welk {WERKPLEIN} staat waar, en welke kant gaat het op?",
            Recht.LANDELIJK_ZIEN,
        ),
        Entry(
            Screen.ONTWIKKELING,
            "Ontwikkeling",
            ":material/trending_up:",
            "Wie gaan vooruit of achteruit, en waardoor?",
            Recht.LANDELIJK_ZIEN,
        ),
        Entry(
            Screen.HEATMAP,
            f"Alle {WERKPLEINEN}",
            ":material/grid_on:",
            f"Elk {WERKPLEIN} op elke mijlpaal: waar staat het, en wat veranderde?",
            Recht.LANDELIJK_ZIEN,
        ),
        Entry(
            Screen.ACHTERBLIJVERS,
            "Achterblijvers",
            ":material/trending_flat:",
            "Wie blijft achter, waarom en hoe lang al?",
            Recht.LANDELIJK_ZIEN,
        ),
        Entry(
            Screen.ZOEKEN,
            "Zoeken",
            ":material/search:",
            f"Welke {WERKPLEINEN} voldoen aan voorwaarden die u zelf stelt?",
            Recht.LANDELIJK_ZIEN,
        ),
        Entry(
            Screen.PROGNOSE,
            "Prognose",
            ":material/trending_up:",
            f"Waar komen de {WERKPLEINEN} uit bij hun eigen tempo?",
            Recht.LANDELIJK_ZIEN,
        ),
        Entry(
            Screen.KENGETALLEN,
            "Kengetallen",
            ":material/monitoring:",
            "Wat meldt het rapport buiten de landkaart, en klopt dat met zichzelf?",
            Recht.LANDELIJK_ZIEN,
        ),
        Entry(
            Screen.PLAN,
            "Plan van Aanpak",
            ":material/checklist:",
            "Wie doet wat voor wanneer, en hoe staat het ervoor?",
            Recht.LANDELIJK_ZIEN,
        ),
        Entry(
            Screen.UITLEG,
            "Hoe het telt",
            ":material/help:",
            "De mijlpalen, de banden, de rekenregels en de herkomst.",
            Recht.LANDELIJK_ZIEN,
        ),
        Entry(
            Screen.HANDLEIDING,
            "Handleiding",
            ":material/menu_book:",
            "Hoe werkt u met de landkaart?",
            Recht.LANDELIJK_ZIEN,
        ),
    ),
    WERKPLEIN_KOP: (
        Entry(
            Screen.INVULLEN,
            "Invullen",
            ":material/edit_note:",
            f"De {N_MIJLPALEN} mijlpalen van één {WERKPLEIN} beoordelen en indienen.",
            Recht.INVULLEN,
            Recht.NAMENS_INVULLEN,
        ),
        Entry(
            Screen.WERKPLEIN,
            WERKPLEIN_KOP,
            ":material/domain:",
            f"Waar staat één {WERKPLEIN}, hoe kwam het daar en bij wie in de buurt?",
            Recht.LANDELIJK_ZIEN,
        ),
        Entry(
            Screen.COLLEGAS,
            "Collega's",
            ":material/group_add:",
            f"Wie vult uw {WERKPLEIN} in, wie komt erbij en wie gaat eraf?",
            Recht.COLLEGAS_BEHEREN,
        ),
        Entry(
            Screen.LEREN,
            "Leren van",
            ":material/handshake:",
            "Wie kwam van waar u staat naar 100%, en wat spreekt u af?",
            Recht.LANDELIJK_ZIEN,
        ),
    ),
    "Uitvragen": (
        Entry(
            Screen.UITVRAAG,
            "Uitvraag",
            ":material/event:",
            "Wanneer opent en sluit een uitvraag, wat wordt er gevraagd en wie krijgt uitstel?",
            Recht.UITVRAAG_UITVOEREN,
        ),
        Entry(
            Screen.RESPONS,
            "Respons",
            ":material/how_to_reg:",
            "Wie reageert op een uitvraag, en wie nog niet?",
            Recht.RESPONS_ZIEN,
        ),
        Entry(
            Screen.HERINNEREN,
            "Herinneren",
            ":material/mail:",
            "Wie krijgt een herinnering, en wat kwam ervan?",
            Recht.UITVRAAG_UITVOEREN,
        ),
        Entry(
            Screen.NAVRAGEN,
            "Navragen",
            ":material/contact_support:",
            f"Wat vroeg het {AKO} een {WERKPLEIN} over zijn antwoorden, en wat kwam ervan?",
            Recht.NAVRAAG_STELLEN,
        ),
        Entry(
            Screen.PLAUSIBILITEIT,
            "Plausibiliteit",
            ":material/rule:",
            f"Wat valt er op in wat de {WERKPLEINEN} indienden, en waar vraagt u het na?",
            Recht.NAVRAAG_STELLEN,
        ),
        Entry(
            Screen.INDICATIE,
            f"{AKO}-indicatie",
            ":material/gavel:",
            f"Wat verwacht het {AKO} van elk {WERKPLEIN}, en waar spreekt de score dat tegen?",
            Recht.LANDELIJK_ZIEN,
        ),
        Entry(
            Screen.VRAGEN,
            "Extra vragen",
            ":material/quiz:",
            f"Wat antwoordden de {WERKPLEINEN} op de extra vragen van een uitvraag?",
            Recht.LANDELIJK_ZIEN,
        ),
        Entry(
            Screen.RAPPORTAGE,
            "Rapportage",
            ":material/description:",
            f"De {TERTAAL}rapportage: berekend, gecontroleerd en met uw eigen teksten als Word, PDF en webpagina.",
            Recht.RAPPORT_MAKEN,
        ),
    ),
    "Beheren": (
        Entry(
            Screen.UPLOAD,
            "Upload",
            ":material/upload_file:",
            "Bestanden inlezen: wat zouden ze wijzigen, en wat is er mis mee?",
            Recht.GEGEVENS_LADEN,
        ),
        Entry(
            Screen.LOGBOEK,
            "Logboek",
            ":material/history:",
            "Wie wijzigde wat, wanneer, van wat naar wat?",
            Recht.LOGBOEK_ZIEN,
        ),
        Entry(
            Screen.BEHEER,
            "Beheer",
            ":material/manage_accounts:",
            f"Accounts en {WERKPLEINEN} beheren.",
            Recht.ACCOUNTS_BEHEREN,
        ),
    ),
}


def entries() -> Iterator[Entry]:
    """Yield every screen, in the order of the menu."""
    for group in MENU.values():
        yield from group


def menu(may: Bevoegdheid) -> dict[str, list[Entry]]:
    """Return what somebody may see, by part of the menu; the rest is under no address, and no part is empty."""
    seen = {part: [entry for entry in group if entry.is_for(may)] for part, group in MENU.items()}
    return {part: group for part, group in seen.items() if group}


def file_of(screen: Screen) -> str:
    """Return the file of its page, from the folder of the main script, as Streamlit takes it."""
    return f"{screen}/page.py"

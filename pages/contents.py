"""The table of contents: every page there is, in the order of the menu."""

from dataclasses import dataclass

from landkaart.domein.rechten import Bevoegdheid, Recht, mag_ergens


@dataclass(frozen=True)
class Entry:
    """`file` stands in this folder; `help` says in one sentence what the page answers; `recht` is needed to see it."""

    file: str
    title: str
    icon: str
    help: str
    recht: Recht


LANDELIJK = Entry(
    "landelijk.py",
    "Landelijk beeld",
    ":material/bar_chart:",
    "Waar staat het land in een tertaal?",
    Recht.LANDELIJK_ZIEN,
)
INVULLEN = Entry(
    "invullen.py",
    "Invullen",
    ":material/edit_note:",
    "De 14 mijlpalen van één werkplein beoordelen en indienen.",
    Recht.INVULLEN,
)
LOGBOEK = Entry(
    "logboek.py",
    "Logboek",
    ":material/history:",
    "Wie wijzigde wat, wanneer, van wat naar wat?",
    Recht.LOGBOEK_ZIEN,
)
BEHEER = Entry(
    "beheer.py",
    "Beheer",
    ":material/manage_accounts:",
    "Accounts en werkpleinen beheren.",
    Recht.ACCOUNTS_BEHEREN,
)
UITLEG = Entry(
    "uitleg.py",
    "Hoe het telt",
    ":material/help:",
    "De mijlpalen, de banden, de rekenregels en de herkomst.",
    Recht.LANDELIJK_ZIEN,
)

PAGES = (LANDELIJK, INVULLEN, LOGBOEK, BEHEER, UITLEG)


def pages_for(may: Bevoegdheid) -> list[Entry]:
    """The menu of somebody: what he may not see is not there, under no address."""
    return [entry for entry in PAGES if mag_ergens(may, entry.recht)]

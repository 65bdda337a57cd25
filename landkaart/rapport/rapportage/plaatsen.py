"""Where in the landkaart each figure of a report can be checked."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import AKO
from landkaart.rapport.rapportage.model import Vindplaats
from landkaart.screens import Screen

# As the menu calls them.
TITELS = {
    Screen.LANDELIJK: "Landelijk beeld",
    Screen.KAART: "Landkaart",
    Screen.ONTWIKKELING: "Ontwikkeling",
    Screen.ACHTERBLIJVERS: "Achterblijvers",
    Screen.ZOEKEN: "Zoeken",
    Screen.RESPONS: "Respons",
    Screen.INDICATIE: f"{AKO}-indicatie",
    Screen.VRAGEN: "Extra vragen",
    Screen.KENGETALLEN: "Kengetallen",
    Screen.PLAN: "Plan van Aanpak",
    Screen.UITLEG: "Hoe het telt",
}
Asked = Mapping[str, str] | Sequence[tuple[str, str]]


def plaats(screen: Screen, beeld: Tertaalbeeld, asked: Asked = ()) -> Vindplaats:
    """Return a page about the tertaal of the beeld, with these choices in its address."""
    pairs = asked.items() if isinstance(asked, Mapping) else asked
    return Vindplaats(TITELS[screen], f"{screen.path}?{urlencode([('tertaal', str(beeld.tertaal)), *pairs])}")


def compared_plaats(screen: Screen, beeld: Tertaalbeeld, asked: Asked = ()) -> Vindplaats:
    """Return the same beside the tertaal that it is compared with."""
    pairs = asked.items() if isinstance(asked, Mapping) else asked
    return plaats(screen, beeld, [("met", str(beeld.vergeleken_met)), *pairs])

"""Which names the address of each page knows. What it asks by another name is told, and taken out of it.

Not every choice is drawn at every visit: without a werkplein there is none of what to compare it with. So they stand here.
"""

from collections.abc import Mapping
from difflib import get_close_matches

from landkaart.screens import Screen

# One thing by three names: a link that somebody changed by hand means the same on another page.
WHEN = ("tertaal", "uitvraag", "ronde")
LOGBOEK = ("werkplein", "tertaal", "mijlpaal", "handeling", "door")
RESPONS = ("klasse", "actualiteit", "provincie", "arbeidsmarktregio")

KNOWN: Mapping[Screen, tuple[str, ...]] = {
    # A link from before, which leads to Landelijk beeld with all that it asks.
    Screen.BEGIN: ("tertaal",),
    Screen.LANDELIJK: (*WHEN, "editie", "tabel2_rij", "tabel2_band", "tabel3_rij", "tabel3_band"),
    Screen.KAART: (*WHEN, "rij", "toon", "gebied", "band", "actualiteit"),
    Screen.ONTWIKKELING: (
        *(*WHEN, "met", "deel", "wie", "onder", "balk", "kant"),
        *("rij", "van", "naar", "groep"),
    ),
    Screen.HEATMAP: (*WHEN, "met", "toon", "volgorde", "regio", "blad"),
    Screen.ACHTERBLIJVERS: (*WHEN, "limiet", "tertalen", "verouderd"),
    Screen.ZOEKEN: (*WHEN, "w", "hoe", "provincie", "arbeidsmarktregio", "actualiteit", "indicatie", "richting"),
    Screen.PROGNOSE: (*WHEN, "toon"),
    Screen.KENGETALLEN: (*WHEN, "onderwerp"),
    # The rapport leads to these two with its tertaal, which changes nothing there.
    Screen.PLAN: ("tertaal",),
    Screen.UITLEG: ("tertaal",),
    Screen.HANDLEIDING: ("voor",),
    Screen.INVULLEN: ("werkplein", *WHEN),
    Screen.WERKPLEIN: ("werkplein", *WHEN, "naast", "op"),
    Screen.COLLEGAS: ("werkplein",),
    Screen.LEREN: ("werkplein", *WHEN, "stappen", "mijlpaal", "eerst", "van"),
    Screen.UITVRAAG: (*WHEN, "werkplein", "deel"),
    Screen.RESPONS: (*WHEN, *(f"respons_{name}" for name in RESPONS)),
    Screen.HERINNEREN: (*WHEN, "groep"),
    Screen.NAVRAGEN: (*WHEN, "werkplein", "status"),
    Screen.PLAUSIBILITEIT: (*WHEN, "regel"),
    Screen.INDICATIE: (*WHEN, "oordeel", "werkplein"),
    Screen.VRAGEN: (*WHEN, "vraag", "antwoord"),
    Screen.RAPPORTAGE: (*WHEN, "cijfers", "lezen", "hoofdstuk"),
    Screen.UPLOAD: (),
    Screen.LOGBOEK: tuple(f"logboek_{name}" for name in LOGBOEK),
    Screen.BEHEER: ("toegang", "rol"),
}


def known_name_near(screen: Screen, name: str) -> str | None:
    """Return the name that may be meant by one that this page does not know: "tertaal" for "tertal"."""
    found = get_close_matches(name.casefold()[:60], KNOWN[screen], n=1, cutoff=0.7)
    return found[0] if found else None

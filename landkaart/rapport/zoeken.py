"""A question read back in Dutch, and the werkpleinen that it found."""

import pandas as pd

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.band import Band
from landkaart.domein.rounding import whole_percent
from landkaart.domein.stand import TOTAAL
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.vergelijking import Richting
from landkaart.domein.zoeken import Hoe, Voorwaarde, Zoekvraag
from landkaart.programma.namen import AKO, WERKPLEINEN
from landkaart.rapport import dutch
from landkaart.rapport.row_names import row_in_sentence
from landkaart.rapport.tables import with_names

# So that they read as well of one werkplein as of more.
RICHTING_TEXTS = {
    Richting.VOORUIT: "met een hogere score dan in {}",
    Richting.GELIJK: "met dezelfde score als in {}",
    Richting.ACHTERUIT: "met een lagere score dan in {}",
    Richting.NIEUW: "zonder stand in {}",
}
ACTUALITEIT_TEXTS = {
    Actualiteit.DEZE_UITVRAAG: "bijgewerkt in deze uitvraag",
    Actualiteit.EERDER: "eerder bijgewerkt en nog actueel",
    Actualiteit.VEROUDERD: "met een verouderde invulling",
    Actualiteit.NOOIT: "zonder enige invulling",
}


def read_back(zoekvraag: Zoekvraag, beeld: Tertaalbeeld, found: int) -> str:
    """Say the count and all that was asked, in one sentence: "In 2009-2 zijn er 28 werkpleinen waar …"."""
    number = dutch.werkpleinen(found) if found else f"geen {WERKPLEINEN}"
    parts = [f"In {beeld.tertaal} {'is' if found == 1 else 'zijn'} er {number}", *other_conditions(zoekvraag, beeld)]
    return f"{' '.join(parts)}{voorwaarden_text(zoekvraag)}."


def other_conditions(zoekvraag: Zoekvraag, beeld: Tertaalbeeld) -> list[str]:
    """Write what is asked beside the bands, as parts of the sentence."""
    asked = [
        zoekvraag.provincie and f"in de provincie {zoekvraag.provincie}",
        zoekvraag.arbeidsmarktregio and f"in de arbeidsmarktregio {zoekvraag.arbeidsmarktregio}",
        zoekvraag.actualiteit and ACTUALITEIT_TEXTS[zoekvraag.actualiteit],
        zoekvraag.indicatie and f"met de {AKO}-indicatie ‘{zoekvraag.indicatie.label}’",
        zoekvraag.richting and RICHTING_TEXTS[zoekvraag.richting].format(beeld.tertaal.before()),
    ]
    return [part for part in asked if part]


def voorwaarden_text(zoekvraag: Zoekvraag) -> str:
    """Write the conditions: "waar A, B en C Volledig zijn", "waar A Niet is of B minstens Gedeeltelijk is"."""
    asked, last = zoekvraag.voorwaarden, "en" if zoekvraag.alle else "of"
    if not asked:
        return ""
    if len({(each.hoe, each.band) for each in asked}) == 1:
        verb = "zijn" if len(asked) > 1 and zoekvraag.alle else "is"
        return f" waar {dutch.enumeration([row_in_sentence(each.rij) for each in asked], last)} {band_text(asked[0])} {verb}"
    return f" waar {dutch.enumeration([f'{row_in_sentence(each.rij)} {band_text(each)} is' for each in asked], last)}"


def band_text(voorwaarde: Voorwaarde) -> str:
    """Write "minstens Gedeeltelijk"."""
    how = "" if voorwaarde.hoe is Hoe.IS else f"{voorwaarde.hoe.value} "
    return f"{how}{voorwaarde.band.label}"


def option_text(voorwaarde: Voorwaarde) -> str:
    """Write it as a choice: "Ketenjaarplan vastgesteld: minstens Gedeeltelijk"."""
    return f"{heading(voorwaarde.rij)}: {band_text(voorwaarde)}"


def heading(rij: str) -> str:
    """Write what a row is called at the head of something."""
    name = row_in_sentence(rij)
    return f"{name[0].upper()}{name[1:]}"


def results(zoekvraag: Zoekvraag, beeld: Tertaalbeeld) -> pd.DataFrame:
    """Give code, naam, score (shown, Int64), and the code of its band on each asked row (text); by naam."""
    found = zoekvraag.found(beeld)
    stand = beeld.stand.among(found)
    table = pd.DataFrame({"score": stand.scores().map(whole_percent).astype("Int64")}, stand.bands.index).reindex(found)
    for rij in dict.fromkeys(each.rij for each in zoekvraag.voorwaarden):
        table[column_of(rij)] = stand.bands_on(rij).map(lambda band: Band(band).code).reindex(found)
    return with_names(beeld, table)


def column_of(rij: str) -> str:
    """Return what the column of a row is called in a file."""
    return "totaal" if rij == TOTAAL else rij


def screen_table(table: pd.DataFrame) -> pd.DataFrame:
    """Put `results` on the screen: without the code, each band as its sign and label."""
    words = {band.code: band.signed for band in Band}
    asked = list(table.columns[3:])
    return table.drop(columns="code").assign(**{name: table[name].map(words, na_action="ignore") for name in asked})

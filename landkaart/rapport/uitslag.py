"""The answers to the questions on top of the 14: counted, to read, as a file."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pandas as pd

from landkaart.domein.typed_text import by_naam
from landkaart.domein.uitslag import Gezegd, Uitslag
from landkaart.rapport import dutch
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.herkomst import ANTWOORDEN
from landkaart.rapport.telling_figuur import Telklasse, telling_figuur


def uitslag_figuur(uitslag: Uitslag) -> Figuur:
    """Draw a bar per answer, and one for who said nothing."""
    rows = [Telklasse(klasse.value, klasse.label, len(uitslag.who(klasse))) for klasse in Gezegd]
    figuur = telling_figuur(f"Antwoorden van {uitslag.n} werkpleinen: {uitslag.tekst}", rows)
    return replace(figuur, levend=ANTWOORDEN)


def summary(uitslag: Uitslag) -> str:
    """Write "58 van 127 werkpleinen antwoordden: 28 ja en 30 nee."."""
    ja, nee = (dutch.count(len(uitslag.who(klasse))) for klasse in (Gezegd.JA, Gezegd.NEE))
    answered = f"{dutch.count(uitslag.beantwoord)} van {dutch.werkpleinen(uitslag.n)}"
    return f"{answered} {'antwoordde' if uitslag.beantwoord == 1 else 'antwoordden'}: {ja} ja en {nee} nee."


def reading_table(uitslag: Uitslag, namen: Mapping[str, str]) -> pd.DataFrame:
    """Give code, Werkplein, Antwoord, Toelichting (empty where there is none): everybody who was asked, by naam."""
    codes = sorted(uitslag.gezegd, key=lambda code: by_naam(namen[code]))
    found = {
        "code": codes,
        "Werkplein": [namen[code] for code in codes],
        "Antwoord": [uitslag.gezegd[code].label for code in codes],
        "Toelichting": [uitslag.toelichtingen.get(code) for code in codes],
    }
    return pd.DataFrame(found, dtype="str")


def counts_table(uitslagen: Iterable[Uitslag]) -> pd.DataFrame:
    """Give Vraag, then per answer how many werkpleinen, then how many were asked; a row per vraag."""
    rows = [{"Vraag": each.tekst} | {k.label: len(each.who(k)) for k in Gezegd} | {"Gevraagd": each.n} for each in uitslagen]
    return pd.DataFrame(rows)


def among(table: pd.DataFrame, asked: Mapping[str, str]) -> pd.DataFrame:
    """Return the rows of `file_table` that fit: of this `vraag`, with this `antwoord`, in which `zoeken` stands.

    What is looked for stands in the naam or in the toelichting, capitals and accents aside.

    Raises KeyError for an answer that is none.
    """
    fits = pd.Series(True, table.index)
    if "vraag" in asked:
        fits &= table["vraag"].eq(asked["vraag"])
    if "antwoord" in asked:
        klasse = Gezegd.by_code()[asked["antwoord"]]
        fits &= table["antwoord"].isna() if klasse is Gezegd.NIETS else table["antwoord"].eq(klasse.value)
    if wanted := by_naam(asked.get("zoeken", "").strip())[0]:
        texts = (table["naam"] + " " + table["toelichting"].fillna("")).map(lambda text: by_naam(text)[0])
        fits &= texts.str.contains(wanted, regex=False)
    return table[fits.fillna(False)]


def file_table(uitslagen: Iterable[Uitslag], namen: Mapping[str, str]) -> pd.DataFrame:
    """Give vraag, tekst, code, naam, antwoord (empty: not answered), toelichting; of each vraag everybody who was asked."""
    columns = ["vraag", "tekst", "code", "naam", "antwoord", "toelichting"]
    rows = [
        (each.vraag, each.tekst, code, namen[code], gezegd.value if gezegd is not Gezegd.NIETS else None, text or None)
        for each in uitslagen
        for code in sorted(each.gezegd, key=lambda code: by_naam(namen[code]))
        for gezegd, text in [(each.gezegd[code], each.toelichtingen.get(code))]
    ]
    return pd.DataFrame(rows, columns=columns, dtype="str")

"""The answers to the questions on top of the 14: counted, to read, as a file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from landkaart.domein.typed_text import by_naam, finder, levelled
from landkaart.domein.uitslag import Gezegd, Uitslag, written
from landkaart.domein.vraagvorm import VraagSoort, code_of
from landkaart.programma.namen import WERKPLEIN_KOP, WERKPLEINEN, WERKPLEINEN_KOP
from landkaart.rapport import dutch
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.herkomst import ANTWOORDEN
from landkaart.rapport.telling_figuur import Telklasse, telling_figuur


def uitslag_figuur(uitslag: Uitslag) -> Figuur:
    """Draw a bar per answer, and one for who said nothing."""
    rows = [Telklasse(code, label, len(uitslag.who(code))) for code, label in uitslag.klassen.items()]
    figuur = telling_figuur(f"Antwoorden van {uitslag.n} {WERKPLEINEN}: {uitslag.tekst}", rows)
    return replace(figuur, levend=ANTWOORDEN)


def summary(uitslag: Uitslag) -> str:
    """Write "58 van 127 werkpleinen antwoordden: 28 ja en 30 nee."; of numbers what they are together."""
    answered = f"{dutch.count(uitslag.beantwoord)} van {dutch.werkpleinen(uitslag.n)}"
    said = f"{answered} {'antwoordde' if uitslag.beantwoord == 1 else 'antwoordden'}"
    found = counted(uitslag)
    return f"{said}: {found}." if found else f"{said}."


def counted(uitslag: Uitslag) -> str:
    """Write what the answers are together; nothing where there is nothing to count."""
    if uitslag.vorm.soort is VraagSoort.GETAL:
        return numbers_text(uitslag)
    if uitslag.vorm.soort is VraagSoort.TEKST:
        return ""
    is_yes_no = uitslag.vorm.soort is VraagSoort.JA_NEE
    parts = [
        f"{dutch.count(len(uitslag.who(code)))} {label.lower() if is_yes_no else f'‘{label}’'}"
        for code, label in uitslag.said.items()
    ]
    return dutch.enumeration(parts)


def numbers_text(uitslag: Uitslag) -> str:
    """Write "samen 1.200 euro, gemiddeld 22,6, de middelste 20, van 0 t/m 80"."""
    found = uitslag.getallen
    if found is None:
        return ""
    together = f"samen {written(found.som)} {uitslag.vorm.eenheid}".rstrip()
    ends = f"van {written(found.kleinste)} t/m {written(found.grootste)}"
    return f"{together}, gemiddeld {written(found.gemiddelde, 1)}, de middelste {written(found.middelste)}, {ends}"


def shown(uitslag: Uitslag, code: str) -> str:
    """Write what a werkplein answered, or that it did not."""
    antwoord = uitslag.antwoorden.get(code)
    return Gezegd.NIETS.label if antwoord is None else uitslag.vorm.shown(antwoord)


def reading_table(uitslag: Uitslag, namen: Mapping[str, str]) -> pd.DataFrame:
    """Give code, Werkplein, Antwoord, Toelichting (empty where there is none): everybody who was asked, by naam."""
    codes = sorted(uitslag.gevraagd, key=lambda code: by_naam(namen[code]))
    found = {
        "code": codes,
        WERKPLEIN_KOP: [namen[code] for code in codes],
        "Antwoord": [shown(uitslag, code) for code in codes],
        "Toelichting": [uitslag.toelichtingen.get(code) for code in codes],
    }
    return pd.DataFrame(found, dtype="str")


def counts_table(uitslagen: Sequence[Uitslag]) -> pd.DataFrame:
    """Give Vraag, then per answer how many werkpleinen, then how many were asked; a row per vraag.

    Where not all are answered with ja or nee: Vraag, Antwoord, Werkpleinen; a row per answer.
    """
    if all(each.vorm.soort is VraagSoort.JA_NEE for each in uitslagen):
        rows = [
            {"Vraag": each.tekst} | {k.label: len(each.who(k)) for k in Gezegd} | {"Gevraagd": each.n} for each in uitslagen
        ]
        return pd.DataFrame(rows)
    found = [(each.tekst, label, len(each.who(code))) for each in uitslagen for code, label in each.klassen.items()]
    return pd.DataFrame(found, columns=["Vraag", "Antwoord", WERKPLEINEN_KOP])


def among(table: pd.DataFrame, asked: Mapping[str, str], uitslagen: Iterable[Uitslag]) -> pd.DataFrame:
    """Return the rows of `file_table` that fit: of this `vraag`, with this `antwoord`, in which `zoeken` stands.

    What is looked for stands in the naam, in a text that was answered or in the toelichting, capitals and accents aside.

    Raises KeyError for an answer that is none.
    """
    fits = pd.Series(True, table.index)
    if "vraag" in asked:
        fits &= table["vraag"].eq(asked["vraag"])
    if "antwoord" in asked:
        fits &= pd.Series(falls_in(table, asked["antwoord"], {each.vraag: each for each in uitslagen}), table.index, bool)
    has = finder(asked.get("zoeken", ""))
    fits &= pd.Series([has(levelled(text)) for text in searched(table)], table.index, bool)
    return table[fits.fillna(False)]


def searched(table: pd.DataFrame) -> list[str]:
    """Return the words of each row of `file_table` that can be looked for."""
    typed = table["antwoord"].where(table["soort"].eq(VraagSoort.TEKST.value))
    parts = (table["naam"], typed, table["toelichting"])
    return [" ".join(each for each in row if isinstance(each, str)) for row in zip(*parts, strict=True)]


def falls_in(table: pd.DataFrame, klasse: str, uitslagen: Mapping[str, Uitslag]) -> list[bool]:
    """Say of each row whether its answer falls in a class.

    Raises KeyError for a class that no vraag has.
    """
    if not any(klasse in each.klassen for each in uitslagen.values()) and klasse not in Gezegd.by_code():
        raise KeyError(klasse)
    pairs = zip(table["vraag"], table["code"], strict=True)
    return [uitslagen[vraag].klasse_of[code] == klasse for vraag, code in pairs]


def file_table(uitslagen: Iterable[Uitslag], namen: Mapping[str, str]) -> pd.DataFrame:
    """Give vraag, tekst, code, naam, antwoord (empty: not answered), toelichting, soort, eenheid.

    Of each vraag everybody who was asked.
    """
    columns = ["vraag", "tekst", "code", "naam", "antwoord", "toelichting", "soort", "eenheid"]
    rows = [
        (
            each.vraag,
            each.tekst,
            code,
            namen[code],
            code_of(each.antwoorden[code]) if code in each.antwoorden else None,
            each.toelichtingen.get(code),
            each.vorm.soort.value,
            each.vorm.eenheid or None,
        )
        for each in uitslagen
        for code in sorted(each.gevraagd, key=lambda code: by_naam(namen[code]))
    ]
    return pd.DataFrame(rows, columns=columns, dtype="str")

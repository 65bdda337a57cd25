"""What the rows of the tables are called: the total, the fasen (by naam) and the mijlpalen (by code).

A row is called in one way in a table, in another as a choice or a title, in a third within a sentence.
"""

from landkaart.domein.catalogus import catalogus
from landkaart.domein.stand import TOTAAL

TOTAL_ROW = "Gemiddelde score (totaal)"


def fase_titles() -> dict[str, str]:
    """Return what each row of table 2 is called, by label of the row: the total, then the fasen."""
    return {TOTAAL: TOTAL_ROW} | {fase.naam: fase.naam for fase in catalogus().fasen}


def mijlpaal_titles() -> dict[str, str]:
    """Return what each row of table 3 is called, by code, in catalogue order."""
    return {mijlpaal.code: mijlpaal.titel for mijlpaal in catalogus().mijlpalen}


def fase_headings() -> dict[str, str]:
    """Return the fase that begins at a mijlpaal, by code of that mijlpaal."""
    return {fase.mijlpalen[0].code: fase.naam for fase in catalogus().fasen}


def row_titles() -> dict[str, str]:
    """Return what every row is called where one is chosen, or heads something: "Totaalscore", "Fase: Realiseren"."""
    return {TOTAAL: "Totaalscore"} | {fase.naam: f"Fase: {fase.naam}" for fase in catalogus().fasen} | mijlpaal_titles()


def row_in_sentence(row: str) -> str:
    """Return what a row is called within a sentence: "de totale score", "de fase Realiseren", "Integrale teams".

    Raises KeyError for a row that does not exist.
    """
    return IN_SENTENCE[row]


def mijlpaal_title(code: str | None) -> str | None:
    """Return what a mijlpaal is called; one that left the catalogue keeps its code, and none stays none."""
    return code and TITLES.get(code, code)


TITLES = mijlpaal_titles()
IN_SENTENCE = {TOTAAL: "de totale score"} | {fase.naam: f"de fase {fase.naam}" for fase in catalogus().fasen} | TITLES

"""What this landkaart and the office that reads it are called, as sentences have it."""

import re

from landkaart.programma import programma

WORD = re.compile(r"\{([A-Z_]+)\}")

NAAM = programma().naam
AKO, AKO_VOLUIT = programma().landelijk, programma().landelijk_voluit
# "hoe ver de werkpleinen zijn met {ONDERWERP}"
ONDERWERP = programma().onderwerp
# What fills in, what reads it all in one go, and what each of them is called in a heading.
WERKPLEIN, WERKPLEINEN = programma().werkplein, programma().werkpleinen
TERTAAL, TERTALEN = programma().tertaal, programma().tertalen
WERKPLEIN_KOP, WERKPLEINEN_KOP, TERTAAL_KOP, TERTALEN_KOP = (
    word[0].upper() + word[1:] for word in (WERKPLEIN, WERKPLEINEN, TERTAAL, TERTALEN)
)
# As the templates of pages and files know them.
NAMEN = {"landkaart": NAAM, "ako_voluit": AKO_VOLUIT, "werkplein_kop": WERKPLEIN_KOP}
# As the texts in `content` name them.
WOORDEN = {
    "WERKPLEIN": WERKPLEIN,
    "WERKPLEINEN": WERKPLEINEN,
    "WERKPLEIN_KOP": WERKPLEIN_KOP,
    "WERKPLEINEN_KOP": WERKPLEINEN_KOP,
    "TERTAAL": TERTAAL,
    "TERTALEN": TERTALEN,
    "AKO": AKO,
    "N_MIJLPALEN": str(len(programma().mijlpalen)),
}


def in_own_words(text: str) -> str:
    """Fill in what this programme calls things; every other pair of braces stays as it is."""
    return WORD.sub(lambda found: WOORDEN.get(found[1], found[0]), text)

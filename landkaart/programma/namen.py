"""What this landkaart and the office that reads it are called, as sentences have it."""

from landkaart.programma import programma

NAAM = programma().naam
AKO, AKO_VOLUIT = programma().landelijk, programma().landelijk_voluit
# "hoe ver de werkpleinen zijn met {ONDERWERP}"
ONDERWERP = programma().onderwerp
# As the templates of pages and files know them.
NAMEN = {"landkaart": NAAM, "ako_voluit": AKO_VOLUIT}

"""How long personal data are kept; docs/veiligheid.md shows this table."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from landkaart.programma.namen import AKO, WERKPLEINEN


@dataclass(frozen=True)
class Termijn:
    """`wat` goes when it is older than `na`, counted from `vanaf`."""

    wat: str
    na: timedelta
    vanaf: str


class Termijnen(Enum):
    """Each is carried out by `db/actions/bewaartermijnen.py`, every night and by `python -m landkaart opruimen`."""

    SESSIES = Termijn("sessies", timedelta(days=7), "hun einde")
    LINKS = Termijn("links om binnen te komen", timedelta(days=7), "hun gebruik of verloop")
    TOKENS = Termijn("tokens voor programma's", timedelta(days=7), "hun intrekken of verloop")
    POGINGEN = Termijn("mislukte aanmeldingen en gevraagde links", timedelta(days=1), "de poging")
    UITNODIGINGEN = Termijn("accounts die nooit gebruikt zijn", timedelta(days=90), "het verloop van hun uitnodiging")
    ACCOUNTS = Termijn("accounts die uitgezet zijn", timedelta(days=365), "het uitzetten")
    POST = Termijn("namen en adressen bij verstuurde e-mails, ook in het logboek", timedelta(days=400), "het versturen")
    CONTACTEN = Termijn(f"vroegere contacten van {WERKPLEINEN} in het logboek", timedelta(days=400), "de wijziging")
    NAMENS = Termijn(f"wie antwoorden gaf aan het {AKO}, ook in het logboek", timedelta(days=400), "het opgeven")
    KOPIEEN = Termijn("half gemaakte reservekopieën", timedelta(days=1), "hun laatste wijziging")

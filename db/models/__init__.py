"""The tables: what we keep and what the database guards. Nothing is computed here."""

from db.models.base import MIJLPAAL_LENGTH, TOELICHTING_LENGTH
from db.models.landkaart import (
    Akkoord,
    AkoIndicatie,
    Antwoord,
    Indiening,
    IndieningAntwoord,
    Instelling,
    Invulling,
    Toelichting,
    Uitvraag,
    Vraag,
    VraagAntwoord,
    Werkplein,
    WerkpleinNaam,
)
from db.models.log import Logregel
from db.models.toegang import Account, AccountWerkplein, Poging, Sessie, Toegangslink

__all__ = [
    "MIJLPAAL_LENGTH",
    "TOELICHTING_LENGTH",
    "Account",
    "AccountWerkplein",
    "Akkoord",
    "AkoIndicatie",
    "Antwoord",
    "Indiening",
    "IndieningAntwoord",
    "Instelling",
    "Invulling",
    "Logregel",
    "Poging",
    "Sessie",
    "Toegangslink",
    "Toelichting",
    "Uitvraag",
    "Vraag",
    "VraagAntwoord",
    "Werkplein",
    "WerkpleinNaam",
]

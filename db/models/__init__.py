"""The tables: what we keep and what the database guards. Nothing is computed here."""

from db.models.base import MIJLPAAL_LENGTH, RAPPORT_TEKST_LENGTH, REDEN_LENGTH, TOELICHTING_LENGTH
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
from db.models.leren import Achterblijverslijst, AchterblijverslijstRegel, Afspraak, Prognose
from db.models.log import Logregel
from db.models.namens import IndieningNamens, Namens
from db.models.navraag import Navraag, NavraagOpgave
from db.models.post import Bericht, BerichtWerkplein, GeplandePost, Mailing, Onbestelbaar
from db.models.rapport import Kengetal, PlanAfspraak, PlanStand
from db.models.rapportage import RapportOpzet, RapportTekst
from db.models.toegang import Account, AccountWerkplein, Apitoken, Noodcode, Poging, Sessie, Terugkeer, Toegangslink
from db.models.uitnodiging import Uitnodiging, Uitnodigingsronde
from db.models.uitvraag import Heruitgave, Momentopname, MomentopnameStand, Terugname, Uitstel, Vrijstelling

__all__ = [
    "MIJLPAAL_LENGTH",
    "RAPPORT_TEKST_LENGTH",
    "REDEN_LENGTH",
    "TOELICHTING_LENGTH",
    "Account",
    "AccountWerkplein",
    "Achterblijverslijst",
    "AchterblijverslijstRegel",
    "Afspraak",
    "Akkoord",
    "AkoIndicatie",
    "Antwoord",
    "Apitoken",
    "Bericht",
    "BerichtWerkplein",
    "GeplandePost",
    "Heruitgave",
    "Indiening",
    "IndieningAntwoord",
    "IndieningNamens",
    "Instelling",
    "Invulling",
    "Kengetal",
    "Logregel",
    "Mailing",
    "Momentopname",
    "MomentopnameStand",
    "Namens",
    "Navraag",
    "NavraagOpgave",
    "Noodcode",
    "Onbestelbaar",
    "PlanAfspraak",
    "PlanStand",
    "Poging",
    "Prognose",
    "RapportOpzet",
    "RapportTekst",
    "Sessie",
    "Terugkeer",
    "Terugname",
    "Toegangslink",
    "Toelichting",
    "Uitnodiging",
    "Uitnodigingsronde",
    "Uitstel",
    "Uitvraag",
    "Vraag",
    "VraagAntwoord",
    "Vrijstelling",
    "Werkplein",
    "WerkpleinNaam",
]

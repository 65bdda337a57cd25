"""Who may do what. `mag` answers from the facts; `db.act.Act.require` raises, with the facts of that very moment."""

from dataclasses import dataclass
from enum import Enum

from landkaart.domein.rollen import Rol
from landkaart.programma.namen import AKO, TERTAAL, WERKPLEIN, WERKPLEINEN


class Recht(Enum):
    """The value is the sentence that a person reads when it is refused."""

    LANDELIJK_ZIEN = "U mag de landelijke pagina's niet zien."
    INVULLEN = f"U mag de landkaart van dit {WERKPLEIN} niet invullen."
    NAMENS_INVULLEN = f"U mag de landkaart niet namens een {WERKPLEIN} invullen."
    LOGBOEK_ZIEN = f"U mag het logboek van dit {WERKPLEIN} niet zien."
    ACCOUNTS_BEHEREN = "U mag geen accounts beheren."
    WERKPLEINEN_BEHEREN = f"U mag geen {WERKPLEINEN} beheren."
    EIGEN_ACCOUNT = "U mag dit account niet wijzigen."
    GEGEVENS_LADEN = "U mag geen gegevens inlezen."
    OEFENLANDKAART_LADEN = "U mag de landkaart van 2009 niet laden."
    UITVRAAG_UITVOEREN = "U mag geen uitvraag uitvoeren."
    POST_VERSTUREN = "U mag geen post van een uitvraag versturen."
    RESPONS_ZIEN = "U mag de respons niet zien."
    INDICATIE_GEVEN = f"U mag geen {AKO}-indicatie geven."
    LIJST_VASTSTELLEN = "U mag de lijst van achterblijvers niet vaststellen."
    RAPPORT_MAKEN = "U mag geen rapport maken."
    KENGETALLEN_WIJZIGEN = "U mag geen kengetallen wijzigen."
    PLAN_WIJZIGEN = "U mag de afspraken van het Plan van Aanpak niet wijzigen."
    CONTACT_WIJZIGEN = f"U mag het contact van dit {WERKPLEIN} niet wijzigen."
    COLLEGAS_BEHEREN = f"U mag de collega's van dit {WERKPLEIN} niet uitnodigen of weghalen."
    AFSPRAKEN_MAKEN = f"U mag geen afspraken van dit {WERKPLEIN} vastleggen."
    NAVRAAG_STELLEN = f"U mag geen navraag doen bij een {WERKPLEIN}."
    NAVRAAG_BEANTWOORDEN = f"U mag geen navraag bij dit {WERKPLEIN} beantwoorden."
    KLOK_BEVESTIGEN = "U mag de klok van de server niet bevestigen."
    GEGEVENS_OPRUIMEN = "U mag geen gegevens opruimen."
    MOMENTOPNAME_NEMEN = f"U mag geen momentopname van een {TERTAAL} nemen."

    @property
    def weigering(self) -> str:
        return self.value


class Weg(Enum):
    """The way a change came in, as the log keeps it."""

    FORMULIER = "formulier"
    NAMENS = "namens"
    IMPORT = "import"
    OPDRACHTREGEL = "opdrachtregel"
    NA_SLUITING = "import na sluiting"
    KLOK = "klok"

    @property
    def by_hand(self) -> bool:
        """Say whether somebody filled in one answer after the other, for his own werkplein or on behalf of another."""
        return self in (Weg.FORMULIER, Weg.NAMENS)

    def whose(self, naam: str) -> str:
        """Say who did it, as readers of a form see it."""
        return f"{naam}, namens het {WERKPLEIN}" if self is Weg.NAMENS else naam


# What a role may everywhere, and what only for its own werkplein.
EVERYWHERE = {
    Rol.WERKPLEIN: {Recht.LANDELIJK_ZIEN, Recht.EIGEN_ACCOUNT},
    Rol.AKO: {
        Recht.LANDELIJK_ZIEN,
        Recht.LOGBOEK_ZIEN,
        Recht.UITVRAAG_UITVOEREN,
        Recht.POST_VERSTUREN,
        Recht.RESPONS_ZIEN,
        Recht.INDICATIE_GEVEN,
        Recht.LIJST_VASTSTELLEN,
        Recht.NAVRAAG_STELLEN,
        Recht.NAMENS_INVULLEN,
        Recht.RAPPORT_MAKEN,
        Recht.KENGETALLEN_WIJZIGEN,
        Recht.GEGEVENS_LADEN,
        Recht.PLAN_WIJZIGEN,
        Recht.KLOK_BEVESTIGEN,
        Recht.CONTACT_WIJZIGEN,
        Recht.EIGEN_ACCOUNT,
    },
    Rol.BEHEER: {
        Recht.LANDELIJK_ZIEN,
        Recht.LOGBOEK_ZIEN,
        Recht.ACCOUNTS_BEHEREN,
        Recht.WERKPLEINEN_BEHEREN,
        Recht.KLOK_BEVESTIGEN,
        Recht.GEGEVENS_LADEN,
        Recht.RESPONS_ZIEN,
        Recht.CONTACT_WIJZIGEN,
        Recht.EIGEN_ACCOUNT,
    },
    Rol.LEZER: {Recht.LANDELIJK_ZIEN, Recht.EIGEN_ACCOUNT},
}
# What time brings about by itself, whoever happened to come by.
BY_ITSELF = {Recht.MOMENTOPNAME_NEMEN, Recht.GEGEVENS_OPRUIMEN, Recht.POST_VERSTUREN}
OWN_ONLY = {
    Rol.WERKPLEIN: {
        Recht.INVULLEN,
        Recht.LOGBOEK_ZIEN,
        Recht.CONTACT_WIJZIGEN,
        Recht.AFSPRAKEN_MAKEN,
        Recht.NAVRAAG_BEANTWOORDEN,
    }
}
# What is left to the coördinator of a werkplein.
COORDINATOR_ONLY = {Recht.COLLEGAS_BEHEREN}


@dataclass(frozen=True)
class Gebruiker:
    """Who says he is at work: an account in a session. Whoever has a shell on the server is the operator.

    It proves nothing by itself: what the account may is looked up each time it writes.
    """

    naam: str
    weg: Weg
    account_id: int | None = None
    sessie_id: int | None = None

    @property
    def operator(self) -> bool:
        return self.account_id is None and self.weg is Weg.OPDRACHTREGEL

    def needs_no_account(self, recht: Recht) -> bool:
        """Say whether no account is asked for: the operator may everything, the clock only what time brings about."""
        return self.operator or (self.account_id is None and self.weg is Weg.KLOK and recht in BY_ITSELF)


@dataclass(frozen=True)
class Bevoegdheid:
    """What is true of an account at a moment; `werkpleinen` are the codes of its own, `coordinator_van` some of them."""

    rol: Rol
    werkpleinen: frozenset[str] = frozenset()
    coordinator_van: frozenset[str] = frozenset()


def operator() -> Gebruiker:
    return Gebruiker("opdrachtregel", Weg.OPDRACHTREGEL)


def klok() -> Gebruiker:
    """Return who did what nobody did: a moment passed."""
    return Gebruiker("klok", Weg.KLOK)


def mag(bevoegdheid: Bevoegdheid, recht: Recht, werkplein: str | None = None) -> bool:
    """Say whether one may, from the facts. `werkplein`: the one it is about; None asks about all of them."""
    if recht in EVERYWHERE[bevoegdheid.rol]:
        return True
    if recht in COORDINATOR_ONLY:
        return bevoegdheid.rol is Rol.WERKPLEIN and werkplein in bevoegdheid.coordinator_van
    return recht in OWN_ONLY.get(bevoegdheid.rol, ()) and werkplein in bevoegdheid.werkpleinen


def mag_ergens(bevoegdheid: Bevoegdheid, recht: Recht) -> bool:
    """Say whether there is any werkplein for which one may: a page that is worth showing in the menu."""
    return mag(bevoegdheid, recht) or any(mag(bevoegdheid, recht, code) for code in bevoegdheid.werkpleinen)

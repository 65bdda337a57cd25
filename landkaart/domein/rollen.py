"""The roles, each with the sentence that says what it is."""

from landkaart.domein.labelled import Labelled
from landkaart.programma.namen import AKO, WERKPLEIN, WERKPLEIN_KOP, WERKPLEINEN


class Rol(Labelled):
    """The value is kept in the database, `label` and `zin` are what people read."""

    WERKPLEIN = "werkplein", WERKPLEIN_KOP
    AKO = "ako", AKO
    BEHEER = "beheer"
    LEZER = "lezer"

    @property
    def zin(self) -> str:
        return ZINNEN[self]


ZINNEN = {
    Rol.WERKPLEIN: f"Vult de landkaart van het eigen {WERKPLEIN} in en ziet alle landelijke pagina's.",
    Rol.AKO: f"Ziet alles, voert de uitvragen uit en geeft de {AKO}-indicatie.",
    Rol.BEHEER: f"Beheert accounts en {WERKPLEINEN} en ziet het hele logboek.",
    Rol.LEZER: "Ziet de landelijke pagina's.",
}

"""The roles, each with the sentence that says what it is."""

from landkaart.domein.labelled import Labelled
from landkaart.programma.namen import AKO


class Rol(Labelled):
    """The value is kept in the database, `label` and `zin` are what people read."""

    WERKPLEIN = "werkplein"
    AKO = "ako", AKO
    BEHEER = "beheer"
    LEZER = "lezer"

    @property
    def zin(self) -> str:
        return ZINNEN[self]


ZINNEN = {
    Rol.WERKPLEIN: "Vult de landkaart van het eigen werkplein in en ziet alle landelijke pagina's.",
    Rol.AKO: f"Ziet alles, voert de uitvragen uit en geeft de {AKO}-indicatie.",
    Rol.BEHEER: "Beheert accounts en werkpleinen en ziet het hele logboek.",
    Rol.LEZER: "Ziet de landelijke pagina's.",
}

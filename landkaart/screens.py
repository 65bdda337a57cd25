"""The screens by their address, for whoever sends somebody to one: a mail, the sign-in, another screen."""

from enum import StrEnum


class Screen(StrEnum):
    """The value is the address, and the name of the folder in `pages/`. `pages/contents.py` says what each is."""

    LANDELIJK = "landelijk"
    KAART = "kaart"
    ONTWIKKELING = "ontwikkeling"
    HEATMAP = "heatmap"
    ACHTERBLIJVERS = "achterblijvers"
    ZOEKEN = "zoeken"
    PROGNOSE = "prognose"
    UITLEG = "uitleg"
    INVULLEN = "invullen"
    WERKPLEIN = "werkplein"
    LEREN = "leren"
    UITVRAAG = "uitvraag"
    RESPONS = "respons"
    HERINNEREN = "herinneren"
    INDICATIE = "indicatie"
    VRAGEN = "vragen"
    LOGBOEK = "logboek"
    BEHEER = "beheer"

    @property
    def path(self) -> str:
        """From the root of the site: "/invullen"."""
        return f"/{self.value}"


# What one gets at the address of the site itself.
DEFAULT = Screen.LANDELIJK

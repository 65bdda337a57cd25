"""The addresses on this site, for whoever sends somebody to one: a mail, the sign-in, another screen."""

from enum import StrEnum


class Screen(StrEnum):
    """The value is the address, and the name of the folder in `pages/`. `pages/contents.py` says what each is."""

    BEGIN = "begin"
    LANDELIJK = "landelijk"
    KAART = "kaart"
    ONTWIKKELING = "ontwikkeling"
    HEATMAP = "heatmap"
    ACHTERBLIJVERS = "achterblijvers"
    ZOEKEN = "zoeken"
    PROGNOSE = "prognose"
    KENGETALLEN = "kengetallen"
    PLAN = "plan"
    UITLEG = "uitleg"
    HANDLEIDING = "handleiding"
    INVULLEN = "invullen"
    WERKPLEIN = "werkplein"
    COLLEGAS = "collegas"
    LEREN = "leren"
    UITVRAAG = "uitvraag"
    RESPONS = "respons"
    HERINNEREN = "herinneren"
    NAVRAGEN = "navragen"
    PLAUSIBILITEIT = "plausibiliteit"
    INDICATIE = "indicatie"
    VRAGEN = "vragen"
    RAPPORTAGE = "rapportage"
    UPLOAD = "upload"
    LOGBOEK = "logboek"
    BEHEER = "beheer"

    @property
    def path(self) -> str:
        """From the root of the site: "/invullen"."""
        return f"/{self.value}"


# What one gets at the address of the site itself.
DEFAULT = Screen.BEGIN


class PlainPage(StrEnum):
    """The pages that stand outside Streamlit: coming in, going out, one's own account. The value is the path."""

    INLOGGEN = "/inloggen"
    UITLOGGEN = "/uitloggen"
    WACHTWOORD_VERGETEN = "/wachtwoord-vergeten"
    # A token follows: see `toegangslink`.
    TOEGANG = "/toegang"
    ACCOUNT = "/account"
    ACCOUNT_WACHTWOORD = "/account/wachtwoord"
    ACCOUNT_ADRES = "/account/adres"
    ACCOUNT_TWEEDE_FACTOR = "/account/tweede-factor"
    ACCOUNT_TOKENS = "/account/tokens"
    OIDC_START = "/oidc/start"
    OIDC_TERUG = "/oidc/terug"
    OIDC_CODE = "/oidc/code"


def toegangslink(adres: str, token: str) -> str:
    """Return the link that lets somebody in once; `adres`: where the landkaart is found."""
    return f"{adres}{PlainPage.TOEGANG}/{token}"

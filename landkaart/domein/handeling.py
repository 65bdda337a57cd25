"""What can be done to the data, as the log names it."""

from landkaart.domein.labelled import Labelled
from landkaart.programma.namen import AKO, WERKPLEIN_KOP


class Handeling(Labelled):
    """The value is kept in the log, `label` is what readers see."""

    ANTWOORD = "antwoord"
    BEVESTIGING = "bevestiging"
    TOELICHTING = "toelichting"
    INDIENING = "indiening"
    WERKPLEIN = "werkplein", WERKPLEIN_KOP
    UITVRAAG = "uitvraag"
    VRAAG = "vraag"
    VRAAGANTWOORD = "vraagantwoord", "Antwoord op een vraag"
    AKO_INDICATIE = "ako_indicatie", f"{AKO}-indicatie"
    OVERNAME = "overname", f"{AKO}-indicatie overgenomen"
    INLEZEN = "inlezen", "Bestanden ingelezen"
    AKKOORD = "akkoord"
    ACCOUNT = "account"
    AANMELDING = "aanmelding"
    UITSTEL = "uitstel"
    VRIJSTELLING = "vrijstelling"
    MOMENTOPNAME = "momentopname"
    TERUGNAME = "terugname", "Momentopname teruggenomen"
    HERUITGAVE = "heruitgave", "Nieuwe editie gemaakt"
    OPRUIMEN = "opruimen", "Persoonsgegevens opgeruimd"
    KLOK = "klok", "Klok bevestigd"
    MAILING = "mailing", "E-mail verstuurd"
    GEPLANDE_POST = "geplande_post", "Geplande e-mail gewijzigd"
    ONBESTELBAAR = "onbestelbaar", "E-mailadres onbestelbaar"
    UITNODIGING = "uitnodiging", "Uitnodiging verstuurd"
    CONTACT = "contact"
    AFSPRAAK = "afspraak"
    NAVRAAG = "navraag"
    NAMENS = "namens", f"Invullen namens het {WERKPLEIN}"
    KENGETAL = "kengetal"
    PLAN_AFSPRAAK = "plan_afspraak", "Afspraak Plan van Aanpak"
    ACHTERBLIJVERSLIJST = "achterblijverslijst", "Lijst van achterblijvers"
    RAPPORT = "rapport", "Rapportage"

    @property
    def counts(self) -> bool:
        """Say whether it can change a national figure, or what is asked of a werkplein."""
        return self in (
            Handeling.INDIENING,
            Handeling.WERKPLEIN,
            Handeling.UITVRAAG,
            Handeling.VRAAG,
            Handeling.UITSTEL,
            Handeling.VRIJSTELLING,
            Handeling.AKO_INDICATIE,
            Handeling.OVERNAME,
            Handeling.INLEZEN,
            Handeling.MOMENTOPNAME,
            Handeling.TERUGNAME,
            Handeling.HERUITGAVE,
        )

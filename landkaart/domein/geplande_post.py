"""What an uitvraag sends by itself: which mails, when each is due, and how each of them stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from landkaart.domein.clock import AMSTERDAM, moment_of, on_clock
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.herinnering import BerichtStatus, PostSoort, require_subject, require_text, standard_texts
from landkaart.domein.labelled import Labelled
from landkaart.domein.uitvraag import Uitvraag

# As in 2009: who is out of date is asked once more in the last week.
BEFORE_CLOSING = timedelta(days=7)
# A mail of the middle of the night is at the bottom of the pile by the time somebody reads.
FIRST_HOUR = time(9)


class PostStand(Labelled):
    """How a planned mail stands. `op_komst`: its moment is to come; `te_laat`: it is past, and it did not leave yet."""

    UIT = "uit", "staat uit"
    OP_KOMST = "op_komst", "gaat vanzelf weg"
    TE_LAAT = "te_laat", "nog niet weg"
    WEG = "weg", "weg"
    VERVALLEN = "vervallen", "vervallen"


@dataclass(frozen=True)
class PostInhoud:
    """What somebody can change of one. `moment`: on the clock of Amsterdam, without a zone; a bevestiging has none."""

    onderwerp: str
    tekst: str
    aan: bool
    moment: datetime | None


@dataclass(frozen=True)
class GeplandePost:
    """One planned mail of an uitvraag. `gekozen`: the moment that somebody chose, None while it follows the dates.

    `mailing_id`: what it became when it left; `vervallen`: why it never will, in a sentence for the reader.
    """

    soort: PostSoort
    onderwerp: str
    tekst: str
    aan: bool
    gekozen: datetime | None = None
    mailing_id: int | None = None
    vervallen: str | None = None

    @classmethod
    def usual(cls, soort: PostSoort, aan: bool = False) -> "GeplandePost":
        """Return what it is when nobody changed it; without an uitvraag that was planned here it is off."""
        return cls(soort, *standard_texts()[soort], aan)

    def moment(self, uitvraag: Uitvraag) -> datetime | None:
        """Return when it leaves, in UTC; None for a bevestiging, which leaves when somebody submits."""
        return self.gekozen or usual_moment(self.soort, uitvraag)

    def stand(self, uitvraag: Uitvraag, now: datetime) -> PostStand:
        """Judge how it stands at a moment."""
        if self.mailing_id is not None:
            return PostStand.WEG
        if self.vervallen is not None:
            return PostStand.VERVALLEN
        if not self.aan:
            return PostStand.UIT
        return PostStand.TE_LAAT if self.is_due(uitvraag, now) else PostStand.OP_KOMST

    def is_due(self, uitvraag: Uitvraag, now: datetime) -> bool:
        """Say whether it should have left by now; never before the opening, whatever was chosen."""
        moment = self.moment(uitvraag)
        waits = self.aan and self.mailing_id is None and self.vervallen is None
        return waits and moment is not None and max(moment, uitvraag.opent) <= now


def usual_moment(soort: PostSoort, uitvraag: Uitvraag) -> datetime | None:
    """Return when it leaves by the dates of the uitvraag: at nine, where they name a midnight."""
    if soort is PostSoort.BEVESTIGING:
        return None
    days = {
        PostSoort.OPENING: on_clock(uitvraag.opent),
        PostSoort.HERINNERING: on_clock(uitvraag.herinnering),
        PostSoort.DRINGEND: on_clock(uitvraag.sluit) - BEFORE_CLOSING,
    }
    shown = days[soort]
    # Not `moment_of`: nobody chose it, so an hour that does not exist is the one after it.
    found = (datetime.combine(shown, FIRST_HOUR) if shown.time() == time() else shown).replace(tzinfo=AMSTERDAM)
    found = found.astimezone(UTC)
    # Of an uitvraag that is open for a day or two.
    return found if uitvraag.opent <= found < uitvraag.sluit else uitvraag.opent


def require_inhoud(soort: PostSoort, inhoud: PostInhoud, uitvraag: Uitvraag, now: datetime) -> GeplandePost:
    """Return what was filled in as it can be kept: a moment that is the usual one keeps following the dates.

    Raises OngeldigeInvoer.
    """
    words = require_subject(inhoud.onderwerp), require_text(inhoud.tekst)
    if soort is PostSoort.BEVESTIGING:
        return GeplandePost(soort, *words, inhoud.aan)
    if inhoud.moment is None:
        raise OngeldigeInvoer("Kies een dag en een uur waarop deze e-mail weggaat.")
    chosen = moment_of(inhoud.moment)
    if inhoud.aan and chosen <= now:
        raise OngeldigeInvoer("Dit moment is voorbij. Kies een later moment, of zet deze e-mail uit.")
    if inhoud.aan and not uitvraag.opent <= chosen < uitvraag.sluit:
        raise OngeldigeInvoer("Kies een moment vanaf de opening en vóór de sluiting van de uitvraag.")
    return GeplandePost(soort, *words, inhoud.aan, None if chosen == usual_moment(soort, uitvraag) else chosen)


@dataclass(frozen=True)
class PostBeeld:
    """One planned mail as it stands. `moment`: when it left or will, None for a bevestiging.

    `adressen`: how many would get it now; `aantallen`: its mails by what came of them, each that there is; `belemmering`:
    what stands in its way, a sentence without a capital.
    """

    post: GeplandePost
    stand: PostStand
    moment: datetime | None
    adressen: int
    aantallen: Mapping[BerichtStatus, int]
    belemmering: str | None

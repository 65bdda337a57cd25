"""Reminding: whom, of what, in which words, and what can come of a mail."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib.resources import files

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.fouten import Fout, OngeldigeInvoer
from landkaart.domein.labelled import Labelled
from landkaart.domein.rechten import klok
from landkaart.domein.respons import Klasse, Reactie, Respons, Stap
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.typed_text import clean, is_one_line
from landkaart.domein.uitvraag import Uitvraag
from landkaart.programma.namen import in_own_words

# Asking the same werkpleinen again within this time wants a second thought.
SOON = timedelta(hours=24)
# Who claimed a mail and was not heard of for this long is gone; longer than any sending takes.
GONE = timedelta(minutes=15)
PLACES = ("werkplein", "tertaal", "sluit", "link")
LONGEST_SUBJECT, LONGEST_TEXT = 150, 4000


class HerinnerGroep(Labelled):
    """Who is reminded. The value is kept in the database, `label` is what readers see."""

    NIET_BEGONNEN = "niet_begonnen", "Nog niet begonnen"
    DEELS = "deels", "Begonnen, nog niet alles beoordeeld"
    NIET_INGEDIEND = "niet_ingediend", "Alles ingevuld, niet ingediend"
    VEROUDERD = "verouderd", "Verouderd of nooit ingediend"

    def takes(self, reactie: Reactie, uitvraag: Uitvraag, now: datetime) -> bool:
        """Say whether it is one of the group; never one that submitted, need not answer, or cannot answer at this moment."""
        if not still_has_to(reactie, uitvraag, now):
            return False
        return is_out_of_date(reactie) if self is HerinnerGroep.VEROUDERD else reactie.klasse in KLASSEN[self]

    def counted_in(self, found: Respons) -> int:
        """Return how many the respons counts in it, whether they can be reminded or not."""
        if self is HerinnerGroep.VEROUDERD:
            return found.per_actualiteit[Actualiteit.VEROUDERD] + found.per_actualiteit[Actualiteit.NOOIT]
        return sum(found.per_klasse[klasse] for klasse in KLASSEN[self])


class PostSoort(Labelled):
    """The mails that an uitvraag sends by itself, in the order in which they leave; who gets each stands in `takes`."""

    OPENING = "opening", "Openingsmail"
    HERINNERING = "herinnering", "Herinnering"
    DRINGEND = "dringend", "Dringende herinnering"
    BEVESTIGING = "bevestiging", "Bevestiging"

    def takes(self, reactie: Reactie, uitvraag: Uitvraag, now: datetime) -> bool:
        """Say whether it is for this werkplein now: a bevestiging for who submitted, the others for who still has to."""
        if self is PostSoort.BEVESTIGING:
            return reactie.klasse.stap is Stap.BINNEN
        return still_has_to(reactie, uitvraag, now) and (self is not PostSoort.DRINGEND or is_out_of_date(reactie))


# To whom a mailing goes: a group that somebody chose, or one that the clock sends to.
Groep = HerinnerGroep | PostSoort


def as_groep(code: str) -> Groep:
    """Return the group with this code, of either kind."""
    return PostSoort(code) if code in PostSoort.by_code() else HerinnerGroep(code)


def still_has_to(reactie: Reactie, uitvraag: Uitvraag, now: datetime) -> bool:
    """Say whether it can answer at this moment, and somebody waits for it."""
    may = uitvraag.opent <= now < (reactie.uitstel or uitvraag.sluit)
    return may and reactie.klasse.stap not in (Stap.BINNEN, Stap.HOEFT_NIET)


def is_out_of_date(reactie: Reactie) -> bool:
    return reactie.actualiteit in (Actualiteit.VEROUDERD, Actualiteit.NOOIT)


class BerichtStatus(Labelled):
    """What came of a mail. Only what is `wacht` is ever sent."""

    WACHT = "wacht", "wacht nog"
    BEZIG = "bezig", "bezig"
    VERZONDEN = "verzonden", "verzonden"
    MISLUKT = "mislukt", "mislukt"
    ONZEKER = "onzeker", "misschien aangekomen"
    OVERGESLAGEN = "overgeslagen", "overgeslagen"


# A mail that arrived, may have, or will.
REACHED = (BerichtStatus.VERZONDEN, BerichtStatus.ONZEKER, BerichtStatus.BEZIG, BerichtStatus.WACHT)


@dataclass(frozen=True)
class Ontvanger:
    """One address, and the werkpleinen that it is reminded of: (code, naam), by naam."""

    adres: str
    naam: str
    werkpleinen: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Brief:
    """One mail that is to leave. `sluit`: the first moment that is too late for (the first of) its werkpleinen.

    `token`: of a link to choose a password with, for who has none; `heeft_account`: false for a contact without one.
    """

    bericht_id: int
    ontvanger: Ontvanger
    tertaal: Tertaal
    sluit: datetime
    onderwerp: str
    tekst: str
    token: str | None = None
    heeft_account: bool = True


@dataclass(frozen=True)
class Herinnering:
    """What is to be said to whom; nothing in it was judged yet. The words hold the `PLACES` that each mail fills in."""

    tertaal: Tertaal
    groep: Groep
    onderwerp: str
    tekst: str


@dataclass(frozen=True)
class Bericht:
    """One mail of a mailing as it stands; `werkpleinen`: naam of each."""

    adres: str
    naam: str
    status: BerichtStatus
    melding: str | None
    gewijzigd_op: datetime
    werkpleinen: tuple[str, ...]


@dataclass(frozen=True)
class Mailing:
    """`aantallen`: how many mails by status, each that there is. `meegegeven`: how many of them went along as a file."""

    id: int
    groep: Groep
    onderwerp: str
    door: str
    gemaakt_op: datetime
    aantallen: Mapping[BerichtStatus, int]
    meegegeven: int = 0

    @property
    def by_itself(self) -> bool:
        """Tell whether it left by the clock, and not because somebody pressed a button."""
        return self.door == klok().naam

    @property
    def als_bestand(self) -> bool:
        return self.meegegeven > 0

    def count(self, *kinds: BerichtStatus) -> int:
        return sum(self.aantallen.get(kind, 0) for kind in kinds)

    @property
    def n(self) -> int:
        return sum(self.aantallen.values())

    @property
    def reached(self) -> int:
        """Count how many it reached, may have reached, or will."""
        return self.count(*REACHED)

    def is_recent(self, groep: HerinnerGroep, now: datetime) -> bool:
        """Tell whether this group was reminded by it too short ago to be asked again without a second thought.

        What left by the clock went to everybody who still had to, or to all that are out of date.
        """
        also = {PostSoort.OPENING, PostSoort.HERINNERING}
        if groep is HerinnerGroep.VEROUDERD:
            also.add(PostSoort.DRINGEND)
        return (self.groep is groep or self.groep in also) and self.reached > 0 and self.gemaakt_op > now - SOON


class KortGeleden(Fout):
    """The same group was reminded less than a day ago."""


def per_adres(reacties: Iterable[Reactie]) -> tuple[list[Ontvanger], list[Reactie]]:
    """Return who gets a mail, each address once and in order of address; and the werkpleinen where nobody is reached."""
    names: dict[str, str] = {}
    about: dict[str, list[tuple[str, str]]] = {}
    unreachable = []
    for reactie in reacties:
        for person in reactie.bereikbaar:
            names.setdefault(person.adres, person.naam)
            about.setdefault(person.adres, []).append((reactie.code, reactie.naam))
        if not reactie.bereikbaar:
            unreachable.append(reactie)
    return [Ontvanger(adres, names[adres], tuple(about[adres])) for adres in sorted(about)], unreachable


@cache
def standard_texts() -> dict[Groep, tuple[str, str]]:
    """Return subject and text to begin with, by group."""
    read = tomllib.loads(in_own_words(files("landkaart").joinpath("content/herinneringen.toml").read_text(encoding="utf-8")))
    groups = (*HerinnerGroep, *PostSoort)
    return {groep: (read[groep.value]["onderwerp"], read[groep.value]["tekst"].strip()) for groep in groups}


def require_subject(text: str) -> str:
    """Return it, trimmed and on one line.

    Raises OngeldigeInvoer.
    """
    found = require_places(clean(text, LONGEST_SUBJECT))
    if not is_one_line(found):
        raise OngeldigeInvoer("Vul een onderwerp in, op één regel.")
    return found


def require_text(text: str) -> str:
    """Return it, trimmed; it must say where the form is.

    Raises OngeldigeInvoer.
    """
    found = require_places(clean(text, LONGEST_TEXT))
    if "{link}" not in found:
        raise OngeldigeInvoer("Zet {link} in de tekst: dan staat er hoe men bij het formulier komt.")
    return found


def require_places(text: str) -> str:
    unknown = [found for found in re.findall(r"\{([^{}\n]*)\}", text) if found not in PLACES]
    if unknown:
        known = ", ".join(f"{{{name}}}" for name in PLACES)
        raise OngeldigeInvoer(f"{{{unknown[0]}}} kan niet ingevuld worden. Dit kan wel: {known}.")
    return text


def fill_places(text: str, values: Mapping[str, str]) -> str:
    """Fill in each place once: what is filled in is not looked through again."""
    return re.sub(r"\{(" + "|".join(PLACES) + r")\}", lambda match: values[match[1]], text)


KLASSEN = {
    HerinnerGroep.NIET_BEGONNEN: {Klasse.NIET_GEKOMEN},
    HerinnerGroep.DEELS: {Klasse.GEKOMEN, Klasse.DEELS},
    HerinnerGroep.NIET_INGEDIEND: {Klasse.INGEVULD},
}

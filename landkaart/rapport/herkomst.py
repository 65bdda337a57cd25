"""Where figures come from, on whatever leaves: which tertaal, how fixed, of how many, chosen how, made when and by whom."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.uitvraag import closing
from landkaart.programma.namen import AKO, NAAM, TERTAAL_KOP
from landkaart.rapport import dutch
from landkaart.rapport.explanation import RECONSTRUCTION
from landkaart.rapport.momentopname import frozen_text

SOURCE = NAAM
TITLE = "Herkomst"
FILE = "herkomst.txt"
# What goes on after a closing, as `Getoond.levend` has it.
OORDELEN, ANTWOORDEN = f"{AKO}-indicatie", "Antwoorden"


@dataclass(frozen=True)
class Gemaakt:
    """By whom something is made, and when."""

    door: str
    op: datetime  # By the clock of this machine: the landkaart of 2009 has another.
    nu: datetime  # The same moment on the clock of the landkaart: how far its record was read.


@dataclass(frozen=True)
class Getoond:
    """What of the landkaart is shown."""

    keuzes: Mapping[str, str] = field(default_factory=dict)  # Filters and comparison in words, by what they are about.
    rijen: int | None = None  # How many are shown; None where that says nothing.
    van: int | None = None  # How many there are without the choices; None where these take none away.
    regel: str = ""  # By which rule, as a sentence.
    levend: str = ""  # What of it goes on after the closing; empty: nothing does.


@dataclass(frozen=True)
class Herkomst:
    """What stands with a file, a picture or a print, by what it is about."""

    velden: Mapping[str, str]

    @property
    def lines(self) -> list[str]:
        """Write a line for each."""
        return [f"{name}: {' '.join(text.split())}" for name, text in self.velden.items()]

    @property
    def text(self) -> str:
        """Write it as a file of its own."""
        return "\n".join(self.lines) + "\n"


def herkomst_of(beeld: Tertaalbeeld, gemaakt: Gemaakt, getoond: Getoond | None = None) -> Herkomst:
    """Return that of figures of a tertaal."""
    getoond = getoond or Getoond()
    velden = {
        "Bron": SOURCE,
        TERTAAL_KOP: tertaal_text(beeld.tertaal),
        "Uitgave": edition(beeld, gemaakt.nu),
        "Peildatum": peildatum(beeld, gemaakt.nu),
        "Aantal": f"{dutch.werkpleinen(beeld.stand.n)} met een stand",
        **shown(getoond),
    }
    if getoond.levend and beeld.gesloten:
        velden[getoond.levend] = living_text(gemaakt.nu)
    if beeld.reconstructie:
        velden["Let op"] = RECONSTRUCTION.removeprefix("Let op: ")
    return Herkomst(velden | {"Gemaakt": made_text(gemaakt)})


def living_herkomst(gemaakt: Gemaakt, getoond: Getoond, tertaal: Tertaal | None = None) -> Herkomst:
    """Return that of what is never fixed: the log, the respons, the afspraken, the answers."""
    about = {TERTAAL_KOP: tertaal_text(tertaal)} if tertaal else {}
    moment = dutch.day_and_hour(gemaakt.nu)
    living = {"Uitgave": f"Levend: stand van {moment} uur", "Peildatum": f"{moment} uur"}
    return Herkomst({"Bron": SOURCE, **about, **living, **shown(getoond), "Gemaakt": made_text(gemaakt)})


def tertaal_text(tertaal: Tertaal) -> str:
    return f"{tertaal} ({tertaal.periode})"


def edition(beeld: Tertaalbeeld, nu: datetime) -> str:
    """Say whether the figures are fixed; until then, up to which moment they hold."""
    if beeld.momentopname:
        return frozen_text(beeld)
    closes = dutch.closing(closing(beeld.tertaal, beeld.uitvraag))
    state = f"niet vastgesteld, gesloten op {closes}" if beeld.gesloten else f"voorlopig, sluit op {closes}"
    return f"Levend: stand van {dutch.day_and_hour(nu)} uur; {state}"


def peildatum(beeld: Tertaalbeeld, nu: datetime) -> str:
    """Say on which moment the scores are: the closing or, before it, now."""
    if beeld.gesloten:
        closed = dutch.closing(closing(beeld.tertaal, beeld.uitvraag))
        late = beeld.heruitgave
        return f"{closed}, met wat daarna binnenkwam tot {dutch.day_and_hour(late.op)} uur" if late else closed
    return f"{dutch.day_and_hour(nu)} uur"


def shown(getoond: Getoond) -> dict[str, str]:
    """Say what was chosen, how many there are then, and by which rule."""
    chosen = {"Keuzes": "; ".join(f"{name}: {text}" for name, text in getoond.keuzes.items()) or "geen"}
    rows = {} if getoond.rijen is None else {"Rijen": rows_text(getoond.rijen, getoond.van)}
    return chosen | rows | ({"Regel": getoond.regel} if getoond.regel else {})


def rows_text(rijen: int, van: int | None) -> str:
    """Say how many rows are shown and, where choices took some away, of how many: "12 van 125"."""
    return dutch.count(rijen) if van in (None, rijen) else f"{dutch.count(rijen)} van {dutch.count(van)}"


def living_text(nu: datetime) -> str:
    """Say of what goes on after a closing from when it is."""
    return f"zoals gegeven tot en met {dutch.day_and_hour(nu)} uur, dus ook na de sluiting"


def made_text(gemaakt: Gemaakt) -> str:
    """Say "op 29 november 2026, 22:05 uur, door A. de Vries"."""
    return f"op {dutch.day_and_hour(gemaakt.op)} uur, door {gemaakt.door}"

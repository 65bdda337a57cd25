"""The form as a sheet of paper: to write on, or as the record of what was submitted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import count

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.formulier import Formulier, Ronde
from landkaart.domein.invulling import Akkoord, Indiening, Wijze, score
from landkaart.domein.vraag import Vraag, VraagAntwoord
from landkaart.programma.inhoud import Mijlpaal
from landkaart.programma.namen import TERTAAL_KOP, WERKPLEIN
from landkaart.rapport import dutch
from landkaart.rapport.formulier import closes, moment_text, periode, signature

WIJZEN = {Wijze.BIJGEWERKT: "bijgewerkt", Wijze.BEVESTIGD: "ongewijzigd bevestigd", Wijze.INGELEZEN: "ingelezen"}
# Of who chose by hand what stood there already, in the place of "bijgewerkt": nothing became another.
SAME_AGAIN = "opnieuw gekozen, niet gewijzigd"


@dataclass(frozen=True)
class Keuze:
    """One of the four sentences; `vorige`: chosen last time, `gekozen`: chosen now."""

    band: Band
    zin: str
    vorige: bool
    gekozen: bool


@dataclass(frozen=True)
class Blok:
    """One mijlpaal on paper. `wijze`: how the answer came there; `vorige` and `nu`: what was said last time, and now."""

    titel: str  # With its number, as on the screen.
    definitie: str
    keuzes: tuple[Keuze, ...]
    wijze: str
    vorige: str
    nu: str


@dataclass(frozen=True)
class Vel:
    """All that is printed. `is_blank`: to write on; else what was submitted, with who signed it."""

    titel: str
    kop: tuple[str, ...]
    fasen: Sequence[tuple[str, Sequence[Blok]]]
    vragen: Sequence[tuple[Vraag, VraagAntwoord | None]]
    akkoorden: Sequence[str]
    is_blank: bool


def blank(form: Formulier, vragen: Sequence[Vraag]) -> Vel:
    """Lay out the form for the table: last time's choice is marked, nothing else."""
    ronde = form.ronde
    kop = (
        f"{TERTAAL_KOP} {ronde.tertaal} ({periode(ronde.tertaal)}). Invullen en indienen kan {closes(ronde)}.",
        "Kruis per mijlpaal de zin aan die past. " + (last_time(form) or "Er is geen eerdere invulling."),
    )
    asked = [(vraag, None) for vraag in vragen]
    return Vel(f"Landkaart {WERKPLEIN} {ronde.naam}", kop, fasen(form.before, None), asked, (), is_blank=True)


def record(
    form: Formulier,
    indiening: Indiening,
    akkoorden: Sequence[Akkoord],
    vragen: Sequence[tuple[Vraag, VraagAntwoord | None]],
) -> Vel:
    """Lay out a version as it was submitted, with the answers to the vragen that stand there now: they are not submitted."""
    ronde = form.ronde
    kop = (
        f"{TERTAAL_KOP} {ronde.tertaal} ({periode(ronde.tertaal)}). Versie {indiening.versie}, ingediend op "
        f"{moment_text(indiening.ingediend_op)} door {indiening.by_whom}.",
        f"Score: {dutch.percent(score(indiening.banden))}. {last_time(form)}".strip(),
    )
    signed = [signature(each) for each in akkoorden]
    return Vel(f"Landkaart {WERKPLEIN} {ronde.naam}", kop, fasen(form.before, indiening), vragen, signed, is_blank=False)


def last_time(form: Formulier) -> str:
    """Say what the mark beside a sentence means; nothing for who never submitted before."""
    return f"▸ is de keuze van de vorige keer ({form.before_tertaal})." if form.before else ""


def fasen(before: Indiening | None, now: Indiening | None) -> Sequence[tuple[str, Sequence[Blok]]]:
    numbers = count(1)
    return [(fase.naam, [blok(next(numbers), each, before, now) for each in fase.mijlpalen]) for fase in catalogus().fasen]


def blok(number: int, mijlpaal: Mijlpaal, before: Indiening | None, now: Indiening | None) -> Blok:
    code = mijlpaal.code
    was, became = band_of(before, code), band_of(now, code)
    keuzes = tuple(Keuze(band, mijlpaal.sentence(band), band == was, band == became) for band in Band)
    said_before, said_now = said(before, code), said(now, code)
    wijze = wijze_text(now.wijzen.get(code) if now else None, (was, said_before) == (became, said_now))
    return Blok(f"{number}. {mijlpaal.titel}", mijlpaal.definitie, keuzes, wijze, said_before, said_now)


def wijze_text(wijze: Wijze | None, is_same: bool) -> str:
    """Say how an answer came to be, `is_same`: with the band and the toelichting of the last time; nothing without one."""
    if wijze is Wijze.BIJGEWERKT and is_same:
        return SAME_AGAIN
    return WIJZEN[wijze] if wijze else ""


def band_of(indiening: Indiening | None, code: str) -> Band | None:
    """Return what was chosen; None where nothing was, which NIET is not."""
    return indiening.banden.get(code) if indiening else None


def said(indiening: Indiening | None, code: str) -> str:
    texts: Mapping[str, str] = indiening.toelichtingen if indiening else {}
    return texts.get(code, "")


def file_name(ronde: Ronde, suffix: str) -> str:
    """Name the file that is saved: "landkaart-harderwijk-2009-3.xlsx"."""
    return f"landkaart-{ronde.werkplein}-{ronde.tertaal}.{suffix}"

"""What the form says of itself, in sentences: how far one is, what it becomes, what counts, what comes next."""

from datetime import datetime

from landkaart.domein.catalogus import catalogus
from landkaart.domein.formulier import Formulier, Plaats, Ronde, Tussenstand
from landkaart.domein.invulling import Indiening, score
from landkaart.domein.rounding import whole_percent
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import dutch

ALL = len(catalogus().codes)


def when(moment: datetime, now: datetime) -> str:
    """Write 14:03, with the day before it when that is not today."""
    same_day = dutch.day(moment) == dutch.day(now)
    return dutch.hour(moment) if same_day else f"{dutch.day(moment)} {dutch.hour(moment)}"


def moment_text(moment: datetime) -> str:
    return f"{dutch.day(moment)} om {dutch.hour(moment)}"


def periode(tertaal: Tertaal) -> str:
    """Write a tertaal as its months: "september t/m december 2009"."""
    first, last = dutch.MAANDEN[tertaal.number * 4 - 4], dutch.MAANDEN[tertaal.number * 4 - 1]
    return f"{first} t/m {last} {tertaal.year}"


def closes(ronde: Ronde) -> str:
    """Say until when this werkplein can fill in."""
    return dutch.until(ronde.sluit)


def progress(form: Formulier) -> str:
    """Say how far one is and what the score becomes, also while something is carried over from last time."""
    done = f"{ALL - len(form.now.missing)} van {ALL} beoordeeld"
    if not form.now.banden:
        return f"{done}; de score volgt als u kiest"
    if form.outlook is None:
        return f"{done}; de score volgt bij {ALL} van {ALL}"
    if form.now.missing:
        return f"{done}; met wat er vorige keer stond voor {the_others(len(form.now.missing))} wordt het {becomes(form)}"
    if form.submitted and not form.is_changed:
        return f"{done} en ingediend: {becomes(form)} telt mee"
    return f"{done}; de score wordt {becomes(form)}"


def the_others(number: int) -> str:
    return "de laatste" if number == 1 else f"de andere {number}"


def becomes(form: Formulier) -> str:
    return dutch.percent(form.outlook)


def submitted(form: Formulier, last: Indiening) -> str:
    """Say what counts, and whether it still is what is on the screen. `last`: the submission of this form."""
    said = version(last)
    if not form.ronde.is_open:
        late = " Wat daarna is gewijzigd, is niet ingediend en telt niet mee." if form.is_changed else ""
        return f"{said}.{late}"
    if form.is_changed:
        return f"{said} en telt mee. Daarna is er iets gewijzigd: dien opnieuw in om ook dat mee te laten tellen."
    return f"{said} en telt mee. Wijzigen kan {closes(form.ronde)}; dien na een wijziging opnieuw in."


def version(indiening: Indiening) -> str:
    counts = dutch.percent(score(indiening.banden))
    when = moment_text(indiening.ingediend_op)
    return f"Versie {indiening.versie} met score {counts} is ingediend op {when} door {indiening.door}"


def plaats(naam: str, found: Plaats) -> str:
    """Say which place the score gives, as things are now."""
    shared = f", samen met {dutch.counted(found.samen, 'ander werkplein', 'andere')}" if found.samen else ""
    return f"Daarmee staat {naam} nu op plaats {found.plaats} van {found.n}{shared}. Dat kan tot de sluiting nog veranderen."


def reden(ronde: Ronde) -> str | None:
    """Say why nothing can be changed; None when it can."""
    if ronde.is_open:
        return None
    tertaal = ronde.tertaal
    if ronde.moment < ronde.uitvraag.opent:
        return (
            f"De uitvraag van {tertaal} opent op {moment_text(ronde.uitvraag.opent)}. Tot dan kan er niets worden gewijzigd."
        )
    if ronde.werkplein_is_closed:
        return f"Werkplein {ronde.naam} is gesloten: er kan niets meer worden gewijzigd."
    also = " Ook het uitstel van uw werkplein is voorbij." if ronde.uitgesteld_tot else ""
    return (
        f"De uitvraag van {tertaal} is gesloten op {dutch.closing(ronde.sluit)}: er kan niets meer worden gewijzigd.{also}"
    )


def next_step(form: Formulier) -> str:
    """Say what happens next."""
    missing = len(form.now.missing)
    if missing == ALL:
        return "Kies per mijlpaal de zin die past; elke keuze wordt meteen bewaard."
    if missing:
        return f"Beoordeel nog {dutch.counted(missing, 'mijlpaal', 'mijlpalen')}; daarna kunt u indienen."
    if form.submitted is None:
        return "Alles is beoordeeld: dien in, dan telt het mee."
    return "Dien opnieuw in, dan telt ook de wijziging mee." if form.is_changed else "U hoeft niets meer te doen."


def lead(form: Formulier) -> str:
    """Write the first sentences: for which werkplein, until when, how far one is, what happens next."""
    ronde = form.ronde
    if (closed := reden(ronde)) is not None:
        return closed
    done = ALL - len(form.now.missing)
    return (
        f"U vult werkplein {ronde.naam} in over {ronde.tertaal} ({periode(ronde.tertaal)}). "
        f"Dat kan {closes(ronde)}.{uitstel(ronde)} U bent op {done} van {ALL}. {next_step(form)}"
    )


def uitstel(ronde: Ronde) -> str:
    if ronde.sluit <= ronde.uitvraag.sluit:
        return ""
    return f" Uw werkplein heeft uitstel: voor de andere is het {dutch.until(ronde.uitvraag.sluit)}."


def whole(value: float | None) -> int | None:
    """Round a score to what readers see of it."""
    return whole_percent(value)


def step(found: Tussenstand) -> str:
    """Say how far a werkplein is and until when, as a line of a list."""
    if not found.ronde.is_open:
        return "Nu niets in te vullen."
    until = closes(found.ronde)
    if found.ingediend:
        return f"Ingediend; wijzigen kan {until}."
    return f"{found.beoordeeld} van {ALL} beoordeeld; invullen en indienen kan {until}."


def proposal(number: int, meanwhile: int) -> str:
    """Say what a workbook would do, before it is done."""
    if not number:
        return "Dit bestand verandert niets: alles wat erin staat, staat er al."
    many = "verandert 1 onderdeel" if number == 1 else f"veranderen {number} onderdelen"
    also = f" Let op: {dutch.counted(meanwhile, 'is', 'zijn')} intussen ook hier gewijzigd." if meanwhile else ""
    return f"Er {many}.{also} Er is nog niets opgeslagen."

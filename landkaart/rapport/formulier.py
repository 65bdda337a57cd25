"""What the form says of itself, in sentences: how far one is, what it becomes, what counts, what comes next."""

from collections.abc import Sequence
from datetime import datetime

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.formulier import Formulier, Plaats, Ronde, Tussenstand
from landkaart.domein.invulling import Akkoord, Indiening, score
from landkaart.domein.rounding import whole_percent
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import AKO, WERKPLEIN, WERKPLEIN_KOP
from landkaart.rapport import dutch

ALL = len(catalogus().codes)
WHAT_SIGNING_IS = (
    f"Wie dit {WERKPLEIN} invult, kan ermee laten zien dat zijn organisatie achter deze versie staat: zijn naam komt erbij, "
    f"ook voor het {AKO}. Het hoeft niet: zonder akkoord telt het net zo goed mee."
)
# What the form says by itself, whatever the server does.
IN_THE_BROWSER = {
    "mijn_stand": f"Mijn {WERKPLEIN} met deze score",
    "vraag": "Wat is er veranderd, of waarom juist niet?",
    "meld_aan": "Meld u aan in een nieuw tabblad; daarna gaat het vanzelf verder.",
    "gekopieerd": "De tekst is gekopieerd.",
    "geselecteerd": "De tekst is geselecteerd; kopieer hem met Ctrl+C.",
    "te_lang": "de tekst is te lang. Er passen {} tekens in; het zijn er",
    "toetsen": f"Met toetsen: 1 t/m {len(Band)} kiest, 0 bevestigt, T opent de toelichting; Tab gaat dan naar de volgende.",
    "wacht": "Het formulier kan nog niet worden opgehaald; dat wordt vanzelf opnieuw geprobeerd.",
    "bewaart_niets": "Deze browser bewaart niets: wat nog niet is opgeslagen, gaat verloren als u weggaat.",
    "gaat_verloren": " Deze browser bewaart niets: laat deze pagina open tot het is opgeslagen.",
    "onzeker": "Het is niet zeker of dit is gelukt: er kwam geen antwoord. Zodra dat kan, staat hier hoe het zit.",
    "vervallen": "Deze vraag wordt niet meer gesteld. Wat u erbij typte is niet opgeslagen; u kunt het hier nog lezen.",
    "toch_niet": "Niet ingediend: het verzoek kwam niet aan. Dien opnieuw in.",
    "niet_alle": "Nog niet ingediend: niet alle mijlpalen zijn beoordeeld. De eerste is",
    "waarom": "Wilt u dat toelichten? Het hoeft niet.",
    "mag_leeg": "nog niet beantwoord; het hoeft niet",
    "nu_wel": "Nog niet ingediend, maar alles is nu opgeslagen. Dien opnieuw in.",
    "zonder": ". Wat nog niet is opgeslagen, telt hierin niet mee.",
}


def in_the_browser(longest: int) -> dict[str, str]:
    """Return what the form says by itself; `longest`: so many characters fit in a text."""
    return {name: zin.format(dutch.count(longest)) for name, zin in IN_THE_BROWSER.items()}


def when(moment: datetime, now: datetime) -> str:
    """Write 14:03, with the day before it when that is not today."""
    same_day = dutch.day(moment) == dutch.day(now)
    return dutch.hour(moment) if same_day else f"{dutch.day(moment)} {dutch.hour(moment)}"


def moment_text(moment: datetime) -> str:
    return f"{dutch.day(moment)} om {dutch.hour(moment)}"


def periode(tertaal: Tertaal) -> str:
    """Write a tertaal as its months: "september t/m december 2009"."""
    first, last = (dutch.MAANDEN[month - 1] for month in (tertaal.first_month, tertaal.last_month))
    return f"{first} t/m {last} {tertaal.year}"


def closes(ronde: Ronde) -> str:
    """Say until when this werkplein can fill in."""
    return dutch.until(ronde.sluit)


def progress(form: Formulier) -> str:
    """Say how far one is and what the score becomes, also while something is carried over from last time."""
    done = f"{ALL - len(form.now.missing)} van {ALL} beoordeeld"
    if form.ronde.is_over:
        return f"{done}; {counted(form)}"
    if not form.now.banden:
        return f"{done}; de score volgt als u kiest"
    if form.outlook is None:
        return f"{done}; de score volgt bij {ALL} van {ALL}"
    if form.now.missing:
        return f"{done}; met wat er vorige keer stond voor {the_others(len(form.now.missing))} wordt het {becomes(form)}"
    if form.submitted and not form.is_changed:
        return f"{done} en ingediend: {becomes(form)} telt mee"
    return f"{done}; de score wordt {becomes(form)}"


def counted(form: Formulier) -> str:
    """Say what counts once nothing can change any more: what was submitted, whatever was chosen after it."""
    if form.submitted is None:
        return "niet ingediend"
    counts = f"ingediend: {dutch.percent(score(form.submitted.banden))} telt mee"
    return f"{counts}, wat daarna is gewijzigd niet" if form.is_changed else counts


def outlook(form: Formulier) -> float | None:
    """Return the score as it becomes; once nothing can change any more, the one that counts."""
    if not form.ronde.is_over:
        return form.outlook
    return None if form.submitted is None else score(form.submitted.banden)


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
    return f"Versie {indiening.versie} met score {counts} is ingediend op {when} door {indiening.by_whom}"


def plaats(ronde: Ronde, found: Plaats) -> str:
    """Say which place the score gives, as things are now; whether that can still change."""
    shared = f", samen met {dutch.counted(found.samen, f'ander {WERKPLEIN}', 'andere')}" if found.samen else ""
    later = " Dat kan tot de sluiting nog veranderen." if ronde.is_open else ""
    return f"Daarmee staat {ronde.naam} nu op plaats {found.plaats} van {found.n}{shared}.{later}"


def akkoord(indiening: Indiening, signed: Sequence[Akkoord], is_open: bool) -> str:
    """Say who signed a version, a line for each; while nobody did, that it need not be, and who may."""
    if signed:
        return "\n".join(f"Akkoord: {signature(each)}" for each in signed)
    nobody = f"Op versie {indiening.versie} heeft nog niemand akkoord gegeven."
    return f"{nobody} {WHAT_SIGNING_IS}" if is_open else nobody


def signature(akkoord: Akkoord) -> str:
    organisatie = f" ({akkoord.organisatie})" if akkoord.organisatie else ""
    return f"{akkoord.naam}{organisatie}, {moment_text(akkoord.gegeven_op)}"


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
        return f"{WERKPLEIN_KOP} {ronde.naam} is gesloten: er kan niets meer worden gewijzigd."
    also = f" Ook het uitstel van uw {WERKPLEIN} is voorbij." if ronde.uitgesteld_tot else ""
    return (
        f"De uitvraag van {tertaal} is gesloten op {dutch.closing(ronde.sluit)}: er kan niets meer worden gewijzigd.{also}"
    )


def next_step(form: Formulier) -> str:
    """Say what happens next."""
    missing = len(form.now.missing)
    if missing == ALL:
        return "Kies per mijlpaal de zin die past; elke keuze wordt meteen bewaard en telt mee zodra u indient."
    if missing:
        return f"Beoordeel nog {dutch.counted(missing, 'mijlpaal', 'mijlpalen')}; daarna kunt u indienen."
    if form.submitted is None:
        return "Alles is beoordeeld: dien in, dan telt het mee."
    if form.is_changed:
        return "Dien opnieuw in, dan telt ook de wijziging mee."
    return "Het is ingediend en telt mee: aan dit formulier hoeft u niets meer te doen."


def lead(form: Formulier) -> str:
    """Write the first sentences: for which werkplein, until when, how far one is, what happens next."""
    ronde = form.ronde
    if (closed := reden(ronde)) is not None:
        return closed
    done = ALL - len(form.now.missing)
    return (
        f"U vult {WERKPLEIN} {ronde.naam} in over {ronde.tertaal} ({periode(ronde.tertaal)}). "
        f"Dat kan {closes(ronde)}.{uitstel(ronde)} U bent op {done} van {ALL}. {next_step(form)}"
    )


def uitstel(ronde: Ronde) -> str:
    if ronde.sluit <= ronde.uitvraag.sluit:
        return ""
    return f" Uw {WERKPLEIN} heeft uitstel: voor de andere is het {dutch.until(ronde.uitvraag.sluit)}."


def whole(value: float | None) -> int | None:
    """Round a score to what readers see of it."""
    return whole_percent(value)


def step(found: Tussenstand) -> str:
    """Say how far a werkplein is and until when, as a line of a list."""
    if not found.ronde.is_open:
        return "Nu niets in te vullen."
    until = closes(found.ronde)
    if found.gewijzigd:
        return f"Ingediend, en daarna gewijzigd: dat telt pas mee als u opnieuw indient. Dat kan {until}."
    if found.ingediend:
        return f"Ingediend; wijzigen kan {until}."
    return f"{found.beoordeeld} van {ALL} beoordeeld; invullen en indienen kan {until}."


def proposal(number: int, meanwhile: int, without: Sequence[str]) -> str:
    """Say what a workbook would do, before it is done; `without`: what it has no row for, by name."""
    absent = f" Zonder rij in dit bestand, en dus zoals het hier staat: {dutch.enumeration(without)}." if without else ""
    if not number:
        return f"Dit bestand verandert niets: alles wat erin staat, staat er al.{absent}"
    many = "verandert 1 onderdeel" if number == 1 else f"veranderen {number} onderdelen"
    also = f" Let op: {dutch.counted(meanwhile, 'is', 'zijn')} intussen ook hier gewijzigd." if meanwhile else ""
    return f"Er {many}.{also}{absent} Er is nog niets opgeslagen."

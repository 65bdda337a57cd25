"""The clock of the server and what was fixed by it, in words."""

from datetime import datetime, timedelta
from math import ceil

from landkaart.domein.clock_trust import LASTS, Doubt
from landkaart.domein.momentopname import Editie
from landkaart.programma.namen import AKO
from landkaart.rapport import dutch

WAITS = (
    "Tot dan wordt er niets vastgesteld, gewist of vanzelf verstuurd, en blijven alle reservekopieën bewaard. Invullen en "
    "lezen gaan gewoon door."
)


def doubt_text(doubt: Doubt) -> str:
    """Say why the clock is not believed, what waits for that, and what ends it."""
    shown = f"De klok van de server staat op {dutch.day_and_hour(doubt.nu)}"
    if doubt.loopt_achter:
        return (
            f"{shown}, vóór de laatste regel van het logboek ({dutch.day_and_hour(doubt.laatste)}). Loopt hij achter, zet "
            f"hem dan goed. Klopt hij, dan liep hij eerder voor: het {AKO} of een beheerder kan dat bevestigen. {WAITS}"
        )
    whole, left = (dutch.counted(ceil(each / timedelta(hours=1)), "uur", "uur") for each in (LASTS, doubt.nog))
    return (
        f"{shown}, maar het laatste teken van leven daarvoor was van {dutch.day_and_hour(doubt.laatste)}. Klopt de klok (de "
        f"server stond uit), dan wordt hij vanzelf weer vertrouwd nadat de landkaart {whole} heeft gedraaid (nog {left}). "
        f"Het {AKO} of een beheerder kan hem meteen bevestigen. Klopt hij niet, zet hem dan goed. {WAITS}"
    )


def edition_text(editie: Editie, now: datetime) -> str:
    """Say what was fixed, when, by which clock, and whether it still holds."""
    what = f"{editie.tertaal} is vastgesteld op {dutch.day_and_hour(editie.genomen_op)}, volgens {editie.klok}"
    if (again := editie.heruitgave) is not None:
        by = f" door {again.door}" if again.door else ""
        return f"Editie {editie.nummer} van {editie.tertaal} is gemaakt op {dutch.day_and_hour(again.op)}{by}: {again.reden}"
    if (back := editie.teruggenomen) is not None:
        by = f" door {back.door}" if back.door else ""
        return f"{what}. Teruggenomen op {dutch.day_and_hour(back.op)}{by}: {back.reden}"
    if now < editie.sluit:
        return f"{what}: vóór de sluiting op {dutch.closing(editie.sluit)}. Invullen kan nu niet"
    return f"{what}, naar wat bij de sluiting op {dutch.closing(editie.sluit)} was ingediend"

"""What an uitvraag sends by itself, in sentences and as a table."""

from collections.abc import Iterable, Mapping

import pandas as pd

from landkaart.domein.geplande_post import PostBeeld, PostStand
from landkaart.domein.herinnering import BerichtStatus, PostSoort
from landkaart.programma.namen import WERKPLEINEN
from landkaart.rapport import dutch

TO_WHOM = {
    PostSoort.OPENING: f"alle {WERKPLEINEN}, behalve die zijn vrijgesteld",
    PostSoort.HERINNERING: "wie nog niet indiende",
    PostSoort.DRINGEND: "wie nog niet indiende en verouderd is, of nooit iets indiende",
    PostSoort.BEVESTIGING: "wie indiende, meteen daarna",
}


def as_table(beelden: Iterable[PostBeeld]) -> pd.DataFrame:
    """Give a row for each planned mail, in the order in which they leave."""
    rows = [(each.post.soort.label, TO_WHOM[each.post.soort], when(each), standing(each)) for each in beelden]
    return pd.DataFrame(rows, columns=["E-mail", "Aan", "Wanneer", "Hoe het ermee staat"], dtype="str")


def when(beeld: PostBeeld) -> str:
    """Write the day and the hour; of a bevestiging there is none."""
    return dutch.day_and_hour(beeld.moment) if beeld.moment else "na elke indiening"


def standing(beeld: PostBeeld) -> str:
    """Say how it stands: what left, what did not and why, what will."""
    if beeld.post.soort is PostSoort.BEVESTIGING:
        return of_bevestiging(beeld)
    if beeld.stand is PostStand.WEG:
        return f"Weg: {came_of(beeld.aantallen)}{but(beeld)}."
    if beeld.stand is PostStand.VERVALLEN:
        return f"Niet verstuurd: {beeld.post.vervallen}."
    if beeld.stand is PostStand.UIT:
        return "Staat uit: gaat niet weg."
    if beeld.stand is PostStand.TE_LAAT:
        return f"Nog niet weg: {lowered(beeld.belemmering.rstrip('.'))}." if beeld.belemmering else "Gaat nu weg."
    return f"Gaat vanzelf weg, nu aan {dutch.counted(beeld.adressen, 'adres', 'adressen')}{but(beeld)}."


def of_bevestiging(beeld: PostBeeld) -> str:
    so_far = f" Tot nu toe: {came_of(beeld.aantallen)}." if beeld.aantallen else ""
    if beeld.stand is PostStand.UIT:
        return f"Staat uit: gaat niet weg.{so_far}"
    return f"Gaat vanzelf weg{but(beeld)}.{so_far}"


def but(beeld: PostBeeld) -> str:
    """Say what stands in the way, behind what should happen; nothing when nothing does."""
    return f", maar {lowered(beeld.belemmering.rstrip('.'))}" if beeld.belemmering else ""


def lowered(text: str) -> str:
    return text[:1].lower() + text[1:]


def came_of(counts: Mapping[BerichtStatus, int]) -> str:
    """Write "120 verzonden, 3 mislukt"."""
    return ", ".join(f"{dutch.count(number)} {status.label}" for status, number in counts.items()) or "niemand"

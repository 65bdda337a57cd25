"""What Begin says of the rounds and of the country, in sentences."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.band import HOOGSTE
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.oordelen import per_klasse
from landkaart.domein.respons import Respons, Stap
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.uitvraag import Uitvraag
from landkaart.domein.vergelijking import Richting
from landkaart.programma.namen import AKO, WERKPLEIN
from landkaart.rapport import dutch
from landkaart.rapport.kalender import days_until
from landkaart.rapport.ontwikkeling_text import drijfveren_sentence
from landkaart.rapport.row_names import mijlpaal_titles

# Of a list of namen in a sentence.
NAMED = 5
# What is said of one that went a way, and of more.
WENT = {
    Richting.VOORUIT: ("ging vooruit", "gingen vooruit"),
    Richting.GELIJK: ("bleef gelijk", "bleven gelijk"),
    Richting.ACHTERUIT: ("ging achteruit", "gingen achteruit"),
}
# What the AKO expects, before a number.
EXPECTED = {
    Indicatie.DIT_JAAR: "dit jaar",
    Indicatie.VOLGEND_JAAR: "volgend jaar",
    Indicatie.NIET: "niet",
    Indicatie.SLUIT: "sluit",
}


def round_sentence(rounds: Mapping[Tertaal, Uitvraag], now: datetime) -> str:
    """Say, as Markdown, which uitvraag is open and until when; else which was the last, and which is the next."""
    known = sorted(rounds.values(), key=lambda each: each.opent)
    if found := [each for each in known if each.is_open(now)]:
        here = found[-1]
        return (
            f"De uitvraag van **{here.tertaal}** ({here.tertaal.periode}) is open {dutch.until(here.sluit)}: "
            f"**{days_until(here.sluit, now)}**."
        )
    before = [each for each in known if each.sluit <= now][-1:]
    ahead = [each for each in known if now < each.opent][:1]
    said = [f"De vorige, van {each.tertaal}, sloot op {dutch.closing(each.sluit)}." for each in before]
    said += [f"De volgende, van {each.tertaal}, opent op {dutch.opening(each.opent)}." for each in ahead]
    return " ".join(["Er is nu geen uitvraag open.", *said])


def respons_sentence(found: Respons) -> str:
    """Say, as Markdown, how many submitted, and how far the others are."""
    steps = found.per_stap
    left = {
        Stap.INGEVULD: ("vulde alles in en diende niet in", "vulden alles in en dienden niet in"),
        Stap.BEZIG: ("is bezig", "zijn bezig"),
        Stap.NIET_GEKOMEN: ("is nog niet begonnen", "zijn nog niet begonnen"),
    }
    others = [dutch.counted(steps[stap], *said) for stap, said in left.items() if steps[stap]]
    done = f"**{dutch.count(steps[Stap.BINNEN])} van {dutch.werkpleinen(found.n)}** ingediend"
    return f"{done}; {dutch.enumeration(others)}." if others else f"{done}; niemand hoeft nog."


def five_sentences(beeld: Tertaalbeeld) -> list[str]:
    """Say, as Markdown, what a closed tertaal shows: the average, who moved, on what, the ends, and what is expected."""
    driven = drijfveren_sentence(beeld.vergelijking) if beeld.vorige.n else ""
    return [each for each in (average(beeld), moved(beeld), driven, ends(beeld), expected(beeld)) if each]


def average(beeld: Tertaalbeeld) -> str:
    found = dutch.percent(beeld.stand.average())
    many = f"staan {dutch.werkpleinen(beeld.stand.n)}" if beeld.stand.n != 1 else f"staat 1 {WERKPLEIN}"
    said = f"In {beeld.tertaal} {many} gemiddeld op **{found}**"
    if beeld.change is None:
        return f"{said}."
    way = (
        "evenveel als"
        if not beeld.change
        else f"{dutch.punten(beeld.change)} {'meer' if beeld.change > 0 else 'minder'} dan"
    )
    return f"{said}, {way} in {beeld.vergeleken_met}."


def moved(beeld: Tertaalbeeld) -> str:
    """Say who went which way; nothing when there is no tertaal before it."""
    if not beeld.vorige.n:
        return ""
    numbers, n = beeld.vergelijking.aantallen(), beeld.stand.n
    counts = {richting: numbers[richting] for richting in WENT}
    went = [
        f"**{dutch.count(number)}** {WENT[richting][number != 1]} ({dutch.share_of(number, n)})"
        for richting, number in counts.items()
    ]
    return f"{dutch.enumeration(went)}."


def ends(beeld: Tertaalbeeld) -> str:
    """Say who is groen and nearly, and which mijlpalen are furthest and least far."""
    averages = {str(code): float(mean) for code, mean in beeld.stand.per_mijlpaal().gemiddelde.items()}
    order = sorted(averages, key=lambda code: -averages[code])
    names = [beeld.namen[code] for code in beeld.groen]
    shown = f" ({named(names)})" if names else ""
    return (
        f"**{dutch.werkpleinen(len(beeld.groen))}** op {HOOGSTE.range}{shown} en "
        f"{dutch.count(len(beeld.bijna_groen))} op 90-99%; "
        f"het verst is {row(averages, order[0])}, het minst ver {row(averages, order[-1])}."
    )


def named(names: Sequence[str]) -> str:
    more = [f"nog {dutch.count(len(names) - NAMED)}"] if len(names) > NAMED else []
    return dutch.enumeration([*names[:NAMED], *more])


def row(averages: Mapping[str, float], code: str) -> str:
    return f"{mijlpaal_titles()[code]} ({dutch.percent(averages[code])})"


def expected(beeld: Tertaalbeeld) -> str:
    """Say how many responded since the opening, and what the AKO expects of who has a stand."""
    parts = []
    if beeld.actualiteit:
        came, asked = len(beeld.in_class(Actualiteit.DEZE_UITVRAAG)), len(beeld.actualiteit)
        reacted = dutch.verb(came, "reageerde", "reageerden")
        parts.append(f"in de uitvraag {reacted} **{dutch.count(came)} van {dutch.werkpleinen(asked)}**")
    judged = {indicatie: len(codes) for indicatie, codes in per_klasse(beeld).items() if indicatie and codes}
    if judged:
        each_of = [f"{EXPECTED[indicatie]} {dutch.count(number)}" for indicatie, number in judged.items()]
        parts.append(f"het {AKO} verwacht: {', '.join(each_of)}")
    said = "; ".join(parts)
    return f"{said[0].upper()}{said[1:]}." if said else ""

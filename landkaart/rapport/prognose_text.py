"""The sentences about prognoses, made from what was computed."""

from collections.abc import Sequence

from landkaart.domein.prognose import Prognoses, Verwachting
from landkaart.domein.prognose_toets import Proef
from landkaart.programma.namen import TERTAAL, TERTALEN
from landkaart.rapport import dutch
from landkaart.rapport.prognose import end_of

# An advantage smaller than this part of the distance is hardly one.
HARDLY = 0.05
AHEAD = {1: f"Eén {TERTAAL} vooruit", 2: f"Twee {TERTALEN} vooruit"}


def lead_sentence(found: Prognoses) -> str:
    """Give the answer: how many at 100% when next year is over, between what and what."""
    last = end_of(found.tertaal.year + 1)
    slow, own, fast = found.groen_in(last)
    n = dutch.werkpleinen(len(found.totals))
    between = f" (tussen {dutch.count(slow)} en {dutch.count(fast)})" if slow != fast else ""
    arrived = f"ongeveer **{dutch.count(own)} van {n}** op 100%{between}"
    return f"Bij het eigen tempo zijn op {dutch.day(last.ended)} {arrived}: berekend, geen oordeel"


def key_figures(found: Prognoses) -> tuple[tuple[str, str], ...]:
    """Return what it is called and how many: at 100% now, at the end of this year and of next; and who never gets there."""
    this, following = (end_of(found.tertaal.year + years) for years in (0, 1))
    later = [tertaal for tertaal in (this, following) if tertaal > found.tertaal]
    arrived = [(f"Op 100% op {dutch.day(tertaal.ended)}", found.groen_in(tertaal)[1]) for tertaal in later]
    never = int((found.per_werkplein["verwachting"] == Verwachting.NIET.value).sum())
    counts = [(f"Op 100% in {found.tertaal}", found.groen_in(found.tertaal)[1]), *arrived, ("Bij dit tempo niet", never)]
    return tuple((name, dutch.count(count)) for name, count in counts)


def proof_sentences(proofs: Sequence[Proef]) -> list[str]:
    """Say how far off, a sentence for each distance ahead that could be tried, with whether it beats what is simpler."""
    return [sentence(each) for each in proofs if each.n]


def sentence(each: Proef) -> str:
    """Say it of one distance ahead."""
    told = dutch.counted(each.n, "voorspelling", "voorspellingen")
    off = f"{AHEAD[each.vooruit]} zat deze prognose er gemiddeld **{points(each.tempo)}** naast ({told})."
    simple = {"aannemen dat er niets verandert": each.gelijk, "de laatste stap herhalen": each.stap}
    others = dutch.enumeration([f"{name} ({points(distance)})" for name, distance in simple.items()])
    return f"{off} Dat is {verdict(each)} dan {others}."


def verdict(each: Proef) -> str:
    """Say whether it is better, hardly or not, than the best of what is simpler."""
    best = min(each.gelijk, each.stap)
    if not each.beats_simple:
        return "**niet beter**"
    return "**nauwelijks beter**" if each.tempo > best * (1 - HARDLY) else "beter"


def points(distance: float) -> str:
    """Write a distance with one decimal: "4,5 punt"."""
    return f"{distance:.1f} punt".replace(".", ",")

"""What came in from files, in sentences: how many of each kind, new, changed or the same, and who by name."""

from collections.abc import Iterator, Mapping, Sequence

from landkaart.domein.catalogus import N_MIJLPALEN
from landkaart.domein.ingelezen import Ingelezen, Rij
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import AKO, TERTAAL, WERKPLEIN, WERKPLEINEN
from landkaart.rapport import dutch

# Of each file, what a row of it is called: one, and more.
WORDS = {
    "werkpleinen": (WERKPLEIN, WERKPLEINEN),
    "uitvragen": ("uitvraag", "uitvragen"),
    "scores": ("invulling", "invullingen"),
    "vragen": ("vraag", "vragen"),
    "antwoorden": ("antwoord", "antwoorden"),
    "kengetallen": ("kengetal", "kengetallen"),
    "afspraken": ("afspraak van het Plan van Aanpak", "afspraken van het Plan van Aanpak"),
    "ako_indicatie": (f"{AKO}-indicatie", f"{AKO}-indicaties"),
    "accounts": ("account", "accounts"),
    "contacten": ("contact", "contacten"),
}
# Of each file, what stands in it, for whoever makes one.
EXPLAINED = {
    "werkpleinen": f"de {WERKPLEINEN}, elk met zijn code, naam, plaats en regio; wie er al is, wordt bijgewerkt.",
    "uitvragen": f"per {TERTAAL} wanneer de uitvraag opent, herinnert en sluit.",
    "scores": f"de invullingen: per {WERKPLEIN} en {TERTAAL} {N_MIJLPALEN} regels, één per mijlpaal, met de band.",
    "vragen": "de extra vragen van een uitvraag.",
    "antwoorden": f"wat de {WERKPLEINEN} op de extra vragen antwoordden.",
    "ako_indicatie": f"wat het {AKO} van een {WERKPLEIN} verwacht: dit_jaar, volgend_jaar, niet of sluit.",
    "accounts": f"wie mag aanmelden, in welke rol en voor welke {WERKPLEINEN}; alleen een beheerder leest dit in.",
    "contacten": f"bij elk {WERKPLEIN} wie er te bereiken is.",
    "kengetallen": "de andere cijfers van het rapport, zoals de bron ze drukt.",
    "afspraken": "de afspraken van het Plan van Aanpak: wat, wie, wanneer, en hoe zij ervoor staan.",
}
# More names than there are werkpleinen nobody reads in one line.
NAMED = 150


def ingelezen_text(found: Mapping[str, Ingelezen]) -> Iterator[str]:
    """Write a line for each file that had rows, and one for each tertaal with who is new in it, or changed."""
    for table, rows in found.items():
        if rows.total:
            yield f"{dutch.counted(rows.total, *WORDS[table])}: {counts(rows)}."
            yield from named("nieuw", rows.nieuw)
            yield from named("gewijzigd", rows.gewijzigd)
    if "accounts" in found and found["accounts"].nieuw:
        yield "Nieuwe accounts zijn nog niet uitgenodigd. Dat doet u op Beheer, onder Uitnodigen."


def remarks(found: Mapping[str, Ingelezen]) -> list[str]:
    """Say what a file does not do, though whoever made it may think so."""
    closed = [naam for rows in found.values() for naam in rows.gesloten]
    if not closed:
        return []
    stay = dutch.verb(len(closed), "blijft", "blijven")
    return [f"gesloten {stay} {dutch.enumeration(closed)}: een bestand neemt geen sluiting terug. Dat kan op Beheer."]


def counts(rows: Ingelezen) -> str:
    """Write "2 nieuw, 1 gewijzigd, 124 gelijk", without what there is none of."""
    numbers = {"nieuw": len(rows.nieuw), "gewijzigd": len(rows.gewijzigd), "gelijk": rows.gelijk}
    return ", ".join(f"{dutch.count(number)} {word}" for word, number in numbers.items() if number)


def named(word: str, rows: Sequence[Rij]) -> Iterator[str]:
    groups: dict[Tertaal | None, dict[str, None]] = {}
    for rij in rows:
        groups.setdefault(rij.tertaal, {})[rij.naam] = None
    for tertaal, namen in ((tertaal, list(found)) for tertaal, found in groups.items()):
        more = f" en nog {dutch.count(len(namen) - NAMED)}" if len(namen) > NAMED else ""
        yield f"  {word}{f' in {tertaal}' if tertaal else ''}: {', '.join(namen[:NAMED])}{more}"

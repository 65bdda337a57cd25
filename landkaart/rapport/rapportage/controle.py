"""What must hold between the figures of a report, and whether it does: each an identity, with what was found."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from landkaart.domein.band import HOOGSTE, Band
from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.domein.rounding import share
from landkaart.domein.stand import TOTAAL
from landkaart.domein.vergelijking import Richting
from landkaart.programma.namen import AKO, TERTAAL, WERKPLEIN, WERKPLEINEN
from landkaart.rapport import dutch
from landkaart.rapport.rapportage.grids_beweging import SOM
from landkaart.rapport.rapportage.grids_oordeel import OF_VRAAG
from landkaart.rapport.rapportage.model import Bron, Cel, Chapter, RapportGrid, Rijen, Value, plain, sentences

Grids = Mapping[str, RapportGrid]
# In one outcome, so many of what does not agree are named.
NAMED = 5


@dataclass(frozen=True)
class Bevinding:
    """Of one identity: what must hold, and what was found where it does not (empty: it holds)."""

    wat: str
    fouten: tuple[str, ...] = ()

    @property
    def klopt(self) -> bool:
        return not self.fouten

    @property
    def uitkomst(self) -> str:
        """Write "klopt", or what does not."""
        more = f"; en nog {len(self.fouten) - NAMED}" if len(self.fouten) > NAMED else ""
        return "klopt" if self.klopt else f"klopt niet: {'; '.join(self.fouten[:NAMED])}{more}"


def bevindingen(found: RapportGegevens, grids: Grids, chapters: Sequence[Chapter]) -> list[Bevinding]:
    """Judge every identity, of all tables and of the sentences in `chapters`."""
    n = found.beeld.stand.n
    judged = [*bands(grids, n), *averages(grids), *movement(found, grids), *transitions(grids, n)]
    judged += [*classes(found, grids), *answers(grids)]
    return [*judged, *(sentences_agree(chapter, grids) for chapter in chapters if chapter.cijfers)]


def equal(wat: str, pairs: Iterable[tuple[str, Value, Value]]) -> Bevinding:
    """Hold values against what they must be. `pairs`: where it is, what stands there, what must stand there."""
    return Bevinding(wat, tuple(f"{where}: {stands}, moet zijn {must}" for where, stands, must in pairs if stands != must))


def bands(grids: Grids, n: int) -> Iterator[Bevinding]:
    """Judge that the bands of each row add up to n, and that each share is that of its count."""
    for naam in ("tabel2", "tabel3"):
        rows, called = grids[naam].rijen, f"Tabel {naam[-1]}"
        sums = [(row_name(row), total(row, Band), n) for row in rows.values()]
        bands = f"de {dutch.word(len(Band))} banden"
        yield equal(f"{called}: in elk van de {len(rows)} rijen tellen {bands} op tot {n} {WERKPLEINEN}", sums)
        shares = [
            (f"{row_name(row)}, {band.label}", row[f"{band.code}_pct"], share(number(row[band.code]), n))
            for row in rows.values()
            for band in Band
        ]
        yield equal(f"{called}: elk aandeel is dat van zijn aantal op {n}, afgerond", shares)


def row_name(row: Mapping[str, Value]) -> str:
    return str(row.get("mijlpaal") or row.get("fase") or next(iter(row.values())))


def number(value: Value) -> int:
    return value if isinstance(value, int) else 0


def total(row: Mapping[str, Value], names: Iterable[Band | str]) -> int:
    return sum(number(row[each.code if isinstance(each, Band) else each]) for each in names)


def averages(grids: Grids) -> Iterator[Bevinding]:
    """Judge that table 4 ends where table 2 begins, and that each change is the difference of the two shown figures."""
    rows = list(grids["tabel4"].rijen.values())
    last = (str(rows[0]["tertaal"]), rows[0]["gemiddelde"], grids["tabel2"].rijen[TOTAAL]["gemiddelde"])
    yield equal(f"Tabel 4 geeft voor dit {TERTAAL} het gemiddelde van tabel 2", [last])
    known = [
        (now, then) for now, then in zip(rows, rows[1:], strict=False) if None not in (now["gemiddelde"], then["gemiddelde"])
    ]
    steps = [
        (str(now["tertaal"]), now["verschil"], number(now["gemiddelde"]) - number(then["gemiddelde"])) for now, then in known
    ]
    yield equal("Tabel 4: elk verschil is dat van de twee getoonde gemiddelden", steps)


def movement(found: RapportGegevens, grids: Grids) -> Iterator[Bevinding]:
    """Judge that everybody went some way, and that the lists of names are as long as is counted."""
    rows, n = grids["richtingen"].rijen, found.beeld.stand.n
    added = sum(number(rows[richting.value]["aantal"]) for richting in Richting)
    yield equal(f"Vooruit + gelijk + achteruit + nieuw = {n} {WERKPLEINEN}", [("samen", added, n)])
    moved = (Richting.VOORUIT, Richting.ACHTERUIT)
    lengths = [(each.label, len(grids[each.value].rijen), rows[each.value]["aantal"]) for each in moved]
    yield equal("De lijsten van wie vooruit- en achteruitgingen hebben zoveel namen als er zijn geteld", lengths)
    steps = [
        (str(row["naam"]), row["verschil"], number(row["score"]) - number(row["vorig"]))
        for each in moved
        for row in grids[each.value].rijen.values()
    ]
    yield equal(f"Van elk {WERKPLEIN} is het verschil dat van de twee getoonde scores", steps)
    full = grids["tabel2"].rijen[TOTAAL][HOOGSTE.code]
    yield equal(
        "Wie op alle mijlpalen op 100% staat, is even vaak genoemd als geteld", [("namen", len(grids["groen"].rijen), full)]
    )


def transitions(grids: Grids, n: int) -> Iterator[Bevinding]:
    """Judge that the table of bands to bands adds up, and ends where table 2 begins."""
    rows = grids["overgangen"].rijen
    now = [(band.label, rows[SOM][band.code], grids["tabel2"].rijen[TOTAAL][band.code]) for band in Band]
    yield equal("Van band naar band: wie in elke band uitkomt, is geteld in tabel 2", now)
    counts = [row for key, row in rows.items() if key != SOM]
    added = sum(total(row, Band) for row in counts)
    yield equal(f"Van band naar band: samen {n} {WERKPLEINEN}", [("samen", added, n)])


def classes(found: RapportGegevens, grids: Grids) -> Iterator[Bevinding]:
    """Judge that the classes add up: actualiteit to who was open, the AKO-indicaties to n."""
    active, n = len(found.beeld.ingediend_op), found.beeld.stand.n
    if rows := grids["actualiteit"].rijen:
        added = sum(number(row["aantal"]) for key, row in rows.items() if key != SOM)
        yield equal(f"De klassen van actualiteit tellen op tot {active} actieve {WERKPLEINEN}", [("samen", added, active)])
        old = (number(rows["verouderd"]["aantal"]), len(grids["verouderd"].rijen))
        yield equal("De lijst van verouderde gegevens heeft zoveel namen als er zijn geteld", [("namen", old[1], old[0])])
        never = number(rows["nooit"]["aantal"])
        yield equal(f"Actief min nooit ingevuld = {WERKPLEINEN} met een stand", [("verschil", active - never, n)])
    added = sum(number(row["aantal"]) for key, row in grids["indicaties"].rijen.items() if key != SOM)
    yield equal(f"De {AKO}-indicaties en wie er geen heeft tellen op tot {n} {WERKPLEINEN}", [("samen", added, n)])
    not_making_it = grids["indicaties"].rijen["niet"]["aantal"]
    names = ("namen", len(grids["niet_halen"].rijen), not_making_it)
    yield equal(f"Wie het volgens het {AKO} niet haalt, is even vaak genoemd als geteld", [names])


def answers(grids: Grids) -> Iterator[Bevinding]:
    """Judge that of each extra vraag the answers and nothing add up to who was asked."""
    asked = [grid for naam, grid in grids.items() if naam.startswith(OF_VRAAG)]
    if asked:
        sums = [
            (
                grid.titel,
                sum(number(row["aantal"]) for key, row in grid.rijen.items() if key != SOM),
                grid.rijen[SOM]["aantal"],
            )
            for grid in asked
        ]
        yield equal("Van elke extra vraag tellen de antwoorden en wie niet antwoordde op tot wie zij is gesteld", sums)


def sentences_agree(chapter: Chapter, grids: Grids) -> Bevinding:
    """Hold each figure in the sentences of a chapter against its table."""
    wrong = []
    for zin in (zin for block in chapter.blokken for zin in sentences(block)):
        for part in zin:
            if not isinstance(part, str) and (stands := looked_up(part.bron, grids)) != part.waarde:
                wrong.append(f"{part.tekst} in ‘{plain(zin)}’; de tabel heeft {stands}")
    number_of = len(chapter.cijfers)
    return Bevinding(f"{chapter.titel}: de {number_of} cijfers in de zinnen zijn die van hun tabel", tuple(wrong))


def looked_up(bron: Bron, grids: Grids) -> Value:
    """Find what the table has; None when it has no such cell."""
    if isinstance(bron, Cel):
        return grids[bron.tabel].rijen.get(bron.rij, {}).get(bron.naam) if bron.tabel in grids else None
    if isinstance(bron, Rijen):
        rows = grids[bron.tabel].rijen.values() if bron.tabel in grids else []
        return len([row for row in rows if not bron.naam or row.get(bron.naam) == bron.waarde])
    return sum(number(looked_up(each, grids)) for each in bron.cellen)

"""What a source prints and what follows from its own figures: sums, differences and percentages, computed and compared.

A figure that is not there, or is n.b., is never taken for 0: what would need it is not computed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from landkaart.domein.kengetal import TOTAAL, Kengetal, Kenmerk, by_kenmerk, decimals_of, rounded
from landkaart.domein.kengetal_indeling import Berekening, Controleregel, Optelling, indeling

REALISATIE, STREEFWAARDE, BEGROTING = "realisatie", "streefwaarde", "begroting"
PERCENTAGE, VERSCHIL, AANDEEL = "percentage", "verschil", "aandeel"
CHANGE = "verschil met "
# As a note says that a fall was printed without a minus.
FALL_IS_POSITIVE = "daling staat als positief getal"
PERCENT = "%"
HUNDRED = Decimal(100)
Known = Mapping[Kenmerk, Kengetal]


@dataclass(frozen=True)
class Controle:
    """`berekend` is exact. `keren`: so many rows or columns, of which this is one and all agree."""

    tabel: str
    wat: str
    berekend: Decimal
    gedrukt: Decimal
    is_percentage: bool = False
    toelichting: str = ""
    keren: int = 1
    eenheid: str = ""  # What there are `keren` of: "rijen", "kolommen"; empty where it is one figure.

    @property
    def klopt(self) -> bool:
        """Judge a sum exactly, and a percentage as it was rounded in print."""
        if self.is_percentage:
            return rounded(self.berekend, decimals_of(self.gedrukt)) == self.gedrukt
        return self.berekend == self.gedrukt


def controles(kengetallen: Sequence[Kengetal]) -> list[Controle]:
    """Compute all that follows from these figures, in the order of the tables."""
    known = by_kenmerk(kengetallen)
    found = [
        *sums_of_groups(kengetallen),
        *percentages(known),
        *changes(known),
        *merged(differences(known)),
        *shares(kengetallen),
        *(each for optelling in indeling().optellingen for each in merged(columns_of(kengetallen, optelling))),
        *rules(known),
    ]
    order = {code: place for place, code in enumerate(indeling().in_order([each.tabel for each in kengetallen]))}
    return sorted(found, key=lambda each: order[each.tabel])


def sums_of_groups(kengetallen: Iterable[Kengetal]) -> Iterator[Controle]:
    """Add the groups up, where there are two or more beside the total; what is no amount is not added."""
    groups: dict[Kenmerk, list[Kengetal]] = defaultdict(list)
    for each in kengetallen:
        groups[each.kenmerk._replace(uitsplitsing=TOTAAL)].append(each)
    for kenmerk, group in groups.items():
        total = [each for each in group if each.uitsplitsing == TOTAAL]
        parts = [each for each in group if each.uitsplitsing != TOTAAL]
        if len(total) == 1 and len(parts) > 1 and is_amount(total[0]):
            yield from added_up(f"Som van de groepen, {kenmerk.periode}: {kenmerk.indicator}", parts, total[0])


def is_amount(kengetal: Kengetal) -> bool:
    """Say whether parts of it add up to it: a per cent or a school mark does not."""
    return kengetal.getal is not None and kengetal.eenheid != PERCENT and not kengetal.eenheid.startswith("cijfer")


def added_up(wat: str, parts: Sequence[Kengetal], total: Kengetal) -> Iterator[Controle]:
    numbers = [each.getal for each in parts if each.getal is not None]
    if total.getal is None or len(numbers) < len(parts):
        return
    found = Controle(total.tabel, wat, sum(numbers, Decimal()), total.getal)
    yield replace(found, toelichting=rounding_note(found, len(parts)))


def rounding_note(found: Controle, terms: int) -> str:
    """Say when the difference is no more than the rounding of the terms and of the total can make."""
    off = abs(found.berekend - found.gedrukt)
    unit = Decimal(1).scaleb(-min(decimals_of(found.berekend), decimals_of(found.gedrukt)))
    may_be = 0 < off <= unit * (terms + 1) / 2
    return f"verschil van {str(off).replace('.', ',')} kan afronding zijn" if may_be else ""


def percentages(known: Known) -> Iterator[Controle]:
    """Set each percentage beside realisatie and streefwaarde."""
    for kenmerk, each in known.items():
        done, target = (number_of(known, kenmerk._replace(soort=soort)) for soort in (REALISATIE, STREEFWAARDE))
        if kenmerk.soort == PERCENTAGE and each.getal is not None and done is not None and target:
            wat = f"Realisatie gedeeld door streefwaarde, {kenmerk.periode}: {kenmerk.indicator}"
            yield Controle(kenmerk.tabel, wat, HUNDRED * done / target, each.getal, True)


def changes(known: Known) -> Iterator[Controle]:
    """Set each change since another periode beside the two figures themselves."""
    for kenmerk, each in known.items():
        if not kenmerk.soort.startswith(CHANGE) or each.getal is None:
            continue
        since = kenmerk.soort.removeprefix(CHANGE)
        now, then = (number_of(known, kenmerk._replace(soort=REALISATIE, periode=at)) for at in (kenmerk.periode, since))
        if now is not None and then is not None:
            falls = FALL_IS_POSITIVE in each.noot
            wat = f"{kenmerk.indicator}: {f'{since} min {kenmerk.periode}' if falls else f'{kenmerk.periode} min {since}'}"
            note = "een daling is positief" if falls else ""
            yield Controle(kenmerk.tabel, wat, then - now if falls else now - then, each.getal, toelichting=note)


def differences(known: Known) -> Iterator[Controle]:
    """Set each verschil beside realisatie and begroting."""
    for kenmerk, each in known.items():
        done, planned = (number_of(known, kenmerk._replace(soort=soort)) for soort in (REALISATIE, BEGROTING))
        if kenmerk.soort == VERSCHIL and each.getal is not None and done is not None and planned is not None:
            wat = f"Realisatie {kenmerk.periode} min begroting {kenmerk.periode} is het verschil"
            yield Controle(kenmerk.tabel, wat, done - planned, each.getal, toelichting=kenmerk.indicator, eenheid="rijen")


def shares(kengetallen: Iterable[Kengetal]) -> Iterator[Controle]:
    """Add the shares of a whole up to 100%."""
    groups: dict[tuple[str, str, str], list[Kengetal]] = defaultdict(list)
    for each in kengetallen:
        if each.soort == AANDEEL and each.eenheid == PERCENT:
            groups[each.tabel, each.uitsplitsing, each.periode].append(each)
    for (tabel, _, periode), parts in groups.items():
        numbers = [each.getal for each in parts if each.getal is not None]
        if len(numbers) == len(parts) > 1:
            found = Controle(tabel, f"Som van de aandelen, {periode}", sum(numbers, Decimal()), HUNDRED)
            off, unit = abs(found.berekend - HUNDRED), Decimal(1).scaleb(-max(map(decimals_of, numbers)))
            note = "afronding" if 0 < off <= unit * len(parts) / 2 else ""
            yield replace(found, toelichting=note)


def columns_of(kengetallen: Iterable[Kengetal], optelling: Optelling) -> Iterator[Controle]:
    """Add up each column of a table that is printed with its parts."""
    columns: dict[tuple[str, str], list[Kengetal]] = defaultdict(list)
    for each in kengetallen:
        if each.tabel == optelling.tabel:
            columns[each.periode, each.soort].append(each)
    for (periode, soort), column in columns.items():
        rows = {each.indicator: each for each in column}
        parts = [each for each in column if each.onderdeel]
        names = (optelling.totaal, optelling.gelijk_aan, optelling.erbij)
        total, whole, more = (number_in(rows, name) for name in names)
        numbers = [each.getal for each in parts if each.getal is not None]
        if total is None or whole is None or not parts or len(numbers) < len(parts):
            continue
        added, rest = sum(numbers, Decimal()), (whole, more or Decimal())
        yield from column_adds_up(optelling, f"{periode} {soort}", added, total, rest)


def column_adds_up(
    optelling: Optelling, place: str, added: Decimal, total: Decimal, rest: tuple[Decimal, Decimal]
) -> Iterator[Controle]:
    """Compare the parts with their total, and the total with the whole: a line of its own only when that differs."""
    whole, more = rest
    extra = f" met {optelling.erbij.lower()}" if optelling.erbij else ""
    first, then = f"Som van de onderdelen is {optelling.totaal.lower()}", f"{extra} is {optelling.gelijk_aan.lower()}"
    again = Controle(
        optelling.tabel, f"{optelling.totaal}{then}", total + more, whole, toelichting=place, eenheid="kolommen"
    )
    wat = f"{first}, en dat{then}" if again.klopt else first
    yield Controle(optelling.tabel, wat, added, total, toelichting=place, eenheid="kolommen")
    if not again.klopt:
        yield again


def number_in(rows: Mapping[str, Kengetal], indicator: str) -> Decimal | None:
    return rows[indicator].getal if indicator in rows else None


def merged(found: Iterable[Controle]) -> Iterator[Controle]:
    """Make one of all that agree and are about the same; what differs stays by itself, with where it is."""
    agreeing: dict[tuple[str, str], list[Controle]] = defaultdict(list)
    differing = []
    for each in found:
        if each.klopt:
            agreeing[each.tabel, each.wat].append(each)
        else:
            differing.append(replace(each, wat=f"{each.wat}: {each.toelichting}", toelichting="", eenheid=""))
    for group in agreeing.values():
        yield replace(group[0], keren=len(group), toelichting="")
    yield from differing


def rules(known: Known) -> Iterator[Controle]:
    """Compute what is written down beforehand, of which all figures are there."""
    plain: dict[tuple[str, ...], Kengetal] = {(key.tabel, *key[2:]): each for key, each in known.items()}
    for regel in indeling().controles:
        part, whole = total_of(regel.deel, plain), total_of(regel.geheel, plain)
        printed = total_of((regel.gedrukt,), plain)
        if part is not None and whole is not None and printed is not None:
            yield judged(regel, part, whole, printed)


def judged(regel: Controleregel, part: Decimal, whole: Decimal, printed: Decimal) -> Controle:
    tabel = (regel.gedrukt if "|" in regel.gedrukt else regel.deel[0]).removeprefix("- ").partition(" | ")[0]
    if regel.berekening is Berekening.SOM:
        return Controle(tabel, regel.wat, part, printed, toelichting=regel.toelichting)
    compared = part - whole if regel.berekening is Berekening.GROEI else part
    return Controle(tabel, regel.wat, HUNDRED * compared / whole, printed, True, regel.toelichting)


def total_of(terms: Sequence[str], known: Mapping[tuple[str, ...], Kengetal]) -> Decimal | None:
    """Add the terms up; None as soon as one is not there, or is no number."""
    total = Decimal()
    for term in terms:
        plain = term.removeprefix("- ")
        if "|" in plain:
            found = known.get(tuple(part.strip() for part in plain.split("|")))
            number = found.getal if found else None
        else:
            number = Decimal(plain)
        if number is None:
            return None
        total += -number if plain != term else number
    return total


def number_of(known: Known, kenmerk: Kenmerk) -> Decimal | None:
    return known[kenmerk].getal if kenmerk in known else None

"""What the figures about judgements, answers and freshness say, in sentences that more chapters use."""

from datetime import datetime

from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.oordelen import per_klasse
from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.domein.rounding import share
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.uitslag import Uitslag
from landkaart.domein.vraagvorm import VraagSoort
from landkaart.programma.namen import AKO, TERTAAL, WERKPLEIN, WERKPLEINEN
from landkaart.rapport import dutch, tables
from landkaart.rapport.dutch import verb
from landkaart.rapport.gemiddelden_figuur import AfstandGroep, afstand_table
from landkaart.rapport.rapportage.grids_oordeel import SOM, periods, vraag_name
from landkaart.rapport.rapportage.grids_stand import whole
from landkaart.rapport.rapportage.model import Cijfer, Notatie, Rijen, Som, Zin
from landkaart.rapport.rapportage.zinnen import aantal, cel, enumerated, procent, punten, rows_of, werkpleinen, zin
from landkaart.rapport.uitslag import counted

NOT_FIXED = f"Het {AKO} heeft de lijst van achterblijvers van dit {TERTAAL} niet vastgesteld."


def dates_zin(beeld: Tertaalbeeld) -> Zin:
    """Say when the uitvraag opened, reminded and closed."""
    found = beeld.uitvraag
    if found is None:
        return zin(f"Voor {beeld.tertaal} was er geen uitvraag; de cijfers komen uit bestanden.")
    opens, reminds, closes = dutch.opening(found.opent), dutch.opening(found.herinnering), dutch.closing(found.sluit)
    ends = "sloot" if beeld.gesloten else "sluit"
    return zin(
        f"De uitvraag van {beeld.tertaal} opende op {opens}; de herinnering was op {reminds}. Zij {ends} op {closes}."
    )


def freshness_zin(beeld: Tertaalbeeld) -> Zin:
    """Say how many last filled in when."""
    if beeld.uitvraag is None:
        return zin()
    when = periods(beeld.uitvraag)
    said = {
        Actualiteit.DEZE_UITVRAAG: f" in deze uitvraag ({when[Actualiteit.DEZE_UITVRAAG]})",
        Actualiteit.EERDER: f" van {when[Actualiteit.EERDER]}",
        Actualiteit.VEROUDERD: f" langer geleden ({when[Actualiteit.VEROUDERD]})",
    }
    active = werkpleinen(len(beeld.actualiteit), cel("actualiteit", SOM, "aantal"))
    counts = [zin(of_class(beeld, klasse), text) for klasse, text in said.items()]
    never = len(beeld.in_class(Actualiteit.NOOIT))
    left = zin(" ", of_class(beeld, Actualiteit.NOOIT), f" {verb(never, 'vulde', 'vulden')} de landkaart nooit in.")
    begins = zin("Van de ", active, " die bij de sluiting open waren, werkten er ")
    return zin(begins, enumerated(counts), " hun gegevens voor het laatst bij.", left if never else "")


def of_class(beeld: Tertaalbeeld, klasse: Actualiteit) -> Cijfer:
    return aantal(len(beeld.in_class(klasse)), cel("actualiteit", klasse.value, "aantal"))


def verouderd_zin(beeld: Tertaalbeeld) -> Zin:
    """Say how many of those whose data are outdated are to close."""
    old = beeld.in_class(Actualiteit.VEROUDERD)
    closing = [code for code in old if beeld.indicaties.get(code) is Indicatie.SLUIT]
    if not old:
        return zin(f"Van geen enkel {WERKPLEIN} zijn de gegevens verouderd.")
    first = zin("Van ", werkpleinen_of("verouderd", len(old)), " zijn de gegevens verouderd")
    if not closing:
        return zin(first, ".")
    them = aantal(len(closing), Rijen("verouderd", "indicatie", Indicatie.SLUIT.label))
    return zin(first, "; ", them, f" daarvan {verb(len(closing), 'gaat', 'gaan')} volgens het {AKO} sluiten.")


def werkpleinen_of(tabel: str, count: int) -> Zin:
    """Write how many rows a table of werkpleinen has."""
    return zin(rows_of(tabel, count), f" {WERKPLEIN}" if count == 1 else f" {WERKPLEINEN}")


def achterblijvers_zin(found: RapportGegevens) -> Zin:
    """Say how many lag by the rule, and how many of them are new on the list."""
    lijst = found.lijst
    number, new = len(lijst.redenen), len(lijst.nieuw)
    if not number:
        return zin(f"Volgens de regel blijft geen enkel {WERKPLEIN} achter.")
    begins = zin(
        "Volgens de regel ", verb(number, "blijft ", "blijven "), werkpleinen_of("achterblijvers", number), " achter"
    )
    fresh = zin(
        "; ", aantal(new, Rijen("achterblijvers", "duur", "nieuw")), f" daarvan {verb(new, 'is', 'zijn')} nieuw op de lijst"
    )
    return zin(begins, fresh if new else "", ".")


def vaste_lijst_zin(found: RapportGegevens) -> Zin:
    """Say how many the AKO put on its list, and when."""
    fixed = found.vastgesteld
    if fixed is None:
        return zin(NOT_FIXED)
    number = len(fixed.redenen)
    day = dutch.day(fixed.opgeslagen_op)
    return zin(f"Het {AKO} stelde op {day} een lijst vast van ", werkpleinen_of("vaste_lijst", number), ".")


def indicaties_zin(beeld: Tertaalbeeld) -> Zin:
    """Say how many make it when by the AKO's word."""
    counts = {klasse: len(codes) for klasse, codes in per_klasse(beeld).items()}
    if not any(counts[klasse] for klasse in Indicatie):
        return zin(f"Het {AKO} gaf in dit {TERTAAL} nog geen oordelen.")
    year = beeld.tertaal.year

    def of(klasse: Indicatie | None) -> Cijfer:
        return aantal(counts[klasse], cel("indicaties", klasse.value if klasse else "geen", "aantal"))

    def werkpleinen_die(klasse: Indicatie, one: str, many: str) -> Zin:
        return zin(of(klasse), f" {verb(counts[klasse], one, many)}")

    named = [
        zin(
            of(Indicatie.DIT_JAAR),
            f" {verb(counts[Indicatie.DIT_JAAR], WERKPLEIN, WERKPLEINEN)} het in {year} ",
            verb(counts[Indicatie.DIT_JAAR], "haalt", "halen"),
        ),
        zin(of(Indicatie.VOLGEND_JAAR), f" in {year + 1}"),
        zin(of(Indicatie.NIET), " niet"),
    ]
    closing = zin("; ", werkpleinen_die(Indicatie.SLUIT, "sluit", "sluiten")) if counts[Indicatie.SLUIT] else ""
    left = zin(" Over ", of(None), " is nog geen oordeel gegeven.") if counts[None] else ""
    return zin(f"Het {AKO} verwacht dat ", enumerated(named), closing, ".", left)


def niet_halen_zin(beeld: Tertaalbeeld) -> Zin:
    """Name who will not make it."""
    codes = tables.in_order(beeld, per_klasse(beeld)[Indicatie.NIET])
    if not codes:
        return zin(f"Van geen enkel {WERKPLEIN} verwacht het {AKO} dat het het niet haalt.")
    called = dutch.enumeration([beeld.namen[code] for code in codes])
    halen = verb(len(codes), "haalt", "halen")
    return zin(werkpleinen_of("niet_halen", len(codes)), f" {halen} het volgens het {AKO} niet: {called}.")


def afstand_zin(beeld: Tertaalbeeld) -> Zin:
    """Say how far those that will not make it stand below the others, and what that did."""
    table = afstand_table(beeld, AfstandGroep.INDICATIE)
    rows = table.to_dict("records")
    now, before = rows[-1], rows[-2] if len(rows) > 1 else None
    distance = whole(now["afstand"])
    if distance is None:
        return zin()
    here = now["tertaal"]
    mine = procent(whole(now["gemiddelde_groep"]), cel("afstand", here, "gemiddelde_groep"))
    others = procent(whole(now["gemiddelde_anderen"]), cel("afstand", here, "gemiddelde_anderen"))
    said = zin(
        f"Wie het volgens het {AKO} niet haalt, staat gemiddeld op ",
        mine,
        ", de anderen op ",
        others,
        ": een afstand van ",
        punten(distance, cel("afstand", here, "afstand")),
    )
    then = whole(before["afstand"]) if before else None
    if before is None or then is None:
        return zin(said, ".")
    was = Cijfer(then, Notatie.AANTAL, cel("afstand", before["tertaal"], "afstand"))
    if then == distance:
        return zin(said, f", evenveel als in {before['tertaal']}.")
    how = "groter" if distance > then else "kleiner"
    return zin(said, f". Die is {how} geworden: in {before['tertaal']} was zij ", was, ".")


def vraag_zin(uitslag: Uitslag) -> Zin:
    """Say how many answered, and what; of numbers what they are together."""
    table = vraag_name(uitslag)
    asked = werkpleinen(uitslag.n, cel(table, SOM, "aantal"))
    where = Som(tuple(cel(table, code, "aantal") for code in uitslag.said))
    begins = zin(
        "Van de ", asked, " ", verb(uitslag.beantwoord, "antwoordde ", "antwoordden "), aantal(uitslag.beantwoord, where)
    )
    if uitslag.vorm.soort in (VraagSoort.JA_NEE, VraagSoort.KEUZE):
        named = [
            zin(aantal(len(uitslag.who(code)), cel(table, code, "aantal")), f" {label.lower()}")
            for code, label in uitslag.said.items()
        ]
        return zin(begins, ": ", enumerated(named), ".")
    more = counted(uitslag)
    return zin(begins, f": {more}." if more else ".")


def last_oordeel(found: RapportGegevens) -> datetime | None:
    """Return when the last judgement was given; None when none has a moment."""
    moments = [each.gegeven_op for each in found.oordelen.values() if each.gegeven_op]
    return max(moments, default=None)


def answered_share_zin(beeld: Tertaalbeeld) -> Zin:
    """Say what part responded in this uitvraag."""
    n, here = len(beeld.actualiteit), len(beeld.in_class(Actualiteit.DEZE_UITVRAAG))
    if not n:
        return zin()
    part = procent(share(here, n), cel("actualiteit", Actualiteit.DEZE_UITVRAAG.value, "aandeel"))
    whole_of = aantal(n, cel("actualiteit", SOM, "aantal"))
    reacted = of_class(beeld, Actualiteit.DEZE_UITVRAAG)
    return zin(
        "In deze uitvraag ",
        verb(here, "reageerde ", "reageerden "),
        reacted,
        " van de ",
        whole_of,
        f" {WERKPLEINEN} (",
        part,
        ").",
    )

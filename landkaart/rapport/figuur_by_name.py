"""Every figure of the country by the name it has in an address, with the choices that stand behind it there."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from landkaart.domein.kaart import KaartKeuze
from landkaart.domein.prognose import prognoses
from landkaart.domein.rounding import whole_percent
from landkaart.domein.stand import TOTAAL
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import TERTAAL
from landkaart.rapport import gemiddelden_figuur, heatmap_figuur, row_names, table_charts, tables
from landkaart.rapport.beweging_figuur import MOVED, beweging_figuur
from landkaart.rapport.drijfveren_figuur import drijfveren_figuur
from landkaart.rapport.explanation import freshness
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.kaart_figuur import kaart_figuur
from landkaart.rapport.oordelen import oordelen_figuur
from landkaart.rapport.overgangen_figuur import overgangen_figuur
from landkaart.rapport.prognose_figuur import groen_per_tertaal

# What an address asks for, by name, as text.
Params = Mapping[str, str]


def figuur(beeld: Tertaalbeeld, naam: str, params: Params) -> Figuur:
    """Make one of FIGUREN.

    Raises KeyError for an unknown name, for choices that cannot be, and while nobody has a stand.
    """
    if not beeld.stand.n:
        raise KeyError(naam)
    return FIGUREN[naam](beeld, params)


def tabel2(beeld: Tertaalbeeld, params: Params) -> Figuur:
    spec = table_charts.band_bars(beeld.stand.totaal_and_fasen(), row_names.fase_titles())
    return Figuur(f"Tabel 2: score per fase, {freshness(beeld)}", spec, tables.table2(beeld.stand), banden=True)


def tabel3(beeld: Tertaalbeeld, params: Params) -> Figuur:
    spec = table_charts.band_bars(beeld.stand.per_mijlpaal(), row_names.mijlpaal_titles(), row_names.fase_headings())
    return Figuur(f"Tabel 3: score per mijlpaal, {freshness(beeld)}", spec, tables.table3(beeld.stand), banden=True)


def tabel4(beeld: Tertaalbeeld, params: Params) -> Figuur:
    averages = [whole_percent(beeld.stands[tertaal].average()) for tertaal in beeld.geschiedenis]
    spec = table_charts.average_line([str(tertaal) for tertaal in beeld.geschiedenis], averages)
    title = f"Tabel 4: landelijk gemiddelde per {TERTAAL}, {beeld.geschiedenis[0]} t/m {beeld.tertaal}"
    return Figuur(title, spec, tables.table4(beeld))


def landkaart(beeld: Tertaalbeeld, params: Params) -> Figuur:
    keuze, places = KaartKeuze.read(params), beeld.werkpleinen.values()
    for asked, known in (
        (keuze.provincie, {place.provincie for place in places}),
        (keuze.arbeidsmarktregio, {place.arbeidsmarktregio for place in places}),
    ):
        if asked is not None and asked not in known:
            raise KeyError(asked)
    return kaart_figuur(beeld, keuze)


def beweging(beeld: Tertaalbeeld, params: Params) -> Figuur:
    return beweging_figuur(beeld, compared_with(beeld, params))


def drijfveren(beeld: Tertaalbeeld, params: Params) -> Figuur:
    groepen: dict[str, str | None] = {richting.value: richting.value for richting in MOVED} | {"": None}
    return drijfveren_figuur(beeld, compared_with(beeld, params), groepen[params.get("onder", "")])


def overgangen(beeld: Tertaalbeeld, params: Params) -> Figuur:
    return overgangen_figuur(beeld, compared_with(beeld, params), params.get("rij", TOTAAL))


def same_werkpleinen(beeld: Tertaalbeeld, params: Params) -> Figuur:
    return gemiddelden_figuur.same_werkpleinen_figuur(beeld)


def afstand(beeld: Tertaalbeeld, params: Params) -> Figuur:
    groep = gemiddelden_figuur.AfstandGroep.by_code()[params.get("groep", "lijst")]
    return gemiddelden_figuur.afstand_figuur(beeld, groep)


def heatmap(beeld: Tertaalbeeld, params: Params) -> Figuur:
    """Make one page (`blad`, from 1) of it."""
    met = compared_with(beeld, params)
    toon = heatmap_figuur.Toon.by_code()[params.get("toon", "band")]
    volgorde = heatmap_figuur.Volgorde.by_code()[params.get("volgorde", "score")]
    regio = params.get("regio")
    if regio is not None and regio not in heatmap_figuur.regions(beeld):
        raise KeyError(regio)
    codes = heatmap_figuur.codes_in_order(beeld, met, volgorde, regio)
    blad = {str(blad): blad for blad in range(1, heatmap_figuur.pages_of(codes) + 1)}[params.get("blad", "1")]
    page = codes[(blad - 1) * heatmap_figuur.PER_PAGE : blad * heatmap_figuur.PER_PAGE]
    found = heatmap_figuur.heatmap_figuur(beeld, met, page, toon)
    return found if page == codes else replace(found, geheel=heatmap_figuur.heatmap_table(beeld, met, codes, toon))


def prognose(beeld: Tertaalbeeld, params: Params) -> Figuur:
    return groen_per_tertaal(beeld, prognoses(beeld))


def indicaties(beeld: Tertaalbeeld, params: Params) -> Figuur:
    return oordelen_figuur(beeld)


def earlier_tertalen(beeld: Tertaalbeeld) -> list[Tertaal]:
    """Return with which tertalen this one can be compared, the nearest first."""
    return [tertaal for tertaal in reversed(beeld.geschiedenis) if tertaal < beeld.tertaal]


def compared_with(beeld: Tertaalbeeld, params: Params) -> Tertaal:
    """Return the tertaal that `met` asks to compare with; without one the nearest known, or the one before.

    Raises KeyError for a tertaal that is not known.
    """
    known = {str(tertaal): tertaal for tertaal in earlier_tertalen(beeld)}
    return known[params["met"]] if "met" in params else next(iter(known.values()), beeld.tertaal.before())


FIGUREN: dict[str, Callable[[Tertaalbeeld, Params], Figuur]] = {
    "tabel2": tabel2,
    "tabel3": tabel3,
    "tabel4": tabel4,
    "landkaart": landkaart,
    "beweging": beweging,
    "drijfveren": drijfveren,
    "overgangen": overgangen,
    "steeds": same_werkpleinen,
    "afstand": afstand,
    "heatmap": heatmap,
    "prognose": prognose,
    "indicaties": indicaties,
}

# Which choices in an address each takes; the others say nothing about it.
CHOICES: Mapping[str, Sequence[str]] = {
    "landkaart": ("rij", "toon", "provincie", "arbeidsmarktregio", "band", "actualiteit"),
    "beweging": ("met",),
    "drijfveren": ("met", "onder"),
    "overgangen": ("met", "rij"),
    "afstand": ("groep",),
    "heatmap": ("met", "toon", "volgorde", "regio", "blad"),
}


def choices_of(beeld: Tertaalbeeld, naam: str, params: Params) -> dict[str, str]:
    """Return the choices by which a figuur is made, as they stand in an address, also the comparison that is not asked."""
    asked = {name: params[name] for name in CHOICES.get(naam, ()) if params.get(name)}
    return {"met": str(compared_with(beeld, params))} | asked if "met" in CHOICES.get(naam, ()) else asked

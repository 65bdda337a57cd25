"""The figures of the Landkaart, of Ontwikkeling and of Alle werkpleinen, as an address asks for them."""

from collections.abc import Mapping

from landkaart.domein.kaart import KaartKeuze
from landkaart.domein.stand import TOTAAL
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.vergelijking import Richting
from landkaart.rapport import (
    beweging_figuur,
    drijfveren_figuur,
    gemiddelden_figuur,
    heatmap_figuur,
    kaart_figuur,
    overgangen_figuur,
)
from landkaart.rapport.figuur import Figuur

Params = Mapping[str, str]


def landkaart(beeld: Tertaalbeeld, params: Params) -> Figuur:
    keuze, places = KaartKeuze.read(params), beeld.werkpleinen.values()
    for asked, known in (
        (keuze.provincie, {place.provincie for place in places}),
        (keuze.arbeidsmarktregio, {place.arbeidsmarktregio for place in places}),
    ):
        if asked is not None and asked not in known:
            raise KeyError(asked)
    return kaart_figuur.kaart_figuur(beeld, keuze)


def beweging(beeld: Tertaalbeeld, params: Params) -> Figuur:
    return beweging_figuur.beweging_figuur(beeld, met_of(beeld, params))


def drijfveren_van(beeld: Tertaalbeeld, params: Params) -> Figuur:
    onder = {richting.value: richting.value for richting in (Richting.VOORUIT, Richting.ACHTERUIT)} | {"": None}
    return drijfveren_figuur.drijfveren_figuur(beeld, met_of(beeld, params), onder[params.get("onder", "")])


def overgangen_van(beeld: Tertaalbeeld, params: Params) -> Figuur:
    return overgangen_figuur.overgangen_figuur(beeld, met_of(beeld, params), params.get("rij", TOTAAL))


def steeds(beeld: Tertaalbeeld, params: Params) -> Figuur:
    return gemiddelden_figuur.same_werkpleinen_figuur(beeld)


def afstand(beeld: Tertaalbeeld, params: Params) -> Figuur:
    return gemiddelden_figuur.afstand_figuur(
        beeld, {groep.value: groep for groep in gemiddelden_figuur.AfstandGroep}[params.get("groep", "lijst")]
    )


def heatmap_van(beeld: Tertaalbeeld, params: Params) -> Figuur:
    met = met_of(beeld, params)
    toon = {toon.value: toon for toon in heatmap_figuur.Toon}[params.get("toon", "band")]
    volgorde = {volgorde.value: volgorde for volgorde in heatmap_figuur.Volgorde}[params.get("volgorde", "score")]
    regio = params.get("regio")
    if regio is not None and regio not in heatmap_figuur.regions(beeld):
        raise KeyError(regio)
    codes = heatmap_figuur.codes_in_order(beeld, met, volgorde, regio)
    blad = {str(blad): blad for blad in range(1, heatmap_figuur.pages_of(codes) + 1)}[params.get("blad", "1")]
    return heatmap_figuur.heatmap_figuur(
        beeld, met, codes[(blad - 1) * heatmap_figuur.PER_PAGE : blad * heatmap_figuur.PER_PAGE], toon
    )


def earlier(beeld: Tertaalbeeld) -> list[Tertaal]:
    """With which tertalen this one can be compared, the nearest first."""
    return [tertaal for tertaal in reversed(beeld.geschiedenis) if tertaal < beeld.tertaal]


def met_of(beeld: Tertaalbeeld, params: Params) -> Tertaal:
    """The tertaal to compare with; without one the nearest known, or the one before. Raises KeyError for an unknown one."""
    known = {str(tertaal): tertaal for tertaal in earlier(beeld)}
    return known[params["met"]] if "met" in params else next(iter(known.values()), beeld.tertaal.before())


FIGUREN = {
    "landkaart": landkaart,
    "beweging": beweging,
    "drijfveren": drijfveren_van,
    "overgangen": overgangen_van,
    "steeds": steeds,
    "afstand": afstand,
    "heatmap": heatmap_van,
}

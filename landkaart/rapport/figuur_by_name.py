"""Every figure by the name it has in an address."""

from collections.abc import Callable, Mapping

from landkaart.domein.prognose import prognoses
from landkaart.domein.stand import whole_percent
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import oordelen, table_charts, tables
from landkaart.rapport.explanation import freshness
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.gevraagd import FIGUREN as GEVRAAGD
from landkaart.rapport.prognose_figuur import groen_per_tertaal

Params = Mapping[str, str]


def figuur(beeld: Tertaalbeeld, naam: str, params: Params) -> Figuur:
    """Raises KeyError for an unknown name, for choices that cannot be, and while nobody has a stand."""
    if not beeld.stand.n:
        raise KeyError(naam)
    return FIGUREN[naam](beeld, params)


def tabel2(beeld: Tertaalbeeld, params: Params) -> Figuur:
    titles = tables.fase_titles()
    spec = table_charts.bars(beeld.stand.totaal_and_fasen(), titles)
    return Figuur(f"Tabel 2: score per fase, {freshness(beeld)}", spec, tables.table2(beeld.stand), banden=True)


def tabel3(beeld: Tertaalbeeld, params: Params) -> Figuur:
    spec = table_charts.bars(beeld.stand.per_mijlpaal(), tables.mijlpaal_titles(), tables.headings())
    return Figuur(f"Tabel 3: score per mijlpaal, {freshness(beeld)}", spec, tables.table3(beeld.stand), banden=True)


def tabel4(beeld: Tertaalbeeld, params: Params) -> Figuur:
    averages = [whole_percent(beeld.stands[tertaal].average()) for tertaal in beeld.geschiedenis]
    spec = table_charts.line([str(tertaal) for tertaal in beeld.geschiedenis], averages)
    first = beeld.geschiedenis[0]
    title = f"Tabel 4: landelijk gemiddelde per tertaal, {first} t/m {beeld.tertaal}"
    return Figuur(title, spec, tables.table4(beeld))


FIGUREN: dict[str, Callable[[Tertaalbeeld, Params], Figuur]] = GEVRAAGD | {
    "tabel2": tabel2,
    "tabel3": tabel3,
    "tabel4": tabel4,
    "prognose": lambda beeld, params: groen_per_tertaal(beeld, prognoses(beeld)),
    "indicaties": lambda beeld, params: oordelen.oordelen_figuur(beeld),
}

"""Averages over the tertalen as lines: everybody beside always the same werkpleinen, a group beside the others."""

from collections.abc import Mapping, Sequence

import altair as alt
import pandas as pd

from landkaart.domein.achterblijvers import Regel
from landkaart.domein.achterblijverslijst import codes_on_list
from landkaart.domein.gemiddelden import averages, distance, with_stand_throughout
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.labelled import Labelled
from landkaart.domein.rounding import whole_percent
from landkaart.domein.stand import Stand
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import AKO, TERTAAL, WERKPLEINEN
from landkaart.rapport.chart_style import BOLD, Spec, finish, score_axis, tertaal_axis
from landkaart.rapport.colours import GUIDE, PRIMARY, SECOND, TEXT
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.herkomst import OORDELEN

# A tertaalbeeld knows who was verouderd in its own tertaal only; left out of all, each list is by one and the same rule.
REGEL = Regel(verouderd=False)


class AfstandGroep(Labelled):
    """Whom to set beside the others; `label` is the choice, `naam` its line in the chart."""

    INDICATIE = "indicatie", f"{AKO}-indicatie ‘haalt het niet’"
    LIJST = "lijst", f"Achterblijvers van dit {TERTAAL}"
    OPNIEUW = "opnieuw", f"Achterblijvers, elk {TERTAAL} opnieuw"

    @property
    def naam(self) -> str:
        """Return what its line in the chart is called."""
        return f"{AKO}: haalt het niet" if self is AfstandGroep.INDICATIE else "Achterblijvers"

    @property
    def uitleg(self) -> str:
        """Say what a reader must know before he reads something into it."""
        return EXPLANATIONS[self]

    def codes(self, beeld: Tertaalbeeld) -> dict[Tertaal, Sequence[str]]:
        """Return who belongs to it in each tertaal: those of this one followed back, or the list of each tertaal itself."""
        if self is AfstandGroep.OPNIEUW:
            return {tertaal: list(codes_on_list(beeld, tertaal, REGEL, {})) for tertaal in beeld.geschiedenis}
        judged = [code for code, indicatie in beeld.indicaties.items() if indicatie is Indicatie.NIET]
        return dict.fromkeys(beeld.geschiedenis, judged if self is AfstandGroep.INDICATIE else list(beeld.achterblijvers))


EXPLANATIONS = {
    AfstandGroep.INDICATIE: f"Het oordeel is dat van het {AKO} over dit {TERTAAL}, zoals het nu is; dezelfde {WERKPLEINEN} "
    f"zijn in elk {TERTAAL} gevolgd.",
    AfstandGroep.LIJST: f"De achterblijvers van dit {TERTAAL} zijn in elk {TERTAAL} gevolgd. Wie niet groeit komt op die "
    "lijst: dat de afstand groter wordt, volgt dus voor een deel uit de regel zelf.",
    AfstandGroep.OPNIEUW: f"Elk {TERTAAL} heeft hier zijn eigen lijst. {REGEL.zin} Of een invulling verouderd "
    "was, telt hier niet mee.",
}


def stands_of_geschiedenis(beeld: Tertaalbeeld) -> dict[Tertaal, Stand]:
    """Return the stands of the tertalen that table 4 lists, oldest first."""
    return {tertaal: beeld.stands[tertaal] for tertaal in beeld.geschiedenis}


def same_werkpleinen_figuur(beeld: Tertaalbeeld) -> Figuur:
    """Draw table 4 of everybody, and of who has a stand in all of these tertalen; one line where that is the same."""
    stands = stands_of_geschiedenis(beeld)
    every, same = averages(stands), averages(stands, with_stand_throughout(stands))
    table = pd.DataFrame({"tertaal": list(map(str, stands)), "periode": [tertaal.periode for tertaal in stands]})
    for name, found in (("alle", every), ("dezelfde", same)):
        table[f"n_{name}"] = found["n"].array
        table[f"gemiddelde_{name}"] = whole_percents(found["gemiddelde"])
    series = {f"Alle {WERKPLEINEN}": "gemiddelde_alle"}
    if not (table["n_alle"] == table["n_dezelfde"]).all():
        series[f"Steeds dezelfde {WERKPLEINEN}"] = "gemiddelde_dezelfde"
    first, last = table["tertaal"].iloc[0], table["tertaal"].iloc[-1]
    title = f"Landelijk gemiddelde van {first} t/m {last}: alle {WERKPLEINEN} en steeds dezelfde"
    return Figuur(title, lines(table, series), table)


def afstand_figuur(beeld: Tertaalbeeld, groep: AfstandGroep) -> Figuur:
    """Draw a group beside all others."""
    table = afstand_table(beeld, groep)
    title = f"{groep.naam} en de anderen, van {table['tertaal'].iloc[0]} t/m {beeld.tertaal}; ertussen de afstand in punten"
    series = {"De anderen": "gemiddelde_anderen", groep.naam: "gemiddelde_groep"}
    levend = OORDELEN if groep is AfstandGroep.INDICATIE else ""
    return Figuur(title, lines(table, series, gap="afstand"), table, levend=levend)


def afstand_table(beeld: Tertaalbeeld, groep: AfstandGroep) -> pd.DataFrame:
    """Give of a group and of all others n and gemiddelde per tertaal, oldest first.

    `afstand` is the difference of the two shown averages.
    """
    found = distance(stands_of_geschiedenis(beeld), groep.codes(beeld))
    table = pd.DataFrame({"tertaal": list(map(str, found.index)), "n_groep": found["n_groep"].array})
    table["gemiddelde_groep"] = whole_percents(found["groep"])
    table["n_anderen"] = found["n_anderen"].array
    table["gemiddelde_anderen"] = whole_percents(found["anderen"])
    table["afstand"] = table["gemiddelde_anderen"] - table["gemiddelde_groep"]
    return table


def whole_percents(means: pd.Series) -> pd.api.extensions.ExtensionArray:
    """Make a column of means as readers see them; missing where there is no mean."""
    return pd.array([whole_percent(mean) for mean in means], dtype="Int64")


def lines(table: pd.DataFrame, series: Mapping[str, str], gap: str | None = None) -> Spec:
    """Draw lines over the tertalen.

    `series`: column of each line, by its name; `gap`: the column whose value stands between the first two.
    """
    rows = pd.DataFrame([row for name, column in series.items() for row in line_points(table, name, column, series)])
    wide = alt.Legend(title=None, orient="top", labelFontSize=13, labelColor=TEXT, labelLimit=260)
    legend = wide if len(series) > 1 else None
    base = alt.Chart(rows).encode(x=tertaal_axis(), y=score_axis("gemiddelde:Q"))
    named = base.encode(color=alt.Color("reeks:N", scale=scale_of(series, PRIMARY, SECOND), legend=legend))
    dashes = alt.condition("datum.tweede", alt.value([6, 4]), alt.value([1, 0]))
    shapes = alt.Shape("reeks:N", scale=scale_of(series, "circle", "square"), legend=legend)
    path = named.mark_line(strokeWidth=2.5).encode(strokeDash=dashes)
    marks = named.mark_point(filled=True, size=75, opacity=1).encode(shape=shapes)
    above = base.transform_filter("!datum.onder").mark_text(dy=-15, **BOLD).encode(text="tekst:N")
    below = base.transform_filter("datum.onder").mark_text(dy=17, **BOLD).encode(text="tekst:N")
    between = gap_layers(table, list(series.values()), gap) if gap else []
    return finish(*between, path, marks, above, below, height=290)


def scale_of(series: Mapping[str, str], *looks: str) -> alt.Scale:
    """Give each line its look, in the order of `series`."""
    return alt.Scale(domain=list(series), range=list(looks)[: len(series)])


def line_points(table: pd.DataFrame, name: str, column: str, series: Mapping[str, str]) -> list[Spec]:
    """Return a row per point of one line, with the text at it.

    The number of the higher line stands above it, that of the lower one below; of two that are the same only the first
    is written.
    """
    others = [other for other in series.values() if other != column]
    found = []
    for _, row in table.iterrows():
        value, other = row[column], row[others[0]] if others else pd.NA
        missing = pd.isna(value)
        lower = not missing and not pd.isna(other) and value < other
        hidden = missing or (not pd.isna(other) and value == other and column != next(iter(series.values())))
        text = "" if hidden else f"{value}%"
        where = {"tertaal": row["tertaal"], "reeks": name, "gemiddelde": None if missing else int(value)}
        found.append(where | {"tekst": text, "onder": bool(lower), "tweede": name != next(iter(series))})
    return found


def gap_layers(table: pd.DataFrame, columns: Sequence[str], gap: str) -> list[alt.Chart]:
    """Draw a thin line between the two points of a tertaal, with the gap beside it; none where a point is missing."""
    known = table.dropna(subset=[gap])
    high, low = known[columns[0]], known[columns[1]]
    rows = {"tertaal": known["tertaal"], "van": low, "tot": high, "midden": (low + high) / 2, "afstand": known[gap]}
    base = alt.Chart(pd.DataFrame(rows).astype({name: "float64" for name in ("van", "tot", "midden", "afstand")}))
    rule = base.mark_rule(color=GUIDE, strokeWidth=1).encode(x=tertaal_axis(), y=score_axis("van:Q"), y2="tot:Q")
    text = base.mark_text(align="left", dx=7, fontSize=13, color=TEXT)
    return [rule, text.encode(x=tertaal_axis(), y=score_axis("midden:Q"), text="afstand:Q")]

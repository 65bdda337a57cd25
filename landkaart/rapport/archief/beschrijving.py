"""What stands in each table of an archive, column by column, read from `content/archief.toml`."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from landkaart.domein.band import BIJNA_GROEN, Band
from landkaart.domein.labelled import Labelled
from landkaart.programma.namen import in_own_words
from landkaart.rapport.werkbladen.kolommen import LABELS

PER_BAND = "per_band"


class KolomSoort(Labelled):
    """What the cells of a column are."""

    TEKST = "tekst"
    GETAL = "getal", "heel getal"
    DATUM = "datum", "datum (jjjj-mm-dd)"
    WAARDE = "waarde", "waarde, zoals opgegeven"
    MOMENT = "moment", "moment (RFC 3339)"


@dataclass(frozen=True)
class KolomBeschrijving:
    """`codes`: what each code in it means, where it holds codes."""

    naam: str
    soort: KolomSoort
    tekst: str
    eenheid: str
    codes: Mapping[str, str]


@dataclass(frozen=True)
class TabelBeschrijving:
    """`rij`: what there is a row of."""

    naam: str
    titel: str
    rij: str
    kolommen: Sequence[KolomBeschrijving]


def describe(naam: str, kolommen: Iterable[str]) -> TabelBeschrijving:
    """Return what is known of a table and of its columns.

    Raises KeyError for a table or a column that nobody described.
    """
    of_table, found = content()["tabellen"][naam], content()["kolommen"] | content()["tabellen"][naam].get("kolommen", {})
    return TabelBeschrijving(
        naam,
        of_table["titel"].format(bijna=BIJNA_GROEN),
        of_table["rij"],
        [describe_column(each, found[each]) for each in kolommen],
    )


def describe_column(naam: str, found: Mapping[str, str]) -> KolomBeschrijving:
    soort = KolomSoort.by_code()[found["soort"]]
    return KolomBeschrijving(naam, soort, found["tekst"], found.get("eenheid", ""), LABELS.get(naam, {}))


@cache
def content() -> dict[str, Any]:
    found = tomllib.loads(in_own_words(files("landkaart").joinpath("content/archief.toml").read_text(encoding="utf-8")))
    for each in (found, *found["tabellen"].values()):
        if "kolommen" in each:
            each["kolommen"] = dict(for_each_band(each["kolommen"]))
    return found


def for_each_band(kolommen: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, Mapping[str, str]]]:
    """Yield each column by its name, one for each band in the place of `per_band` and `per_band_pct`."""
    for naam, column in kolommen.items():
        if not naam.startswith(PER_BAND):
            yield naam, column
            continue
        for band in Band:
            tekst = column["tekst"].format(band=band.label, scores=band.range)
            yield f"{band.code}{naam.removeprefix(PER_BAND)}", {**column, "tekst": tekst}

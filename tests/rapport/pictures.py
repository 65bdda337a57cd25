"""Every picture of a small country, to be laid beside how it was drawn before.

What a chart shows is in the smallest things: the middle of a segment, the order of a legend, the end of an axis. Whoever
changes one on purpose writes them anew with `python -m tests.rapport.pictures` and looks at what differs.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from landkaart.domein.clock import midnight
from landkaart.domein.indicatie import Indicatie
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.werkplein import Werkplein
from landkaart.rapport.figuur import Figuur
from landkaart.rapport.figuur_by_name import FIGUREN, figuur
from landkaart.rapport.telling_figuur import Telklasse, telling_figuur
from landkaart.rapport.werkplein_figuur import FIGUREN as OF_WERKPLEIN
from landkaart.rapport.werkplein_figuur import figuur as figuur_of
from tests.steps.factories import TERTAAL, beeld, row_with, stand, uitvraag

FOLDER = Path(__file__).with_name("pictures")
EERST, TOEN, VORIG = (TERTAAL.before(steps) for steps in (3, 2, 1))
# Assen is groen, Breda rose, Delft fell on one mijlpaal, Ede stayed, Goes is gone and Urk new; Venlo was nearly there.
STANDS = {
    EERST: stand(assen="1", breda="0", delft="1", ede="2", goes="1"),
    TOEN: stand(assen="2", breda="0", delft="2", ede="2", goes="2", venlo="2"),
    VORIG: stand(assen="3", breda="1", delft="2", ede="2", goes="2", venlo=row_with("3", ketenjaarplan=2)),
    TERTAAL: stand(assen="3", breda="2", delft=row_with("2", integrale_teams=0), ede="2", urk="0", venlo="3"),
}
REGIONS = {"assen": "Drenthe", "breda": "Noord-Brabant", "delft": "Zuid-Holland", "ede": "Gelderland", "goes": "Zeeland"}
REGIONS |= {"urk": "Flevoland", "venlo": "Limburg", "zeist": "Utrecht"}
# More than one way to ask for a figure; each of the others is asked for once, without saying more.
ASKED = {
    "landkaart": [{}, {"toon": "verandering"}, {"rij": "realiseren", "provincie": "Drenthe"}],
    "beweging": [{}, {"met": "2008-2"}],
    "drijfveren": [{}, {"onder": "vooruit"}, {"met": "2008-2", "onder": "achteruit"}],
    "overgangen": [{}, {"met": "2008-2", "rij": "integrale-teams"}],
    "afstand": [{"groep": "indicatie"}, {"groep": "lijst"}, {"groep": "opnieuw"}],
    "heatmap": [{}, {"toon": "verandering", "volgorde": "naam"}, {"regio": "Regio Drenthe"}],
}


def country() -> Tertaalbeeld:
    """Zeist is open and never submitted."""
    places = {
        code: Werkplein(
            code, code.capitalize(), "", "", regio, f"Regio {regio}", None, None, None, 51 + place / 4, 4 + place / 4
        )
        for place, (code, regio) in enumerate(REGIONS.items())
    }
    found = beeld(
        STANDS[TERTAAL],
        STANDS,
        uitvraag=uitvraag(),
        namen={code: place.naam for code, place in places.items()},
        ingediend_op={"ede": midnight(date(2009, 3, 31)), "zeist": None},
        indicaties={"assen": Indicatie.DIT_JAAR, "breda": Indicatie.NIET, "urk": Indicatie.VOLGEND_JAAR},
    )
    return replace(found, werkpleinen=places)


def pictures() -> Iterator[tuple[str, Figuur]]:
    """Each with the name of its file."""
    found = country()
    for naam in FIGUREN:
        for number, params in enumerate(ASKED.get(naam, [{}])):
            yield f"{naam}-{number}" if number else naam, figuur(found, naam, params)
    for naam in OF_WERKPLEIN:
        for code, submitted in (("breda", [EERST, VORIG, TERTAAL]), ("ede", [EERST])):
            yield f"{naam}-{code}", figuur_of(found, naam, code, submitted)
    yield (
        "telling",
        telling_figuur("Antwoorden", [Telklasse("ja", "Ja", 1200), Telklasse("nee", "Nee", 30), Telklasse("", "Niets", 0)]),
    )


def as_text(found: Figuur) -> str:
    """All of it; of the map without the shapes of the provinces, which come as they are from a file."""
    spec = json.loads(json.dumps(found.spec))
    for layer in spec.get("layer", []):
        if "values" in layer.get("data", {}):
            layer["data"]["values"] = "…"
    drawn = {"titel": found.titel, "vermelding": found.vermelding, "banden": found.banden, "spec": spec}
    drawn["tabel"] = json.loads(found.tabel.to_json(orient="split", index=False))
    return numbered(json.dumps(drawn, indent=1, ensure_ascii=False, sort_keys=True)) + "\n"


def numbered(text: str) -> str:
    """Altair calls data by a hash of them: here by the order in which the layers ask for them."""
    for number, name in enumerate(dict.fromkeys(re.findall(r'"name": "(data-[0-9a-f]{32})"', text))):
        text = text.replace(name, f"data-{number}")
    return text


def main() -> None:
    """Writes them all anew."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.glob("*.json"):
        old.unlink()
    for name, found in pictures():
        (FOLDER / f"{name}.json").write_text(as_text(found), encoding="utf-8")


if __name__ == "__main__":
    main()

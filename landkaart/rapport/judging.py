"""What stands beside each werkplein while the AKO judges one after the other: where it stands, and what it got before."""

from collections.abc import Iterable, Mapping
from typing import Any

from landkaart.domein.band import Band
from landkaart.domein.indicatie import Indicatie, Oordeel
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.domein.uitslag import Uitslag
from landkaart.programma.namen import WERKPLEIN, WERKPLEIN_KOP, WERKPLEINEN
from landkaart.rapport import dutch, tables
from landkaart.rapport.colours import on_screen
from landkaart.rapport.prognose import prognose_of, when_text
from landkaart.rapport.uitslag import shown

# Of four that all begin with the same words, in a row where there is little room.
SHORT = {
    Indicatie.DIT_JAAR: "Dit jaar",
    Indicatie.VOLGEND_JAAR: "Volgend jaar",
    Indicatie.NIET: "Niet",
    Indicatie.SLUIT: "Sluit",
}
# What the table says by itself, whatever the server does.
IN_THE_BROWSER = {
    "wie": WERKPLEIN_KOP,
    "allemaal": WERKPLEINEN,
    "toetsen": f"Met toetsen: 1 t/m 4 kiest, 0 neemt het vorige oordeel over, Enter gaat naar het volgende {WERKPLEIN} "
    "zonder oordeel, pijltjes gaan op en neer, Delete neemt terug.",
    "wacht": "De tabel kan nog niet worden opgehaald; dat wordt vanzelf opnieuw geprobeerd.",
    "klaar": f"Elk {WERKPLEIN} heeft een oordeel.",
    "niets_over": "Er is geen eerder oordeel om over te nemen.",
}


def options() -> list[dict[str, str]]:
    """Return what can be judged, in the order of the keys 1 to 4."""
    return [{"code": each.value, "label": each.label, "kort": SHORT[each]} for each in Indicatie]


def vragen(uitslagen: Iterable[Uitslag]) -> list[dict[str, str]]:
    """Return which answers there are to look at."""
    return [{"code": each.vraag, "tekst": each.tekst} for each in uitslagen]


def rows(
    beeld: Tertaalbeeld, uitslagen: Iterable[Uitslag], earlier: Mapping[str, tuple[Tertaal, Oordeel]]
) -> list[dict[str, Any]]:
    """Return what is known of each werkplein that is open at the closing, by naam; who has no stand among them.

    `earlier`: the last oordeel from before, and of which tertaal; by code.
    """
    found = list(uitslagen)
    scores, bands = tables.vergelijking(beeld).set_index("code"), beeld.stand.scores()
    expected = prognose_texts(beeld)
    return [
        {
            "code": code,
            "naam": beeld.namen[code],
            "score": dutch.percent(bands.get(code)) if code in bands.index else dutch.DASH,
            "band": band_of(bands[code]) if code in bands.index else None,
            "verschil": dutch.change(tables.cells(scores.loc[[code], "verschil"])[0]) if code in bands.index else dutch.DASH,
            "prognose": expected.get(code, dutch.DASH),
            "antwoorden": {each.vraag: shown(each, code) for each in found if code in each.gevraagd},
            "vorige": last_given(earlier.get(code)),
        }
        for code in tables.in_order(beeld, beeld.ingediend_op)
    ]


def band_of(score: float) -> dict[str, str]:
    band = Band.of(score)
    return {"teken": band.sign, "label": band.label, "kleur": on_screen(band.colour)}


def prognose_texts(beeld: Tertaalbeeld) -> dict[str, str]:
    """Say of each with a stand when it comes to 100% at its own pace, by code."""
    table = prognose_of(beeld)
    known = (tables.cells(table[name]) for name in ("code", "verwachting", "bereikt"))
    return {code: when_text(verwachting, bereikt) for code, verwachting, bereikt in zip(*known, strict=True)}


def last_given(found: tuple[Tertaal, Oordeel] | None) -> dict[str, str] | None:
    if found is None:
        return None
    tertaal, oordeel = found
    return {
        "oordeel": oordeel.indicatie.value,
        "label": SHORT[oordeel.indicatie],
        "tertaal": str(tertaal),
        "notitie": oordeel.notitie,
    }

import pytest

from landkaart.domein.stand import empty_stand
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import ontwikkeling_text
from landkaart.rapport.beweging_figuur import vergelijking_with
from landkaart.rapport.figuur_by_name import FIGUREN, compared_with
from tests.steps.factories import beeld, stand

BEFORE = Tertaal(2009, 1)


# What each shows of 2009-2 when nothing more is asked, and how many rows its table then has.
USUAL = {
    "landkaart": ("127 werkpleinen in 2009-2, band op de totale score", 127),
    "beweging": (
        "Hoeveel punten schoven werkpleinen op van 2009-1 naar 2009-2? 49 vooruit, 13 achteruit, van 125 werkpleinen",
        125,
    ),
    "drijfveren": ("Op welke mijlpalen stegen en daalden 125 werkpleinen, van 2009-1 naar 2009-2?", 14),
    "overgangen": ("Van welke band naar welke, van 2009-1 naar 2009-2: Totaalscore", 5),
    "steeds": ("Landelijk gemiddelde van 2008-1 t/m 2009-2: alle werkpleinen en steeds dezelfde", 5),
    "afstand": ("Achterblijvers en de anderen, van 2008-1 t/m 2009-2; ertussen de afstand in punten", 5),
    "heatmap": ("40 van 125 werkpleinen in 2009-2: band per mijlpaal", 40),
    "tabel2": ("Tabel 2: score per fase, 125 werkpleinen, stand bij de sluiting op 31 augustus 2009 om 24:00 uur", 7),
    "tabel3": ("Tabel 3: score per mijlpaal, 125 werkpleinen, stand bij de sluiting op 31 augustus 2009 om 24:00 uur", 14),
    "tabel4": ("Tabel 4: landelijk gemiddelde per tertaal, 2008-1 t/m 2009-2", 5),
    "prognose": (
        "Werkpleinen op 100%: geteld tot en met 2009-2, daarna berekend bij het eigen tempo (125 werkpleinen)",
        9,
    ),
    "indicaties": ("Wat het AKO verwacht van 125 werkpleinen, 2009-2", 5),
}


def test_every_figure_can_be_asked_for_without_saying_more(beeld_2009):
    found = {naam: make(beeld_2009, {}) for naam, make in FIGUREN.items()}

    assert {naam: (figuur.titel, len(figuur.tabel)) for naam, figuur in found.items()} == USUAL


@pytest.mark.parametrize(
    ("naam", "params"),
    [
        ("beweging", {"met": "2009-2"}),  # Not earlier.
        ("beweging", {"met": "1999-1"}),
        ("drijfveren", {"onder": "gelijk"}),
        ("overgangen", {"rij": "fase-7"}),
        ("afstand", {"groep": "x"}),
        ("heatmap", {"toon": "x"}),
        ("heatmap", {"volgorde": "x"}),
        ("heatmap", {"blad": "0"}),
        ("heatmap", {"blad": "5"}),
        ("heatmap", {"regio": "Atlantis", "blad": "2"}),
    ],
)
def test_what_does_not_exist_is_refused(beeld_2009, naam, params):
    with pytest.raises(KeyError):
        FIGUREN[naam](beeld_2009, params)


def test_without_a_choice_the_nearest_known_tertaal_is_compared_with():
    found = beeld(stand(a="1"), {Tertaal(2008, 1): stand(a="0")})

    assert compared_with(found, {}) == Tertaal(2008, 1)
    assert compared_with(beeld(stand(a="1")), {}) == BEFORE


def test_the_sentence_names_who_came_and_who_left_apart_from_who_moved():
    now, before = stand(a="2", b="1", late="1"), stand(a="1", b="1", gone="1", gone2="1")

    assert ontwikkeling_text.movement_sentence(vergelijking_with(beeld(now, {BEFORE: before}), BEFORE), BEFORE) == (
        "Sinds 2009-1: **1 vooruit** (33%), **0 achteruit** (0%) en **1 gelijk** (33%). "
        "Daarnaast: 1 werkplein erbij en 2 werkpleinen weg."
    )


def test_the_sentence_of_an_empty_country_has_no_shares():
    assert "%" not in ontwikkeling_text.movement_sentence(
        vergelijking_with(beeld(empty_stand(), {BEFORE: empty_stand()}), BEFORE), BEFORE
    )


def test_when_nobody_moved_nothing_drove_it():
    found = vergelijking_with(beeld(stand(a="1"), {BEFORE: stand(a="1")}), BEFORE)

    assert ontwikkeling_text.drijfveren_sentence(found) == "Niemand ging vooruit of achteruit."

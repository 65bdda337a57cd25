"""One answer: kept the moment it is given, once, with how it came to be."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from db.actions.invullingen import confirm, save_answer
from db.engine import read_session
from db.queries.invullingen import invulling
from landkaart.domein.band import Band
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.invulling import Antwoord, Wijze
from landkaart.domein.tertaal import Tertaal
from tests.steps.small_landkaart import BREDA, CODES, DURING, NU, VISIE, act, everything, log, submitted_before

pytestmark = pytest.mark.usefixtures("small_landkaart")
LATER = DURING + timedelta(minutes=5)


def answer(band: Band | None, **what) -> None:
    act(save_answer, **{"mijlpaal": VISIE, "band": band, **what})


def on_paper(werkplein: str = "assen", tertaal: Tertaal = NU) -> dict[str, Antwoord]:
    with read_session() as session:
        return dict(invulling(session=session, werkplein=werkplein, tertaal=tertaal).antwoorden)


@pytest.mark.parametrize("band", Band)
def test_an_answer_is_there_with_its_moment_and_stays_out_of_other_places(band):
    answer(band)

    assert on_paper() == {VISIE: Antwoord(band, Wijze.BIJGEWERKT, DURING)}
    assert on_paper("breda") == on_paper(tertaal=NU.before()) == {}


def test_the_log_has_who_what_and_from_what_to_what(set_clock):
    answer(Band.NIET)
    set_clock(LATER)
    answer(Band.VOLLEDIG)
    answer(None)

    columns = ("moment", "door", "weg", "handeling", "tertaal", "mijlpaal", "oud", "nieuw")
    same = ("manager van Assen", "formulier", "antwoord", "2009-2", VISIE)
    assert log(*columns) == [
        (DURING, *same, None, '"niet"'),
        (LATER, *same, '"niet"', '"volledig"'),
        (LATER, *same, '"volledig"', None),
    ]


def test_another_answer_takes_the_place_of_the_first(set_clock):
    answer(Band.NIET)
    set_clock(LATER)
    answer(Band.VOLLEDIG)

    assert on_paper() == {VISIE: Antwoord(Band.VOLLEDIG, Wijze.BIJGEWERKT, LATER)}


def test_an_answer_taken_back_is_no_answer_and_not_the_lowest():
    answer(Band.VOLLEDIG)
    answer(None)

    assert on_paper() == {}


@pytest.mark.parametrize("band", [Band.NIET, Band.VOLLEDIG, None])
def test_the_same_twice_is_one_change_and_one_log_line(band, set_clock):
    answer(Band.GEDEELTELIJK)
    answer(band)
    once = everything()
    set_clock(LATER)

    answer(band)

    assert everything() == once
    assert len(log("id")) == 2


def test_twenty_at_once_are_one_change_and_one_log_line():
    with ThreadPoolExecutor(20) as pool:
        for saved in [pool.submit(answer, Band.NIET) for _ in range(20)]:
            saved.result()

    assert on_paper() == {VISIE: Antwoord(Band.NIET, Wijze.BIJGEWERKT, DURING)}
    assert log("oud", "nieuw") == [(None, '"niet"')]


def test_changed_confirmed_and_not_touched_stay_three_things():
    submitted_before({VISIE: Band.NIET})
    changed, confirmed, untouched = CODES[:3]
    answer(Band.VOLLEDIG, mijlpaal=changed)
    act(confirm, mijlpalen=[confirmed])

    kept = on_paper()
    assert (kept[changed].wijze, kept[confirmed].wijze) == (Wijze.BIJGEWERKT, Wijze.BEVESTIGD)
    assert kept[changed].band == kept[confirmed].band
    assert untouched not in kept


def test_the_same_band_chosen_after_it_was_confirmed_is_a_change():
    submitted_before({VISIE: Band.NIET})
    act(confirm, mijlpalen=[VISIE])
    answer(Band.NIET)

    assert on_paper()[VISIE].wijze is Wijze.BIJGEWERKT
    assert log("handeling", "oud", "nieuw") == [("bevestiging", None, '"niet"'), ("antwoord", '"niet"', '"niet"')]


@pytest.mark.parametrize("band", [7, -1, 4, "volledig", "1", 2.5])
def test_a_band_outside_the_four_is_refused(band):
    answer(Band.NIET)
    before = everything()

    with pytest.raises(OngeldigeInvoer, match=r"^Deze band bestaat niet\. Ververs de pagina en kies opnieuw\.$"):
        answer(band)

    assert everything() == before


@pytest.mark.parametrize("mijlpaal", ["onbekend", "", "VISIE-EN-DOELSTELLINGEN", "' OR 1=1 --"])
def test_a_mijlpaal_outside_the_fourteen_is_refused(mijlpaal):
    before = everything()

    with pytest.raises(OngeldigeInvoer, match=r"^Deze mijlpaal bestaat niet\. Ververs de pagina en kies opnieuw\.$"):
        answer(Band.NIET, mijlpaal=mijlpaal)

    assert everything() == before


def test_two_werkpleinen_answer_beside_each_other():
    answer(Band.NIET)
    answer(Band.VOLLEDIG, werkplein="breda", by=BREDA)

    assert (on_paper()[VISIE].band, on_paper("breda")[VISIE].band) == (Band.NIET, Band.VOLLEDIG)

"""What a manager submitted in the uitvraag that still runs, on the pages about his werkplein."""

import re
from datetime import date

import pytest

from db.act import begin_act
from db.actions.indieningen import submit
from db.actions.invullingen import save_answer
from db.engine import read_session
from db.queries.respons import respons
from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import midnight
from landkaart.domein.invulling import Veld
from landkaart.domein.rechten import operator
from landkaart.domein.tertaal import Tertaal
from tests.steps.drive import texts, visit
from tests.steps.moments import move_to

NOW = Tertaal(2009, 3)
MANAGER = {"rol": "werkplein", "werkpleinen": ["harderwijk"]}
PAGES = ("werkplein", "leren")


def fill(band: Band = Band.VOLLEDIG, then_submit: bool = True) -> None:
    """Harderwijk, all mijlpalen alike, in the uitvraag that runs."""
    with begin_act(operator()) as act:
        for code in catalogus().codes:
            save_answer(act, veld=Veld("harderwijk", NOW, code), band=band)
        if then_submit:
            submit(act, werkplein="harderwijk", tertaal=NOW)


def said(at) -> str:
    return texts(at).replace("\\", "")


def metrics(at) -> dict[str, str]:
    return {metric.label: metric.value for metric in at.metric}


@pytest.mark.parametrize("page", PAGES)
def test_a_manager_sees_what_he_submitted_marked_as_preliminary(landkaart_2009, page):
    fill()

    at = visit(page, **MANAGER)

    assert "**Voorlopig: 2009-3, tot 31 december 2009 om 24:00 uur**" in said(at)
    assert re.search(r"Versie 1 met score 100% is ingediend op 1 december 2009 om \d\d:\d\d door opdrachtregel", said(at))
    assert metrics(at)["Score, voorlopig: ◆ Volledig"] == "100%"
    assert metrics(at)["Plaats in Nederland, voorlopig (gedeeld)"] == "1 van 125"
    assert "Daarmee staat het op alle 14 mijlpalen op 100%." in said(at)
    assert "/formulier/harderwijk/2009-3?versie=1" in said(at)
    # And below it the page as it was: of the last tertaal that closed.
    assert at.selectbox(key="tertaal").value == "2009-2"


def test_each_mijlpaal_is_beside_the_last_time_when_it_is_opened(landkaart_2009):
    fill(Band.NIET)
    at = visit("werkplein", **MANAGER)

    at.session_state["voorlopig-harderwijk-2009-3"] = True
    at.run()

    [table] = [each.value for each in at.table if "2009-3, voorlopig" in each.value.columns]
    assert len(table) == 14
    assert table["2009-3, voorlopig"].str.startswith("▼ Niet").all()


def test_what_was_changed_since_is_said_not_to_count_yet(landkaart_2009):
    fill()
    fill(Band.NIET, then_submit=False)

    at = visit("werkplein", **MANAGER)

    assert "Daarna is er iets gewijzigd: dien opnieuw in" in said(at)
    assert metrics(at)["Score, voorlopig: ◆ Volledig"] == "100%"


@pytest.mark.parametrize("page", PAGES)
def test_before_he_submitted_he_reads_how_far_he_is_and_until_when(landkaart_2009, page):
    at = visit(page, **MANAGER)

    assert "In deze uitvraag is nog niets ingediend. 0 van 14 beoordeeld; invullen en indienen kan tot 31 december" in said(
        at
    )


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", [{"rol": "ako"}, {"rol": "lezer"}, {"rol": "werkplein", "werkpleinen": ["assen"]}])
def test_who_may_not_fill_it_in_sees_none_of_it(landkaart_2009, page, who):
    fill()

    at = visit(page, **who, werkplein="harderwijk")

    assert at.title[0].value in ("Harderwijk", "Leren van")
    assert "Voorlopig" not in said(at)


def test_one_click_shows_the_same_page_with_what_was_submitted(landkaart_2009):
    fill(Band.NIET)
    at = visit("leren", **MANAGER)

    at.button(key="voorlopig-toon-harderwijk-2009-3").click().run()

    assert at.selectbox(key="tertaal").value == "2009-3"
    assert "Harderwijk staat op **14 mijlpalen** onder de 100%" in said(at)
    assert "voorlopig-toon-harderwijk-2009-3" not in [button.key for button in at.button]


def test_once_the_uitvraag_has_closed_it_is_no_longer_preliminary(landkaart_2009, set_clock):
    fill()
    move_to(midnight(date(2010, 1, 1)), set_clock)

    at = visit("werkplein", **MANAGER)

    assert "Voorlopig" not in said(at)
    assert at.selectbox(key="tertaal").value == "2009-3"


def test_of_a_first_time_nothing_is_said_to_have_changed(landkaart_2009):
    with read_session() as session:
        found = respons(session=session, tertaal=NOW)
    first = next(each.code for each in found.reacties if each.actualiteit is Actualiteit.NOOIT)
    with begin_act(operator()) as act:
        for code in catalogus().codes:
            save_answer(act, veld=Veld(first, NOW, code), band=Band.NIET)
        submit(act, werkplein=first, tertaal=NOW)

    at = visit("werkplein", rol="werkplein", werkpleinen=[first])

    [score] = [each for each in at.metric if each.label.startswith("Score, voorlopig")]
    assert (score.value, score.proto.delta_description) == ("0%", "")

"""The form is drawn in parts: AppTest shows what was drawn last, so what a part leaves alone is not on it."""

import pytest

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from tests.pages.drive import texts, visit
from tests.pages.test_gelijktijdig import ANALYSE, PLAN
from tests.pages.test_invullen import choose, kept, key

FASEN = [fase.naam for fase in catalogus().fasen]


def drawn(at):
    """The fasen that were drawn last; None when it was the whole page."""
    return None if at.title else [heading.value for heading in at.subheader]


def submit_all(at, werkplein="harderwijk"):
    for name in ("bevestig", "indienen"):
        at.button(key=key(name, "alle", werkplein)).click().run()


@pytest.fixture
def form(landkaart_2009):
    return visit("invullen.py", rol="werkplein", werkpleinen=["harderwijk"])


def test_a_choice_draws_its_own_fase_and_the_bar(form):
    choose(form, ANALYSE, Band.VOLLEDIG)

    assert drawn(form) == ["Visie ontwikkelen"]
    assert "bijgewerkt, opgeslagen" in texts(form)
    assert "**1 van 14**" in texts(form)


def test_opening_a_toelichting_draws_its_own_fase(form):
    form.button(key=key("toelichten", PLAN)).click().run()

    assert drawn(form) == ["Ketenjaarplan maken"]
    assert [field.key for field in form.text_area] == [key("toelichting", PLAN)]


def test_confirming_all_that_remain_draws_every_fase(form):
    form.button(key=key("bevestig", "alle")).click().run()

    assert drawn(form) == FASEN
    assert texts(form).count("ongewijzigd bevestigd, opgeslagen") == 14


def test_what_a_colleague_did_in_another_fase_is_drawn_along(form):
    colleague = visit("invullen.py", rol="werkplein", werkpleinen=["harderwijk"])
    choose(colleague, PLAN, Band.NIET)

    choose(form, ANALYSE, Band.VOLLEDIG)

    assert drawn(form) == ["Visie ontwikkelen", "Ketenjaarplan maken"]
    assert form.get_by_key(key("band", PLAN)).value == Band.NIET
    assert "**2 van 14**" in texts(form)


def test_who_submits_sees_the_whole_page_and_so_with_every_choice_after_it(form):
    submit_all(form)
    assert drawn(form) is None
    assert "Versie 1 is ingediend" in texts(form)

    choose(form, ANALYSE, Band.VOLLEDIG)

    assert drawn(form) is None
    assert "Daarna is er iets gewijzigd" in texts(form)


def test_after_a_submission_elsewhere_the_national_figures_are_drawn_anew(form):
    submit_all(visit("invullen.py", rol="werkplein", werkpleinen=["assen"]), "assen")

    choose(form, ANALYSE, Band.VOLLEDIG)

    assert drawn(form) is None


def test_what_was_not_drawn_to_its_end_is_drawn_with_the_rest(form):
    """As when a quick next click broke in."""
    del form.session_state["delen-getoond"][FASEN[0]]

    choose(form, ANALYSE, Band.VOLLEDIG)

    assert drawn(form) is None


def test_a_choice_that_cannot_be_saved_draws_the_whole_page_with_the_reason(form):
    form.button(key=key("toelichten", ANALYSE)).click().run()

    form.text_area(key=key("toelichting", ANALYSE)).input("a" * 4001).run()

    assert drawn(form) is None
    assert "De tekst is te lang" in texts(form)
    assert kept().toelichtingen == {}

"""Respons: who responded, who did not, whom to reach."""

from datetime import date

import pytest
from sqlalchemy import update

from db import models
from db.actions.invullingen import save_answer
from db.engine import read_session, write_session
from db.queries.werkpleinen import werkplein
from landkaart.domein.band import Band
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.werkplein import Contact
from tests.steps.accounts import sign_in_as
from tests.steps.drive import texts, visit
from tests.steps.perform import perform
from tests.steps.uitstel import give_late, who_did_not_submit


def shown(at):
    return at.dataframe[0].value


def test_it_begins_with_the_open_uitvraag_in_which_nobody_came_yet(landkaart_2009):
    at = visit("respons", rol="ako")

    assert not at.exception
    assert at.selectbox(key="uitvraag").value == "2009-3"
    assert at.query_params["uitvraag"] == "2009-3"
    assert "Van de **127 werkpleinen** hebben er **0** ingediend" in texts(at)
    assert [metric.value for metric in at.metric] == ["127", "0", "0", "0", "0"]
    assert "Samen 127 + 0 + 0 + 0 + 0 = **127 werkpleinen**" in texts(at)
    assert len(shown(at)) == 127


def test_of_2009_2_the_actualiteit_is_as_published(landkaart_2009):
    at = visit("respons", rol="beheer", uitvraag="2009-2")

    fresh = (
        "**90** in deze uitvraag bijgewerkt; **26** eerder bijgewerkt, nog actueel; **9** verouderd; **2** nooit ingevuld."
    )
    assert fresh in texts(at)
    assert sum(int(metric.value) for metric in at.metric) == 127


def test_a_tile_chooses_its_names(landkaart_2009):
    at = visit("respons", rol="ako", uitvraag="2009-2")
    count = {metric.label: int(metric.value) for metric in at.metric}

    at.button(key="respons-bezig").click().run()

    # It closed: nobody is busy any more.
    assert "Bezig" not in count
    assert len(shown(at)) == count["Begonnen, niet ingediend"] == 17
    assert set(shown(at)["klasse"]) <= {"gekomen, nog niets beoordeeld"} | {f"{n} van 14 beoordeeld" for n in range(1, 14)}
    assert at.query_params["respons_klasse"] == "bezig"
    assert "klasse=bezig" in texts(at)


def test_after_the_closing_nobody_is_busy_but_who_has_uitstel_is_named(landkaart_2009):
    first = who_did_not_submit(Tertaal(2009, 2))[0]
    give_late(first.code, Tertaal(2009, 2))

    at = visit("respons", rol="ako", uitvraag="2009-2")

    assert {metric.label for metric in at.metric} >= {"Niet begonnen", "Begonnen, niet ingediend"}
    said = f"1 werkplein heeft uitstel en kan nog indienen: {first.naam} (tot 8 december 2009 om 24:00 uur)."
    assert said in texts(at)


def test_of_a_closed_uitvraag_it_says_why_the_national_page_has_another_figure(landkaart_2009):
    said = (
        "Ingediend over 2009-2: **102**, 12 al voor de opening op 15 juli 2009. In de uitvraag zelf gereageerd, en dat telt "
        "het landelijk beeld: **90**."
    )

    assert "hebben er **102** ingediend" in texts(visit("respons", rol="ako", uitvraag="2009-2"))
    for page, name in (("respons", "uitvraag"), ("uitvraag", "uitvraag"), ("landelijk", "tertaal")):
        assert said in texts(visit(page, rol="ako", **{name: "2009-2"}))
        # Of an open one in which nobody did anything yet there is nothing to explain.
        assert "Ingediend over" not in texts(visit(page, rol="ako", **{name: "2009-3"}))


@pytest.mark.parametrize("page", ["respons", "herinneren", "uitvraag", "navragen"])
def test_a_tertaal_in_the_address_is_the_uitvraag_of_it(landkaart_2009, page):
    at = visit(page, rol="ako", tertaal="2009-1")

    [chosen] = [each for each in at.selectbox if each.label == "Uitvraag"]
    assert chosen.value == "2009-1"
    assert "tertaal" not in at.query_params


def test_and_an_uitvraag_in_the_address_of_a_page_about_a_tertaal_is_its_tertaal(landkaart_2009):
    at = visit("landelijk", uitvraag="2009-1")

    assert at.query_params["tertaal"] == "2009-1"
    assert "uitvraag" not in at.query_params


def test_what_is_saved_is_seen_at_the_next_run(landkaart_2009):
    at = visit("respons", rol="ako")
    by = sign_in_as("werkplein", ["assen"])
    where = {"werkplein": "assen", "tertaal": Tertaal(2009, 3), "mijlpaal": "ketenjaarplan"}
    perform(save_answer, by, **where, band=Band.NIET)

    at.run()

    row = shown(at).set_index("naam").loc["Assen"]
    assert (row["klasse"], row["dagen"]) == ("1 van 14 beoordeeld", 0)
    assert [metric.value for metric in at.metric] == ["126", "1", "0", "0", "0"]


def test_a_filter_in_the_address_is_taken_over_and_one_that_cannot_be_passed_over(landkaart_2009):
    at = visit("respons", rol="ako", uitvraag="2009-2", respons_provincie="Drenthe", respons_klasse="verzonnen")

    assert set(shown(at)["provincie"]) == {"Drenthe"}
    assert at.selectbox(key="respons_klasse").value is None


def test_choices_that_nobody_meets_say_what_to_do(landkaart_2009):
    at = visit("respons", rol="ako", respons_klasse="binnen")

    assert "Maak een keuze leeg om meer te zien." in texts(at)
    assert not at.dataframe


def test_from_a_row_to_its_contact(landkaart_2009):
    at = visit("respons", rol="ako")
    at.selectbox(key="respons_werkplein").select("emmen").run()
    fields = {field.label: field for field in at.text_input}
    fields["Naam"].input("Jo")
    fields["E-mailadres"].input("jo@emmen.nl").run()
    next(button for button in at.button if button.label == "Contact opslaan").click().run()

    assert not at.exception
    assert "Jo, jo@emmen\\.nl" in texts(at)
    with read_session() as session:
        assert werkplein(session=session, code="emmen").contact == Contact("Jo", "jo@emmen.nl", False)
    assert shown(at).set_index("naam").loc["Emmen", "contact"] == "Jo (jo@emmen.nl)"


def test_an_address_that_is_none_is_said_and_nothing_is_kept(landkaart_2009):
    at = visit("respons", rol="ako")
    at.selectbox(key="respons_werkplein").select("emmen").run()
    fields = {field.label: field for field in at.text_input}
    fields["Naam"].input("Jo")
    fields["E-mailadres"].input("jo@emmen").run()
    next(button for button in at.button if button.label == "Contact opslaan").click().run()

    assert "Dit is geen e-mailadres." in texts(at)
    with read_session() as session:
        assert werkplein(session=session, code="emmen").contact is None


def test_no_raw_values_are_on_the_screen(landkaart_2009):
    at = visit("respons", rol="ako", uitvraag="2009-2")

    assert not {"nan", "None", "True", "NaT"} & set(shown(at)[["naam", "klasse", "actualiteit", "provincie"]].stack())


@pytest.mark.parametrize("rol", ["lezer", "werkplein"])
def test_other_roles_do_not_have_the_page(landkaart_2009, rol):
    with pytest.raises(ValueError, match="respons"):
        visit("respons", rol=rol, werkpleinen=["assen"] if rol == "werkplein" else [])


def test_before_any_uitvraag_it_says_so(database):
    at = visit("respons", rol="ako")

    assert not at.exception
    assert "Er is nog geen uitvraag geopend." in texts(at)


def test_an_uitvraag_without_werkpleinen_says_what_to_do(landkaart_2009):
    with write_session() as session:
        session.execute(update(models.Werkplein).values(actief_tot=date(2009, 6, 1)))
    at = visit("respons", rol="ako")

    assert "Er zijn nog geen werkpleinen die open zijn als deze uitvraag sluit." in texts(at)

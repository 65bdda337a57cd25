import pytest

from db.actions.contacten import set_contact
from landkaart.screens import Screen
from pages.contents import file_of
from tests.steps.drive import texts, visit
from tests.steps.perform import perform


def have_contact(gedeeld: bool) -> None:
    perform(set_contact, werkplein="venlo", naam="Jo", adres="jo@venlo.nl", gedeeld=gedeeld)


def test_the_page_opens_on_ones_own_werkplein_with_the_answer_in_one_sentence(landkaart_2009):
    at = visit("werkplein", rol="werkplein", werkpleinen=["harderwijk"])

    assert not at.exception
    assert at.title[0].value == "Harderwijk"
    assert "Harderwijk staat in 2009-2 op **" in texts(at)
    assert "van 125**" in texts(at)
    assert "125 werkpleinen, stand bij de sluiting op 31 augustus 2009 om 24:00 uur" in texts(at)


def test_anybody_may_look_at_any_werkplein_and_the_address_follows(landkaart_2009):
    at = visit("werkplein", rol="werkplein", werkpleinen=["harderwijk"])

    at.selectbox(key="bekeken").select("assen").run()

    assert at.title[0].value == "Assen"
    assert "op **100%**" in texts(at)
    assert "plaats **1 van 125**, gedeeld met 3 andere werkpleinen" in texts(at)
    assert at.query_params["werkplein"] == "assen"


def test_an_address_opens_a_werkplein_in_a_tertaal(landkaart_2009):
    at = visit("werkplein", werkplein="venlo", tertaal="2009-1")

    assert at.title[0].value == "Venlo"
    assert "staat in 2009-1" in texts(at)


def test_a_werkplein_that_does_not_exist_is_passed_over(landkaart_2009):
    at = visit("werkplein", werkplein="nergens")

    assert at.title[0].value == "Werkplein"
    assert "Kies hierboven een werkplein" in texts(at)


def test_who_never_submitted_has_no_stand_and_reads_why(landkaart_2009):
    at = visit("werkplein", werkplein="delft")

    assert not at.exception
    assert "heeft in 2009-2 geen stand" in texts(at)


def test_without_any_data_the_page_says_what_to_do(database):
    at = visit("werkplein")

    assert not at.exception
    assert "Er zijn nog geen gegevens" in texts(at)


def test_the_tertaal_that_was_chosen_on_one_page_is_kept_on_the_next(landkaart_2009):
    at = visit("landelijk", tertaal="2009-1")

    at.switch_page(file_of(Screen.WERKPLEIN)).run()
    assert at.selectbox(key="tertaal").value == "2009-1"
    at.selectbox(key="tertaal").select("2008-3").run()
    at.switch_page(file_of(Screen.LANDELIJK)).run()

    assert at.selectbox(key="tertaal").value == "2008-3"
    assert at.query_params["tertaal"] == "2008-3"


def test_another_page_opens_a_werkplein_whatever_was_looked_at_before(landkaart_2009):
    at = visit("werkplein", werkplein="venlo", tertaal="2009-1")

    at.session_state["verwezen"] = {"werkplein": "assen", "tertaal": "2008-3"}
    at.run()

    assert (at.title[0].value, at.selectbox(key="tertaal").value) == ("Assen", "2008-3")
    at.selectbox(key="bekeken").select("venlo").run()
    assert at.title[0].value == "Venlo"


def test_who_did_not_submit_stands_on_what_it_said_before_and_the_page_says_so(landkaart_2009):
    assert "**Niet ingediend in 2009-3: het staat nog op 2009-2.**" in texts(
        visit("werkplein", werkplein="venlo", tertaal="2009-3")
    )


def test_the_ranking_shows_who_is_around_it_in_any_group_and_on_any_fase(landkaart_2009):
    at = visit("werkplein", werkplein="barneveld")

    first = at.dataframe[0].value
    at.selectbox(key="keuze_naast").select("arbeidsmarktregio")
    at.selectbox(key="keuze_op").select("Borgen").run()

    assert first["naam"].to_list()[:3] == ["Assen", "Enschede", "Hoogeveen"]
    assert "Barneveld (dit werkplein)" in first["naam"].to_list()
    assert len(first) == 9
    assert at.dataframe[0].value["plaats"].max() <= 5


def test_toelichtingen_and_who_signed_are_read_when_they_are_opened(landkaart_2009):
    at = visit("werkplein", werkplein="venlo")

    at.session_state["woorden-venlo-2009-2"] = True
    at.run()

    assert "Ingediend in 2009-2, versie 1" in texts(at)
    assert "Bij deze indiening staan geen toelichtingen" in texts(at)


@pytest.mark.parametrize(
    ("rol", "own", "gedeeld", "said"),
    [
        ("lezer", [], True, "Jo, jo@venlo"),
        ("lezer", [], False, "Dit werkplein deelt zijn contact niet."),
        ("werkplein", ["assen"], False, "Dit werkplein deelt zijn contact niet."),
        ("werkplein", ["venlo"], False, "(niet gedeeld met andere werkpleinen)"),
        ("ako", [], False, "(niet gedeeld met andere werkpleinen)"),
    ],
)
def test_a_contact_is_for_everybody_once_it_is_shared(landkaart_2009, rol, own, gedeeld, said):
    have_contact(gedeeld)

    at = visit("werkplein", rol=rol, werkpleinen=own, werkplein="venlo")

    assert said in texts(at).replace("\\", "")


def test_its_own_people_set_the_contact_and_share_it(landkaart_2009):
    at = visit("werkplein", rol="werkplein", werkpleinen=["venlo"])
    at.session_state["contact-open-venlo"] = True
    at.run()

    at.text_input(key="contact-venlo-naam-0").input("Jo")
    at.text_input(key="contact-venlo-adres-0").input("jo@venlo.nl")
    at.checkbox(key="contact-venlo-gedeeld-0").check()
    at.button(key="contact-venlo-knop-0").click().run()

    assert "Opgeslagen om" in texts(at)
    assert "Jo, jo@venlo.nl" in texts(visit("werkplein", werkplein="venlo")).replace("\\", "")


def test_who_may_not_change_a_contact_has_no_form(landkaart_2009):
    at = visit("werkplein", rol="werkplein", werkpleinen=["assen"], werkplein="venlo")

    assert "Contact wijzigen" not in [expander.label for expander in at.expander]


def test_the_judgement_of_the_ako_stands_beside_the_score(landkaart_2009):
    at = visit("werkplein", werkplein="zierikzee")

    assert "**AKO-indicatie.** Haalt het niet." in texts(at)


def test_a_link_brings_back_among_whom_and_on_what_it_is_ranked(landkaart_2009):
    at = visit("werkplein", werkplein="barneveld", naast="arbeidsmarktregio", op="Borgen")

    assert at.selectbox(key="keuze_naast").value == "arbeidsmarktregio"
    assert at.selectbox(key="keuze_op").value == "Borgen"
    at.selectbox(key="keuze_op").select("Realiseren").run()
    assert at.query_params["op"] == "Realiseren"


def test_its_figures_can_be_downloaded_at_the_top(landkaart_2009):
    at = visit("werkplein", werkplein="barneveld")

    at.run()

    for name in ("werkplein-score", "werkplein-mijlpalen"):
        assert f"/figuur/2009-2/{name}.csv?werkplein=barneveld&scheiding=puntkomma" in texts(at)

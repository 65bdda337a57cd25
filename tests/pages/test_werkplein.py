from tests.pages.drive import texts, visit


def test_the_page_opens_on_ones_own_werkplein_with_the_answer_in_one_sentence(landkaart_2009):
    at = visit("werkplein.py", rol="werkplein", werkpleinen=["harderwijk"])

    assert not at.exception
    assert at.title[0].value == "Harderwijk"
    assert "Harderwijk staat in 2009-2 (mei 2009 t/m aug 2009) op **" in texts(at)
    assert "van 125**" in texts(at)


def test_anybody_may_look_at_any_werkplein_and_the_address_follows(landkaart_2009):
    at = visit("werkplein.py", rol="werkplein", werkpleinen=["harderwijk"])

    at.selectbox(key="bekeken").select("assen").run()

    assert at.title[0].value == "Assen"
    assert "op **100%**" in texts(at)
    assert "**gedeelde plaats 1 van 125**" in texts(at)
    assert at.query_params["werkplein"] == "assen"


def test_an_address_opens_a_werkplein_in_a_tertaal(landkaart_2009):
    at = visit("werkplein.py", werkplein="venlo", tertaal="2009-1")

    assert at.title[0].value == "Venlo"
    assert "staat in 2009-1" in texts(at)


def test_a_werkplein_that_does_not_exist_is_passed_over(landkaart_2009):
    at = visit("werkplein.py", werkplein="nergens")

    assert at.title[0].value == "Werkplein"
    assert "Kies hierboven een werkplein" in texts(at)


def test_who_never_submitted_has_no_stand_and_reads_why(landkaart_2009):
    at = visit("werkplein.py", werkplein="delft")

    assert not at.exception
    assert "heeft in 2009-2 geen stand" in texts(at)


def test_without_any_data_the_page_says_what_to_do(database):
    at = visit("werkplein.py")

    assert not at.exception
    assert "Er zijn nog geen gegevens" in texts(at)


def test_the_tertaal_that_was_chosen_on_one_page_is_kept_on_the_next(landkaart_2009):
    at = visit("landelijk.py", tertaal="2009-1")

    at.switch_page("werkplein.py").run()
    assert at.selectbox(key="tertaal").value == "2009-1"
    at.selectbox(key="tertaal").select("2008-3").run()
    at.switch_page("landelijk.py").run()

    assert at.selectbox(key="tertaal").value == "2008-3"
    assert at.query_params["tertaal"] == "2008-3"


def test_another_page_opens_a_werkplein_whatever_was_looked_at_before(landkaart_2009):
    at = visit("werkplein.py", werkplein="venlo", tertaal="2009-1")

    at.session_state["verwezen"] = {"werkplein": "assen", "tertaal": "2008-3"}
    at.run()

    assert (at.title[0].value, at.selectbox(key="tertaal").value) == ("Assen", "2008-3")
    at.selectbox(key="bekeken").select("venlo").run()
    assert at.title[0].value == "Venlo"

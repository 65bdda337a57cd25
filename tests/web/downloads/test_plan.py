from tests.steps.visitors import browser, browser_of, csv_rows

URL = "/download/plan_van_aanpak.csv"


def test_everybody_who_is_in_gets_the_18_as_they_stand(landkaart_2009):
    found = csv_rows(browser_of("lezer").get(URL))

    assert len(found) == 18
    assert found[5] == {
        "nummer": "I.6",
        "thema": "Selectiviteit",
        "afspraak": "Werkconferentie over duurzame re-integratie",
        "wie": "SZW",
        "wanneer_plan": "begin 2009",
        "wanneer_stand": "2009",
        "stand_van_zaken": "Verschoven naar het 1e kwartaal 2010 in verband met nieuw onderzoek",
        "status": "te laat",
        "uiterlijk": "",
        "stand_op": "2009-08-31",
    }


def test_who_is_not_in_gets_nothing(landkaart_2009):
    assert browser().get(URL).status_code != 200

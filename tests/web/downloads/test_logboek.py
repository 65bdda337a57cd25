import pytest

from db.actions.invullingen import save_answer, save_toelichting
from landkaart.domein.band import Band
from landkaart.domein.tertaal import Tertaal
from tests.steps.accounts import make_account, open_session, who_has
from tests.steps.perform import perform
from tests.steps.visitors import csv_rows, unguarded, with_token

URL = "/download/logboek.csv"
HEADER = "moment,werkplein,naam,tertaal,mijlpaal,handeling,oud,nieuw,door,weg"


def somebody(rol, werkpleinen=(), naam=None):
    """A browser that is signed in, and who it is."""
    token = open_session(make_account(rol, werkpleinen, naam))
    return with_token(token), who_has(token).gebruiker


def act(action, by, werkplein, **what):
    perform(action, by, werkplein=werkplein, tertaal=Tertaal(2009, 3), mijlpaal="ketenjaarplan", **what)


@pytest.fixture
def harderwijk(landkaart_2009):
    """A browser of Harderwijk; Assen has something in the log too."""
    client, by = somebody("werkplein", ["harderwijk"], "Manager Harderwijk")
    _, other = somebody("werkplein", ["assen"], "Manager Assen")
    act(save_answer, by, "harderwijk", band=Band.NIET)
    act(save_answer, by, "harderwijk", band=Band.IN_ONTWIKKELING)
    act(save_answer, other, "assen", band=Band.VOLLEDIG)
    return client


def test_the_file_has_the_story_of_a_cell_the_newest_first(harderwijk):
    newest, first = csv_rows(harderwijk.get(f"{URL}?werkplein=harderwijk&tertaal=2009-3&mijlpaal=ketenjaarplan"))

    moment = newest.pop("moment")
    assert (moment[:11], moment[19:]) == ("2009-12-01T", "+01:00")
    assert newest == {
        "werkplein": "harderwijk",
        "naam": "Harderwijk",
        "tertaal": "2009-3",
        "mijlpaal": "ketenjaarplan",
        "handeling": "antwoord",
        "oud": "niet",
        "nieuw": "in_ontwikkeling",
        "door": "Manager Harderwijk",
        "weg": "formulier",
    }
    assert (first["oud"], first["nieuw"]) == ("", "niet")


def test_the_file_is_not_kept_by_others_and_has_its_own_name(harderwijk):
    answer = harderwijk.get(URL)

    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["content-disposition"] == 'attachment; filename="logboek.csv"'
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.text.splitlines()[0] == HEADER


def test_a_dutch_excel_gets_semicolons(harderwijk):
    answer = harderwijk.get(f"{URL}?scheiding=puntkomma")

    assert answer.content.startswith(b"\xef\xbb\xbf" + HEADER.replace(",", ";").encode() + b"\r\n")


def test_the_file_has_everything_also_what_a_screen_leaves_out(landkaart_2009):
    client, _ = somebody("ako")

    assert len(csv_rows(client.get(f"{URL}?handeling=indiening"))) == 602 * 14


def test_a_werkplein_gets_only_its_own_lines(harderwijk):
    found = csv_rows(harderwijk.get(URL))

    assert {row["werkplein"] for row in found} == {"harderwijk"}
    assert {row["door"] for row in found} == {"opdrachtregel", "Manager Harderwijk"}


@pytest.mark.parametrize("asked", ["door=Manager Assen", "handeling=account", "handeling=aanmelding", "handeling=uitvraag"])
def test_no_filter_brings_a_werkplein_to_what_is_not_its_own(harderwijk, asked):
    assert csv_rows(harderwijk.get(f"{URL}?{asked}")) == []


@pytest.mark.parametrize("werkplein", ["assen", "bestaat-niet"])
def test_another_werkplein_is_refused_whether_it_exists_or_not(harderwijk, werkplein):
    answer = harderwijk.get(f"{URL}?werkplein={werkplein}")

    assert answer.status_code == 403
    assert answer.text == "U mag het logboek van dit werkplein niet zien."


def test_of_a_werkplein_that_is_not_known_there_is_no_file(landkaart_2009):
    client, _ = somebody("ako")

    answer = client.get(f"{URL}?werkplein=atlantis")

    assert (answer.status_code, answer.text) == (404, "Dit bestand bestaat niet. Ga terug naar het logboek.")


def test_of_a_werkplein_named_twice_the_answer_has_still_only_ones_own(harderwijk):
    answers = [harderwijk.get(f"{URL}?werkplein={one}&werkplein={two}") for one, two in
               (("assen", "harderwijk"), ("harderwijk", "assen"))]  # fmt: skip

    assert all("Manager Assen" not in answer.text for answer in answers)
    assert sorted(answer.status_code for answer in answers) == [200, 403]


def test_a_lezer_gets_nothing(landkaart_2009):
    client, _ = somebody("lezer")

    answer = client.get(URL)

    assert (answer.status_code, answer.text) == (403, "U mag het logboek niet zien.")


@pytest.mark.parametrize("token", ["", "verzonnen"])
def test_without_signing_in_there_is_nothing(landkaart_2009, token):
    assert with_token(token).get(URL).status_code == 401


def test_the_route_itself_refuses_too_when_nobody_stands_in_front_of_it(landkaart_2009):
    bare = unguarded()

    assert bare.get(URL, headers={"X-Landkaart-Sessie": "1"}).status_code == 401


@pytest.mark.parametrize("rol", ["ako", "beheer"])
def test_ako_and_beheer_get_the_lines_about_accounts_too(harderwijk, rol):
    client, _ = somebody(rol)

    found = csv_rows(client.get(URL))

    assert {"Manager Assen", "Manager Harderwijk"} <= {row["door"] for row in found}
    assert {"account", "aanmelding"} <= {row["handeling"] for row in found}


def test_what_people_typed_turns_into_no_formula_and_stays_in_its_cell(landkaart_2009):
    client, by = somebody("werkplein", ["harderwijk"], "@Naam")
    text = '=HYPERLINK("http://elders");\n"tweede" regel, slot'
    act(save_toelichting, by, "harderwijk", tekst=text)

    row = csv_rows(client.get(f"{URL}?handeling=toelichting"))[0]

    assert (row["nieuw"], row["door"], row["weg"]) == (f"'{text}", "'@Naam", "formulier")


@pytest.mark.parametrize("asked", ["tertaal=2009-4", "handeling=verzonnen"])
def test_a_filter_that_cannot_be_is_a_sentence(harderwijk, asked):
    answer = harderwijk.get(f"{URL}?{asked}")

    assert answer.status_code == 400
    assert answer.text.endswith(".")


def test_no_change_that_fits_gives_the_header_alone(harderwijk):
    assert harderwijk.get(f"{URL}?tertaal=2031-1").text == HEADER + "\n"

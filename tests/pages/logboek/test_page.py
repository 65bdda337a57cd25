from datetime import UTC, datetime

import pytest
from streamlit.testing.v1 import AppTest

from db import models
from db.actions.invullingen import save_answer, save_toelichting
from db.engine import write_session
from landkaart.domein.band import Band
from landkaart.domein.handeling import Handeling
from landkaart.domein.logboek import LogboekRegel
from landkaart.domein.rechten import Weg
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport.logboek import screen_row
from tests.steps.accounts import sign_in_as
from tests.steps.drive import texts, visit
from tests.steps.perform import perform

EVIL = "<img src=x onerror=alert(1)> [klik](javascript:alert(1)) $x$"


def act(action, by, werkplein="harderwijk", mijlpaal="ketenjaarplan", **what):
    perform(action, by, werkplein=werkplein, tertaal=Tertaal(2009, 3), mijlpaal=mijlpaal, **what)


def shown(at):
    return at.dataframe[0].value


def choose(at, name, value):
    return at.selectbox(key=f"logboek_{name}").select(value).run()


@pytest.fixture
def manager(landkaart_2009):
    by = sign_in_as("werkplein", ["harderwijk"], "Manager Harderwijk")
    act(save_answer, by, band=Band.NIET)
    act(save_answer, by, band=Band.VOLLEDIG)
    return by


@pytest.fixture
def assen(landkaart_2009):
    by = sign_in_as("werkplein", ["assen"], "Manager Assen")
    act(save_answer, by, "assen", band=Band.GEDEELTELIJK)
    return by


def test_a_werkplein_reads_what_was_changed_from_what_to_what_by_whom_and_how(manager):
    at = visit("logboek", sessie=manager.sessie_id, logboek_tertaal="2009-3")

    assert not at.exception
    assert "**2 wijzigingen**, de nieuwste bovenaan." in texts(at)
    newest, first = shown(at).to_dict("records")
    assert newest.pop("moment").startswith("1 december 2009, ")
    assert newest == {
        "werkplein": "Harderwijk",
        "tertaal": "2009-3",
        "mijlpaal": "Ketenjaarplan vastgesteld",
        "handeling": "Antwoord",
        "oud": "▼ Niet",
        "nieuw": "◆ Volledig",
        "door": "Manager Harderwijk",
        "weg": "formulier",
    }
    assert first["nieuw"] == "▼ Niet"


def test_a_werkplein_sees_0_lines_of_others_and_cannot_choose_them(manager, assen):
    at = visit("logboek", sessie=manager.sessie_id)

    assert set(shown(at)["werkplein"]) == {"Harderwijk"}
    assert set(shown(at)["door"]) == {"Manager Harderwijk", "opdrachtregel"}
    assert at.selectbox(key="logboek_werkplein").options == ["Harderwijk"]
    assert "Manager Assen" not in at.selectbox(key="logboek_door").options
    assert not {"Account", "Aanmelding"} & set(at.selectbox(key="logboek_handeling").options)


@pytest.mark.parametrize("address", [{"logboek_werkplein": "assen"}, {"logboek_door": "Manager Assen"}], ids=str)
def test_an_address_that_asks_for_others_is_passed_over(manager, assen, address):
    at = visit("logboek", sessie=manager.sessie_id, **address)

    assert not at.exception
    assert set(shown(at)["werkplein"]) == {"Harderwijk"}


@pytest.mark.parametrize("rol", ["ako", "beheer"])
def test_ako_and_beheer_see_the_newest_500_of_all_and_how_many_more_there_are(manager, assen, rol):
    at = visit("logboek", rol=rol)

    assert len(shown(at)) == 500
    assert {"Harderwijk", "Assen"} <= set(shown(at)["werkplein"].dropna())
    assert {"Aanmelding", "Antwoord"} <= set(shown(at)["handeling"])
    assert "Hier staan de nieuwste 500, ook op een afdruk; de download heeft ook de andere 8." in texts(at)


def test_a_lezer_has_no_logboek_under_any_address(landkaart_2009):
    with pytest.raises(ValueError, match="logboek"):
        visit("logboek", rol="lezer")


def test_the_choices_leave_only_what_fits_and_stand_in_the_download(manager, assen):
    at = visit("logboek", rol="ako")

    choose(at, "werkplein", "assen")
    choose(at, "tertaal", "2009-3")
    choose(at, "mijlpaal", "ketenjaarplan")

    assert shown(at)[["werkplein", "nieuw"]].to_numpy().tolist() == [["Assen", "● Gedeeltelijk"]]
    where = "werkplein=assen&tertaal=2009-3&mijlpaal=ketenjaarplan"
    assert f"(/download/logboek.csv?{where}&scheiding=puntkomma)" in texts(at)
    assert f"(/download/logboek.csv?{where})" in texts(at)


def test_choices_that_nothing_fits_say_so(manager):
    at = visit("logboek", sessie=manager.sessie_id)

    choose(at, "door", "Manager Harderwijk")
    choose(at, "mijlpaal", "integrale-teams")

    assert "Er is niets gewijzigd dat aan deze keuzes voldoet." in texts(at)
    assert not at.dataframe


def test_a_werkplein_of_which_nothing_happened_yet_reads_so(database):
    with write_session() as session:
        place = {"plaats": "Urk", "gemeente": "Urk", "provincie": "Flevoland", "arbeidsmarktregio": "Flevoland"}
        session.add(models.Werkplein(code="urk", naam="Urk", breedtegraad=52.66, lengtegraad=5.6, **place))

    at = visit("logboek", rol="werkplein", werkpleinen=["urk"])

    assert "Het logboek is nog leeg." in texts(at)
    assert not at.dataframe


def test_after_the_sign_out_in_another_tab_an_open_page_shows_nothing_more(manager):
    at = visit("logboek", sessie=manager.sessie_id)
    with write_session() as session:
        session.get(models.Sessie, manager.sessie_id).beeindigd_op = datetime.now(UTC)

    at.run()

    assert "U bent niet meer aangemeld." in texts(at)
    assert not at.dataframe


def test_a_toelichting_stands_in_the_table_as_it_was_typed(manager):
    act(save_toelichting, manager, tekst=EVIL)

    at = visit("logboek", sessie=manager.sessie_id, logboek_handeling="toelichting")

    assert shown(at)["nieuw"].to_list() == [EVIL]


def whole(evil):
    from datetime import UTC, datetime

    from landkaart.domein.handeling import Handeling
    from landkaart.domein.logboek import LogboekRegel
    from landkaart.domein.rechten import Weg
    from pages.logboek.regels import show_whole

    moment = datetime(2009, 12, 1, 13, 3, tzinfo=UTC)
    place = {"werkplein": "assen", "naam": evil, "tertaal": "2009-3", "mijlpaal": "ketenjaarplan"}
    show_whole(LogboekRegel(moment, evil, Weg.FORMULIER, Handeling.TOELICHTING, **place, oud=None, nieuw=evil))


def test_a_change_in_its_whole_shows_what_people_typed_as_text():
    at = AppTest.from_function(whole, args=(EVIL,)).run()

    assert not at.exception
    said = texts(at)
    assert "**Toelichting** · 1 december 2009, 14\\:03 · " in said
    assert said.count("\\<img src=x onerror=alert\\(1\\)\\> \\[klik\\]\\(javascript\\:alert\\(1\\)\\) \\$x\\$") == 3


@pytest.mark.parametrize(
    ("handeling", "oud", "nieuw", "expected"),
    [
        (Handeling.ANTWOORD, Band.IN_ONTWIKKELING, None, ("■ In ontwikkeling", None)),
        (Handeling.INDIENING, None, None, (None, None)),
        (Handeling.ACCOUNT, {"rol": "ako", "naam": "A"}, {"rol": "beheer", "naam": "A"}, ("rol: ako", "rol: beheer")),
        (
            Handeling.ACCOUNT,
            None,
            {"werkpleinen": ["assen", "urk"], "tweede_factor": False, "organisatie": ""},
            (None, "werkpleinen: assen, urk; tweede factor: nee; organisatie: –"),
        ),
        (
            Handeling.UITVRAAG,
            {"tertaal": "2009-3", "sluit": "2009-12-31 23:00:00+00:00"},
            {"tertaal": "2009-3", "sluit": "2010-01-15T23:00:00+00:00"},
            ("sluit: 31 december 2009 om 24:00 uur", "sluit: 15 januari 2010 om 24:00 uur"),
        ),
        (
            Handeling.AKO_INDICATIE,
            {"werkplein_id": 1, "tertaal": "2009-2", "indicatie": "niet"},
            {"werkplein_id": 1, "tertaal": "2009-2", "indicatie": "dit_jaar"},
            ("indicatie: haalt het niet", "indicatie: haalt het dit jaar"),
        ),
    ],
)
def test_old_and_new_are_dutch_and_of_a_record_only_what_differs(handeling, oud, nieuw, expected):
    moment = datetime(2009, 12, 1, 13, 3, tzinfo=UTC)

    row = screen_row(LogboekRegel(moment, "A", Weg.IMPORT, handeling, None, None, None, None, oud, nieuw))

    assert row == ("1 december 2009, 14:03", None, None, None, handeling.label, *expected, "A", "import")

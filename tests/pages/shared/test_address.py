"""What stands in an address and does not exist is told on every page, with what is shown instead, until somebody chooses."""

import pytest

from db.actions.aanleveringen import import_aanlevering
from db.engine import read_session
from db.queries.werkpleinen import werkpleinen
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.screens import Screen
from pages.contents import entries
from pages.shared.known_names import KNOWN
from tests.steps.drive import switch, visit
from tests.steps.factories import werkplein_record
from tests.steps.perform import perform


def warnings(at) -> list[str]:
    return [each.value.replace("\\", "") for each in at.warning]


def told(at) -> list[str]:
    return [said for said in warnings(at) if "Het adres vraagt" in said]


def rename_regio(before: str, now: str) -> None:
    """Another file of werkpleinen came in."""
    with read_session() as session:
        there = [each for each in werkpleinen(session=session) if each.arbeidsmarktregio == before]
    assert there
    found = (werkplein_record(each.code, naam=each.naam, arbeidsmarktregio=now) for each in there)
    perform(import_aanlevering, aanlevering=Aanlevering(werkpleinen=tuple(found)))


def sentence(parts: str) -> str:
    return f"Het adres vraagt om iets wat er niet is: {parts}."


GESLOTEN, OPEN = "2009-2, gesloten op 31 augustus 2009 om 24:00 uur", "2009-3, open tot 31 december 2009 om 24:00 uur"
LAST = "2009-2 (mei 2009 t/m aug 2009)"


@pytest.mark.parametrize(
    ("page", "address", "said"),
    [
        ("uitvraag", {"uitvraag": "2012-3"}, f"uitvraag ‘2012-3’ (u ziet nu ‘{OPEN}’)"),
        ("respons", {"uitvraag": "2012-3"}, f"uitvraag ‘2012-3’ (u ziet nu ‘{OPEN}’)"),
        # Under another name for the same, as it stood in the address.
        ("respons", {"tertaal": "2012-3"}, f"tertaal ‘2012-3’ (u ziet nu ‘{OPEN}’)"),
        ("plausibiliteit", {"uitvraag": "onzin"}, f"uitvraag ‘onzin’ (u ziet nu ‘{OPEN}’)"),
        ("navragen", {"uitvraag": "2012-3"}, f"uitvraag ‘2012-3’ (u ziet nu ‘{OPEN}’)"),
        ("herinneren", {"groep": "xx"}, "groep ‘xx’ (u ziet nu ‘Nog niet begonnen (127)’)"),
        ("landelijk", {"tertaal": "2012-1"}, f"tertaal ‘2012-1’ (u ziet nu ‘{LAST}’)"),
        # As somebody types it: not as it is written.
        ("landelijk", {"tertaal": "2009/1"}, f"tertaal ‘2009/1’ (u ziet nu ‘{LAST}’)"),
        ("kaart", {"rij": "bestaatniet"}, "rij ‘bestaatniet’ (u ziet nu ‘De totale score’)"),
        # A tertaal, but not one before this one.
        ("ontwikkeling", {"met": "2009-3"}, "met ‘2009-3’ (u ziet nu ‘2009-1’)"),
        (
            "ontwikkeling",
            {"tertaal": "2008-1", "met": "2007-3"},
            "met ‘2007-3’ (u ziet nu ‘niets: dit is het eerste tertaal’)",
        ),
        # A choice that is not drawn: there is one edition, or none yet.
        ("landelijk", {"editie": "7"}, "editie ‘7’ (u ziet nu ‘Editie 1’)"),
        ("landelijk", {"tertaal": "2009-3", "editie": "2"}, "editie ‘2’ (u ziet nu ‘Zoals het nu is’)"),
        ("ontwikkeling", {"deel": "Foo"}, "deel ‘Foo’ (u ziet nu ‘Wie bewoog’)"),
        ("heatmap", {"regio": "Foo"}, "regio ‘Foo’ (u ziet nu ‘Heel het land’)"),
        ("heatmap", {"blad": "99"}, "blad ‘99’ (u ziet nu ‘1’)"),
        ("werkplein", {"werkplein": "bestaatniet"}, "werkplein ‘bestaatniet’ (nu is er niets gekozen)"),
        # The naam is not the code.
        ("leren", {"werkplein": "Assen"}, "werkplein ‘Assen’ (nu is er niets gekozen)"),
        ("achterblijvers", {"limiet": "abc"}, "limiet ‘abc’ (u ziet nu ‘50%’)"),
        ("achterblijvers", {"verouderd": "9"}, "verouderd ‘9’ (u ziet nu ‘ja’)"),
        ("zoeken", {"w": "onzin"}, "voorwaarde ‘onzin’ (telt niet mee)"),
        ("zoeken", {"provincie": "Foo"}, "provincie ‘Foo’ (nu is er niets gekozen)"),
        ("indicatie", {"oordeel": "onzin"}, "oordeel ‘onzin’ (nu is er niets gekozen)"),
        ("logboek", {"logboek_werkplein": "x" * 500}, f"logboek_werkplein ‘{'x' * 60}…’ (nu is er niets gekozen)"),
        ("rapportage", {"cijfers": "onzin"}, None),
        ("kengetallen", {"onderwerp": "onzin"}, None),
        ("handleiding", {"voor": "onzin"}, None),
        ("prognose", {"toon": "onzin"}, None),
    ],
)
def test_what_an_address_asks_and_there_is_not_is_told_with_what_is_shown_instead(landkaart_2009, page, address, said):
    at = visit(page, rol="ako", **address)

    [found] = told(at)
    assert found == sentence(said) if said else "‘onzin’ (u ziet nu ‘" in found
    assert not at.exception


def test_more_of_it_is_told_in_one_sentence(landkaart_2009):
    at = visit("heatmap", tertaal="2012-1", regio="Foo")

    assert told(at) == [sentence(f"tertaal ‘2012-1’ (u ziet nu ‘{LAST}’) en regio ‘Foo’ (u ziet nu ‘Heel het land’)")]


def test_who_fills_in_one_werkplein_is_told_that_the_address_asks_another(landkaart_2009):
    at = visit("invullen", rol="werkplein", werkpleinen=["breda"], werkplein="assen", ronde="2009-1")

    until = "2009-3, tot 31 december 2009 om 24:00 uur"
    assert told(at) == [sentence(f"werkplein ‘assen’ (u ziet nu ‘Breda’) en ronde ‘2009-1’ (u ziet nu ‘{until}’)")]


def test_so_is_who_fills_in_more_of_them(landkaart_2009):
    at = visit("invullen", rol="werkplein", werkpleinen=["breda", "tilburg"], werkplein="assen")

    assert told(at) == [sentence("werkplein ‘assen’ (nu is er niets gekozen)")]


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("heatmap", {"blad": "2"}),
        ("ontwikkeling", {"met": "2008-1"}),
        ("zoeken", {"hoe": "alle"}),
        ("achterblijvers", {"limiet": "50", "verouderd": "0"}),
        # Asking nothing.
        ("heatmap", {"regio": "", "tertaal": ""}),
    ],
)
def test_what_there_is_tells_nothing(landkaart_2009, page, address):
    assert told(visit(page, **address)) == []


def test_it_is_gone_when_somebody_chose_and_does_not_come_back(landkaart_2009):
    at = visit("landelijk", tertaal="2012-1")

    at.run()
    assert len(told(at)) == 1
    at.selectbox(key="tertaal").set_value("2008-1").run()
    assert told(at) == []
    at.selectbox(key="tertaal").set_value("2009-2").run()
    assert told(at) == []


def test_what_another_choice_made_impossible_nobody_asked(landkaart_2009):
    at = visit("leren", werkplein="breda", mijlpaal="mt-portefeuilleverdeling")
    at.selectbox(key="bekeken").set_value("tilburg").run()

    assert at.query_params["mijlpaal"] != "mt-portefeuilleverdeling"
    assert told(at) == []


def test_a_link_within_the_landkaart_is_followed_also_to_a_page_where_one_was_before(landkaart_2009):
    at = visit("landelijk", tertaal="2008-1")
    switch(at, Screen.UITLEG)
    switch(at, Screen.LANDELIJK, tertaal="2008-2")

    assert at.selectbox(key="tertaal").value == "2008-2"
    switch(at, Screen.UITLEG)
    switch(at, Screen.LANDELIJK, tertaal="2012-1")
    assert told(at) == [sentence("tertaal ‘2012-1’ (u ziet nu ‘2008-2 (mei 2008 t/m aug 2008)’)")]


def test_what_was_chosen_and_is_gone_while_one_looks_is_told(landkaart_2009):
    at = visit("heatmap", tertaal="2009-2", regio="Groningen")
    assert at.selectbox(key="keuze_regio").value == "Groningen"
    rename_regio("Groningen", "Groningen en Noord-Drenthe")

    at.run()
    gone = "Wat gekozen was, is er hier niet: Arbeidsmarktregio ‘Groningen’ (u ziet nu ‘Heel het land’)."
    assert warnings(at) == [gone]
    at.run()
    assert warnings(at) == [gone]
    at.selectbox(key="keuze_regio").set_value("Groningen en Noord-Drenthe").run()
    assert warnings(at) == []


def test_a_tertaal_to_compare_with_that_is_too_late_is_told(landkaart_2009):
    at = visit("ontwikkeling", tertaal="2009-2", met="2009-1")

    at.selectbox(key="tertaal").set_value("2008-3").run()

    assert warnings(at) == ["Wat gekozen was, is er hier niet: Vergeleken met ‘2009-1’ (u ziet nu ‘2008-2’)."]


def unknown(parts: str) -> str:
    return f"Het adres vraagt om iets wat deze pagina niet kent: {parts}."


@pytest.mark.parametrize(
    ("page", "address", "said"),
    [
        ("landelijk", {"tertal": "2009-1"}, "‘tertal’ (is ‘tertaal’ bedoeld?)"),
        ("werkplein", {"werkplien": "assen"}, "‘werkplien’ (is ‘werkplein’ bedoeld?)"),
        # In capitals it is another name.
        ("respons", {"Uitvraag": "2009-2"}, "‘Uitvraag’ (is ‘uitvraag’ bedoeld?)"),
        # A name of another page.
        ("heatmap", {"provincie": "Drenthe"}, "‘provincie’"),
        # A page without choices, and one that ends before its end.
        ("upload", {"tertaal": "2009-1"}, "‘tertaal’"),
        ("werkplein", {"x" * 80: "1"}, f"‘{'x' * 60}…’"),
        ("begin", {"werkplein": "assen"}, "‘werkplein’"),
    ],
)
def test_a_name_that_the_page_does_not_know_is_told_and_goes_out_of_the_address(landkaart_2009, page, address, said):
    at = visit(page, rol="ako", **address)

    assert told(at) == [unknown(said)]
    assert not set(address) & set(at.query_params)
    at.run()
    assert told(at) == [unknown(said)]


def test_it_is_told_beside_what_there_is_not(landkaart_2009):
    at = visit("landelijk", tertaal="2012-1", tertal="2009-1")

    there_is_not = sentence(f"tertaal ‘2012-1’ (u ziet nu ‘{LAST}’)")
    assert told(at) == [f"{there_is_not} {unknown('‘tertal’ (is ‘tertaal’ bedoeld?)')}"]


def test_a_name_that_is_not_known_is_told_until_somebody_chooses(landkaart_2009):
    at = visit("landelijk", tertal="2009-1")

    at.selectbox(key="tertaal").set_value("2008-1").run()
    assert told(at) == []
    at.selectbox(key="tertaal").set_value("2009-2").run()
    assert told(at) == []


def test_what_a_page_draws_only_sometimes_it_knows(landkaart_2009):
    assert told(visit("werkplein", tertaal="2009-2", naast="land", op="totaal")) == []


@pytest.mark.parametrize("screen", [entry.screen for entry in entries()])
def test_all_that_a_page_puts_into_its_address_it_knows(landkaart_2009, screen):
    rol = {Screen.BEHEER: "beheer", Screen.INVULLEN: "werkplein", Screen.COLLEGAS: "werkplein"}.get(screen, "ako")
    try:
        at = visit(screen, rol=rol, werkpleinen=["breda", "tilburg"] if rol == "werkplein" else ())
    except ValueError:
        pytest.skip("only for a coördinator")

    assert set(at.query_params) <= set(KNOWN[screen])


@pytest.mark.parametrize(
    ("page", "address", "said"),
    [
        ("landelijk", {"tertaal": ["2009-1", "2009-2"]}, f"tertaal ‘2009-1’ (u ziet nu ‘{LAST}’)"),
        ("landelijk", {"uitvraag": "2009-1", "tertaal": "2009-2"}, f"uitvraag ‘2009-1’ (u ziet nu ‘{LAST}’)"),
        ("kaart", {"rij": ["ketenjaarplan", "totaal"]}, "rij ‘ketenjaarplan’ (u ziet nu ‘De totale score’)"),
        ("heatmap", {"blad": ["2", "3"]}, "blad ‘2’ (u ziet nu ‘3’)"),
        ("achterblijvers", {"limiet": ["40", "50"]}, "limiet ‘40’ (u ziet nu ‘50%’)"),
        ("achterblijvers", {"tertalen": ["1", "2"]}, "tertalen ‘1’ (u ziet nu ‘twee tertalen’)"),
        ("achterblijvers", {"verouderd": ["1", "0"]}, "verouderd ‘1’ (u ziet nu ‘nee’)"),
        ("zoeken", {"provincie": ["Drenthe", "Utrecht"]}, "provincie ‘Drenthe’ (u ziet nu ‘Utrecht’)"),
    ],
)
def test_of_two_values_for_one_choice_it_is_told_which_does_not_count(landkaart_2009, page, address, said):
    at = visit(page, rol="ako", **address)

    assert told(at) == [f"Het adres vraagt om meer dan één; dit telt niet mee: {said}."]
    assert all(isinstance(value, str) for value in at.query_params.values())


def test_the_same_twice_asks_one_thing(landkaart_2009):
    at = visit("landelijk", tertaal=["2009-1", "2009-1"])

    assert told(at) == []
    assert at.query_params["tertaal"] == "2009-1"


# Zoeken has one choice of more; to Begin an address is a way on; whoever visits Collega's is a coördinator; a band says
# nothing without its row.
OTHERWISE = {
    Screen.ZOEKEN: ("w",),
    Screen.BEGIN: ("tertaal",),
    Screen.COLLEGAS: ("werkplein",),
    Screen.BEHEER: ("rol", "toegang"),
    Screen.LANDELIJK: ("tabel2_band", "tabel3_band"),
}


@pytest.mark.parametrize("screen", KNOWN)
def test_none_of_two_values_goes_out_of_an_address_without_a_word(landkaart_2009, screen):
    """A choice that is not drawn now leaves both where they are."""
    two = {name: [f"{name}-een", f"{name}-twee"] for name in KNOWN[screen] if name not in OTHERWISE.get(screen, ())}
    if not two:
        pytest.skip("a page without choices")

    at = visit(screen, rol="ako", **two)

    said = " ".join(told(at))
    for name, values in two.items():
        assert at.query_params.get(name) == values or all(value in said for value in values), name

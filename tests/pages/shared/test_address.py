"""What stands in an address and does not exist is told, on every page, until somebody chooses."""

import pytest

from tests.steps.drive import texts, visit

SAID = "Dit stond in het adres en is overgeslagen, want het bestaat niet: {}."


def told(at) -> list[str]:
    return [each.value.replace("\\", "") for each in at.warning if "stond in het adres" in each.value]


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("uitvraag", {"uitvraag": "2012-3"}),
        ("respons", {"uitvraag": "2012-3"}),
        ("respons", {"tertaal": "2012-3"}),
        ("herinneren", {"uitvraag": "2012-3"}),
        ("herinneren", {"uitvraag": "2009-3", "groep": "xx"}),
        ("ontwikkeling", {"tertaal": "2009-2", "met": "2009-3"}),
        ("ontwikkeling", {"tertaal": "2009-2", "tab": "Foo"}),
        ("landelijk", {"tertaal": "2012-1"}),
        ("landelijk", {"tertaal": "onzin"}),
        ("heatmap", {"regio": "Foo", "blad": "99"}),
        ("werkplein", {"werkplein": "bestaatniet"}),
        ("leren", {"werkplein": "bestaatniet"}),
        ("kaart", {"rij": "bestaatniet"}),
        ("achterblijvers", {"limiet": "abc"}),
        ("zoeken", {"w": "onzin", "provincie": "Foo"}),
        ("indicatie", {"oordeel": "onzin"}),
        ("logboek", {"logboek_werkplein": "bestaatniet"}),
    ],
)
def test_what_an_address_asks_and_there_is_not_is_told_once(landkaart_2009, page, address):
    at = visit(page, rol="ako", **address)
    wrong = {name: text for name, text in address.items() if text != "2009-2" and text != "2009-3" or name == "met"}

    assert not at.exception
    assert told(at) == [SAID.format(", ".join(f"{name}={text}" for name, text in wrong.items()))]


def test_what_there_is_tells_nothing(landkaart_2009):
    for page, address in (("heatmap", {"blad": "2"}), ("ontwikkeling", {"met": "2008-1"}), ("zoeken", {"hoe": "alle"})):
        assert told(visit(page, tertaal="2009-2", **address)) == []


def test_it_is_gone_when_somebody_chose(landkaart_2009):
    at = visit("landelijk", tertaal="2012-1")

    at.selectbox(key="tertaal").set_value("2008-1").run()

    assert told(at) == []
    assert at.query_params["tertaal"] in ("2008-1", ["2008-1"])


@pytest.mark.parametrize("page", ["uitvraag", "herinneren", "respons", "plausibiliteit", "navragen"])
def test_nothing_is_shown_of_another_uitvraag_than_was_asked_until_one_is_chosen(landkaart_2009, page):
    at = visit(page, rol="ako", uitvraag="2012-3")
    place = at.selectbox(key="geplande_uitvraag" if page == "uitvraag" else "uitvraag")

    assert place.value is None
    assert [each.value for each in at.info] == ["Kies hierboven een uitvraag."]
    assert "2009-3" not in texts(at)

    place.set_value("2009-2").run()

    assert told(at) == []
    assert at.query_params["uitvraag"] in ("2009-2", ["2009-2"])
    assert "Kies hierboven een uitvraag." not in [each.value for each in at.info]
    assert not at.exception


def test_no_other_groep_is_reminded_than_was_asked(landkaart_2009):
    at = visit("herinneren", rol="ako", uitvraag="2009-3", groep="xx")

    assert at.selectbox(key="groep").value is None
    assert not [each for each in at.button if "ersturen" in each.label or "eenemen" in each.label]

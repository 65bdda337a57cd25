"""What an address asks of a file and there is not, is refused with a sentence: nobody gets another file than was asked."""

import pytest

from tests.steps.visitors import browser_of

OF_2009 = "/download/2009-2"
ASKED = {
    "/download/afspraken.csv": ["werkplein"],
    "/download/logboek.csv": ["werkplein", "tertaal", "mijlpaal", "handeling"],
    "/download/respons.csv?tertaal=2009-2": ["klasse", "actualiteit", "provincie", "arbeidsmarktregio"],
    f"{OF_2009}/zoeken.csv": ["w", "hoe", "provincie", "arbeidsmarktregio", "actualiteit", "indicatie", "richting"],
    f"{OF_2009}/kengetallen.csv": [],
    f"{OF_2009}/plausibiliteit.csv": ["regel"],
    f"{OF_2009}/prognose.csv": ["toon", "editie"],
    f"{OF_2009}/ako_indicatie.csv": ["oordeel", "editie"],
    f"{OF_2009}/vraag_antwoorden.csv": ["vraag", "antwoord", "editie"],
    f"{OF_2009}/achterblijverslijst.csv": ["limiet", "tertalen", "verouderd", "vastgesteld", "editie"],
    f"{OF_2009}/tabel2_fasen.csv": ["met", "editie"],
    "/figuur/2009-2/landkaart.csv": ["toon", "editie"],
    "/figuur/2009-2/heatmap.csv": ["met", "volgorde", "regio", "editie"],
}
CASES = [(path, name) for path, names in ASKED.items() for name in (*names, "scheiding", "herkomst")]


@pytest.mark.parametrize(("path", "name"), CASES)
def test_what_there_is_not_is_refused_with_a_sentence(landkaart_2009, path, name):
    reader = browser_of("ako")
    between = "&" if "?" in path else "?"
    assert reader.get(path).status_code == 200

    answer = reader.get(f"{path}{between}{name}=bestaatniet")

    assert answer.status_code in (400, 404)
    assert answer.headers["content-type"].startswith("text/plain")
    assert answer.text.endswith(".")


@pytest.mark.parametrize("name", ["editie", "levend"])
def test_so_it_is_of_a_report(landkaart_2009, name):
    assert browser_of("ako").get(f"{OF_2009}/rapport.html?{name}=bestaatniet").status_code == 404


@pytest.mark.parametrize("asked", ["limiet=101", "limiet=-1", "limiet=٣", "tertalen=7", "verouderd=2"])
def test_a_rule_beyond_its_limits_is_refused(landkaart_2009, asked):
    assert browser_of("ako").get(f"{OF_2009}/achterblijverslijst.csv?{asked}").status_code == 404

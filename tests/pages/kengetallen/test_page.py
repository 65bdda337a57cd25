import pytest

from db.actions.kengetallen import save_kengetal
from db.engine import read_session
from db.queries.kengetallen import kengetallen
from landkaart.domein.tertaal import Tertaal
from tests.steps.drive import texts, visit
from tests.steps.kengetallen import kengetal
from tests.steps.perform import perform

TERTAAL = Tertaal(2009, 2)
NIEUW = "kengetal-2009-2-nieuw"
TYPED = {"tabel": "banen", "indicator": "Banen", "periode": "2009", "soort": "stand", "waarde": "1.234", "eenheid": "banen"}


def kept(tertaal=TERTAAL):
    with read_session() as session:
        return kengetallen(session=session, tertaal=tertaal)


def plain(elements):
    return [each.value.replace("\\", "") for each in elements]


def fill(at, place, **typed):
    for name, text in typed.items():
        next(each for each in at.text_input if each.key.startswith(f"{place}-{name}-")).input(text)
    return at


def press(at, place, name):
    next(each for each in at.button if each.key.startswith(f"{place}-{name}-")).click()
    return at.run()


def open_form(at, kenmerk_label: str):
    at.selectbox(key="kengetal-keuze-2009-2").set_value(kenmerk_label)
    at.run()
    [place] = {
        each.key.rsplit("-", 2)[0] for each in at.button if each.key.startswith("kengetal-2009-2-") and "weg" in each.key
    }
    return place


def option(at, begins: str) -> str:
    return next(each for each in at.selectbox(key="kengetal-keuze-2009-2").options if each.startswith(begins))


def test_the_page_says_how_many_figures_there_are_and_shows_those_of_a_heading(landkaart_2009):
    at = visit("kengetallen", tertaal="2009-2")

    assert not at.exception
    assert "horen **353 cijfers** in 18 tabellen, waarvan **25** niet beschikbaar (n.b.)" in texts(at)
    assert plain(at.subheader) == [
        "Uitstroom naar werk (2009 t/m aug, personen)",
        "Preventie en frictie WW (2009 t/m aug, personen)",
    ]
    assert at.dataframe[0].value.iloc[0].to_list()[2:] == ["154.972", "152.346", "102%"]


@pytest.mark.parametrize(("onderwerp", "tables"), [("Standcijfers", 2), ("BVG", 1), ("Begrotingsartikel 47", 7)])
def test_each_heading_has_its_tables(landkaart_2009, onderwerp, tables):
    at = visit("kengetallen", tertaal="2009-2", onderwerp=onderwerp)

    assert not at.exception
    assert len(at.subheader) == tables


def test_the_differences_are_listed_as_the_sources_own(landkaart_2009):
    at = visit("kengetallen", tertaal="2009-2")

    assert "kloppen er 24 en wijken er 11 af. Die verschillen staan zo in de bron" in texts(at)
    differences = at.dataframe[-1].value
    assert len(differences) == 11
    assert ["92,3%", "43%"] in differences[["Berekend", "Gedrukt"]].to_numpy().tolist()


def test_a_tertaal_without_kengetallen_says_so_and_the_ako_can_begin(landkaart_2009):
    assert "Het AKO voegt ze toe." in texts(visit("kengetallen", tertaal="2009-1"))
    at = visit("kengetallen", tertaal="2009-1", rol="ako")
    assert "Voeg ze hieronder toe" in texts(at)

    press(fill(at, "kengetal-2009-1-nieuw", **TYPED), "kengetal-2009-1-nieuw", "knop")

    assert kept(Tertaal(2009, 1)) == (kengetal("1234", soort="stand", eenheid="banen"),)
    assert "Opgeslagen om" in texts(at)
    assert plain(at.subheader) == ["Banen (2009, banen)"]


@pytest.mark.parametrize("rol", ["lezer", "beheer", "werkplein"])
def test_who_may_not_change_them_sees_no_form(landkaart_2009, rol):
    at = visit("kengetallen", tertaal="2009-2", rol=rol)

    assert "Toevoegen of wijzigen" not in texts(at)
    assert [each.label for each in at.button] == []


def test_the_ako_changes_a_figure_and_everybody_sees_it(landkaart_2009):
    at = visit("kengetallen", tertaal="2009-2", rol="ako")
    place = open_form(
        at, option(at, "Uitstroom naar werk · Werkzoekenden uitgestroomd naar werk · totaal · 2009 t/m aug · real")
    )

    press(fill(at, place, waarde="155.000"), place, "knop")

    assert "Opgeslagen om" in texts(at)
    assert visit("kengetallen", tertaal="2009-2").dataframe[0].value.iloc[0]["Realisatie"] == "155.000"


def test_what_is_no_figure_is_refused_with_what_to_do(landkaart_2009):
    at = visit("kengetallen", tertaal="2009-2", rol="ako")

    press(fill(at, NIEUW, **(TYPED | {"waarde": ""})), NIEUW, "knop")

    assert [each.value for each in at.error] == [
        "Vul een waarde in. Is het cijfer niet beschikbaar, schrijf dan n.b.; dat is geen 0."
    ]
    assert len(kept()) == 353


def test_what_a_colleague_changed_meanwhile_is_not_written_over(landkaart_2009):
    at = visit("kengetallen", tertaal="2009-2", rol="ako")
    found = kept()[0]
    place = open_form(
        at, option(at, "Uitstroom naar werk · Werkzoekenden uitgestroomd naar werk · totaal · 2009 t/m aug · real")
    )
    perform(save_kengetal, tertaal=TERTAAL, kengetal=kengetal(**{**vars(found), "waarde": "155001"}))

    press(fill(at, place, waarde="155.000"), place, "knop")

    assert "intussen door een ander gewijzigd" in at.error[0].value
    assert kept()[0].waarde == "155001"


def test_a_figure_is_taken_away(landkaart_2009):
    at = visit("kengetallen", tertaal="2009-2", rol="ako", onderwerp="BVG")
    place = open_form(at, option(at, "BVG-ontwikkeling · Bezuiniging"))

    press(at, place, "weg")

    assert not at.exception
    assert len(kept()) == 352


def test_a_figure_that_looks_like_markdown_or_a_formula_stays_as_it_was_typed(landkaart_2009):
    perform(save_kengetal, tertaal=Tertaal(2009, 1), kengetal=kengetal("=**1**", eenheid="tekst", noot="*[a](b)*"))

    at = visit("kengetallen", tertaal="2009-1")

    assert at.dataframe[0].value["Realisatie"].to_list() == ["=**1**"]
    assert "\\*\\[a\\]" in texts(at)

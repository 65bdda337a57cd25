from db.act import begin_act
from db.actions.lijsten import fix_lijst
from db.engine import read_session
from db.queries.achterblijvers import vaste_lijst
from db.queries.tertaalbeeld import tertaalbeeld
from landkaart.domein.achterblijvers import STANDAARD, Regel
from landkaart.domein.achterblijverslijst import reasons_on_list
from landkaart.domein.tertaal import Tertaal
from tests.steps.accounts import sign_in_as
from tests.steps.drive import texts, visit

NU = Tertaal(2009, 2)


def figures(at):
    return {metric.label: metric.value for metric in at.metric}


def fixed():
    with read_session() as session:
        return vaste_lijst(session=session, tertaal=NU)


def button(at, label):
    return next(each for each in at.button if each.label == label)


def test_the_page_tells_how_many_lag_by_which_rule_and_who_is_nearly_there(landkaart_2009):
    at = visit("achterblijvers")

    assert not at.exception
    assert STANDAARD.zin in texts(at)
    assert "In 2009-2 staan **32 van 125 werkpleinen** op de lijst" in texts(at)
    assert "zijn er **14** bij gekomen en **2** af" in texts(at)
    assert figures(at) == {
        "Op de lijst": "32",
        "Nieuw op de lijst": "14",
        "Groen: alle 14 op 100%": "4",
        "Bijna groen: 90% of hoger": "11",
    }


def test_each_row_has_its_reasons_how_long_and_what_the_ako_thinks(landkaart_2009):
    table = visit("achterblijvers").dataframe[0].value.set_index("Werkplein")

    assert list(table["Score"]) == sorted(table["Score"])
    assert table.loc["Haarlem"].to_dict() == {
        "Score": 30,
        "Hoe lang": "5e keer op rij",
        "AKO-indicatie": "haalt het niet",
        "Waarom": "De score is 30%, lager dan 50%. De laatste invulling is verouderd.",
    }
    assert table["Hoe lang"]["Hilversum"] == "nieuw"


def test_who_left_the_list_is_named_with_what_changed(landkaart_2009):
    table = visit("achterblijvers").dataframe[1].value

    assert dict(zip(table["Werkplein"], table["Waarom"], strict=True)) == {
        "Haarlemmermeer": "De score ging van 52% naar 59%.",
        "Oostburg": "De score ging van 49% naar 56%.",
    }


def test_another_rule_makes_another_list_and_stands_in_the_address(landkaart_2009):
    at = visit("achterblijvers")

    at.number_input(key="regel-limiet-0").set_value(33)
    at.selectbox(key="regel-tertalen-0").set_value(0)
    at.checkbox(key="regel-verouderd-0").uncheck().run()

    assert Regel(33, 0, False).zin in texts(at)
    assert set(at.dataframe[0].value["Score"]) == {30}
    assert {name: at.query_params[name] for name in ("limiet", "tertalen", "verouderd")} == {
        "limiet": "33",
        "tertalen": "0",
        "verouderd": "0",
    }


def test_a_link_brings_back_the_rule(landkaart_2009):
    at = visit("achterblijvers", limiet="33", tertalen="0", verouderd="0")

    assert figures(at)["Op de lijst"] == "7"


def test_the_usual_rule_is_one_click_away(landkaart_2009):
    at = visit("achterblijvers", limiet="33")

    button(at, "Terug naar de gewone regel").click().run()

    assert STANDAARD.zin in texts(at)
    assert "limiet" not in at.query_params


def test_a_rule_that_asks_nothing_lists_nobody(landkaart_2009):
    at = visit("achterblijvers", limiet="0", tertalen="0", verouderd="0")

    assert not at.exception
    assert "Er is geen enkele reden gekozen: niemand staat op de lijst." in texts(at)
    assert figures(at)["Op de lijst"] == "0"


def test_the_ako_fixes_the_list_and_everybody_reads_so(landkaart_2009):
    by = sign_in_as("ako", naam="Iemand van het AKO")
    at = visit("achterblijvers", sessie=by.sessie_id)

    button(at, "Lijst vaststellen").click().run()

    assert len(fixed().redenen) == 32
    assert "Vastgesteld op **1 december 2009** door Iemand van het AKO: **32 werkpleinen**." in texts(at)
    assert "Lijst opnieuw vaststellen" not in [each.label for each in at.button]
    assert "De lijst hierboven is nog dezelfde." in texts(visit("achterblijvers"))


def test_a_fixed_list_stays_readable_beside_another_rule(landkaart_2009):
    by = sign_in_as("ako")
    with begin_act(by) as act:
        seen = reasons_on_list(tertaalbeeld(session=act.session, tertaal=NU), NU).index
        fix_lijst(act, tertaal=NU, regel=STANDAARD, seen=seen, seen_fixed=None)

    at = visit("achterblijvers", sessie=by.sessie_id, limiet="33", tertalen="0", verouderd="0")
    at.session_state["lijst-2009-2-open"] = True
    at.run()

    assert "De lijst hierboven is anders: 0 erbij, 25 eraf." in texts(at)
    assert len(at.dataframe[-1].value) == 32
    assert "(/download/2009-2/achterblijverslijst.csv?vastgesteld=ja)" in texts(at)
    button(at, "Lijst opnieuw vaststellen").click().run()
    assert fixed().regel == Regel(33, 0, False)


def test_who_may_not_fix_it_finds_no_button(landkaart_2009):
    at = visit("achterblijvers", rol="beheer")

    assert "Lijst vaststellen" not in [each.label for each in at.button]
    assert "De vastgestelde lijst" not in texts(at)


def test_in_the_first_tertaal_nobody_is_called_new(landkaart_2009):
    at = visit("achterblijvers", tertaal="2008-1")

    assert "bij gekomen" not in texts(at)
    assert set(at.dataframe[0].value["Hoe lang"]) == {"1e keer"}


def test_without_any_data_the_page_says_what_to_do(database):
    assert "Er zijn nog geen gegevens" in texts(visit("achterblijvers"))


def test_while_the_uitvraag_runs_the_page_says_who_is_listed_only_for_not_having_answered_yet(landkaart_2009):
    running = visit("achterblijvers", tertaal="2009-3")

    reasons = running.dataframe[0].value["Waarom"]
    waiting = (reasons == "De laatste invulling is verouderd.").sum()
    assert waiting > 0
    assert f"De uitvraag loopt nog: **{waiting} werkpleinen staan** alleen op de lijst omdat" in texts(running)
    assert "De uitvraag loopt nog" not in texts(visit("achterblijvers"))

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import update
from sqlmodel import select

from db import models
from db.act import begin_act
from db.actions.afspraken import change_afspraak, make_afspraak
from db.actions.contacten import set_contact
from db.engine import read_session, write_session
from db.queries.afspraken import afspraken
from landkaart.domein.afspraak import AfspraakInhoud, AfspraakStatus
from landkaart.domein.rechten import operator
from tests.steps.drive import texts, visit
from tests.steps.perform import perform

SAID = {"wat": "Kijken in Assen.", "wie": "Jo", "wanneer": date(2010, 1, 15)}


def agree(werkplein: str = "harderwijk", ago: timedelta = timedelta(), **what) -> None:
    """`ago`: how long ago it is agreed, so that its day may lie in the past by now."""
    inhoud = AfspraakInhoud(**{**SAID, **what})
    with begin_act(operator()) as act:
        make_afspraak(replace(act, now=act.now - ago), werkplein=werkplein, inhoud=inhoud)


def agree_long_ago(**what) -> None:
    agree(ago=timedelta(60), wanneer=date(2009, 11, 30), **what)


def kept(werkplein: str = "harderwijk"):
    with read_session() as session:
        return afspraken(session=session, by=operator(), werkplein=werkplein)


@pytest.fixture
def at(landkaart_2009):
    return visit("leren", rol="werkplein", werkpleinen=["harderwijk"])


def test_the_page_opens_on_ones_own_werkplein_and_its_weakest_mijlpaal(at):
    assert not at.exception
    assert at.selectbox(key="bekeken").value == "harderwijk"
    weak = at.dataframe[0].value
    assert weak["band"].to_list() == sorted(weak["band"], key=lambda text: "▼■●".index(text[0]))
    assert at.selectbox(key="leren_mijlpaal-harderwijk").options[0] == weak["mijlpaal"].iloc[0]
    assert "125 werkpleinen, stand bij de sluiting op 31 augustus 2009 om 24:00 uur" in texts(at)


def test_a_mijlpaal_shows_who_came_from_below_and_what_it_said(at):
    at.selectbox(key="leren_mijlpaal-harderwijk").select("aanspreekpunt-werkzoekenden").run()

    assert not at.exception
    assert "van onder de 66% naar 100%" in texts(at)
    examples = at.dataframe[1].value
    assert examples["sinds"].notna().all()
    assert "Het schreef er toen geen toelichting bij." in texts(at)
    assert at.query_params["mijlpaal"] == "aanspreekpunt-werkzoekenden"


def test_the_order_can_be_by_profile(at):
    at.selectbox(key="leren_mijlpaal-harderwijk").select("aanspreekpunt-werkzoekenden").run()
    at.session_state["keuze_eerst"] = "lijkt"
    at.run()

    differences = at.dataframe[1].value["verschil"].to_list()
    assert differences == sorted(differences)


def test_who_is_at_100_on_everything_is_told_that_others_can_learn(landkaart_2009):
    at = visit("leren", werkplein="assen")

    assert "staat op alle 14 mijlpalen op **100%**" in texts(at)
    assert not at.exception


def test_an_afspraak_is_made_with_the_chosen_werkplein_about_the_chosen_mijlpaal(at):
    mijlpaal = at.query_params["mijlpaal"]
    met = at.selectbox(key=f"leren_van-harderwijk-{mijlpaal}").value
    place = f"nieuwe-afspraak-harderwijk-{mijlpaal}-{met}"
    at.text_area(key=f"{place}-wat-0").input("Kijken hoe zij het doen.")
    at.text_input(key=f"{place}-wie-0").input("Jo")
    at.date_input(key=f"{place}-wanneer-0").set_value(date(2010, 1, 15))

    at.button(key=f"{place}-knop-0").click().run()

    (found,) = kept()
    assert (found.met, found.mijlpaal, found.wat, found.wanneer) == (
        met,
        mijlpaal,
        "Kijken hoe zij het doen.",
        date(2010, 1, 15),
    )
    assert "Afspraak vastgelegd" in texts(at)
    assert "Afspraken: 1 open." in texts(at)


def test_what_is_missing_is_asked_for_and_nothing_is_kept(at):
    mijlpaal = at.query_params["mijlpaal"]
    place = f"nieuwe-afspraak-harderwijk-{mijlpaal}-{at.selectbox(key=f'leren_van-harderwijk-{mijlpaal}').value}"

    at.button(key=f"{place}-knop-0").click().run()

    assert "Schrijf op wat u afspreekt." in texts(at)
    assert kept() == []


def test_late_ones_come_first_then_open_ones_then_what_is_done(landkaart_2009):
    agree(wat="Gedaan.")
    perform(change_afspraak, afspraak=kept()[0], status=AfspraakStatus.GEDAAN, **SAID | {"wat": "Gedaan."})
    agree(wat="Open.")
    agree_long_ago(wat="Laat.")

    at = visit("werkplein", rol="werkplein", werkpleinen=["harderwijk"])

    table = at.dataframe[-1].value
    assert table[["status", "wat"]].to_numpy().tolist() == [["Over tijd", "Laat."], ["Open", "Open."], ["Gedaan", "Gedaan."]]
    assert "Afspraken: 2 open, 1 over tijd" in texts(at)


def test_two_people_at_once_the_second_is_told_and_keeps_his_text(landkaart_2009):
    agree()
    at = visit("werkplein", rol="werkplein", werkpleinen=["harderwijk"])
    number = kept()[0].id
    at.session_state["afspraak-open"] = number
    at.run()
    perform(change_afspraak, afspraak=kept()[0], status=AfspraakStatus.OPEN, **SAID | {"wie": "Kim"})

    at.text_area(key=f"afspraak-{number}-wat-0").input("Bellen met Assen.")
    at.button(key=f"afspraak-{number}-knop-0").click().run()

    assert "intussen door een ander gewijzigd" in texts(at)
    assert kept()[0].wie == "Kim"
    assert "Kim" in texts(at)
    assert at.text_area(key=f"afspraak-{number}-wat-0").value == "Bellen met Assen."
    at.button(key=f"afspraak-{number}-knop-0").click().run()
    assert kept()[0].wat == "Bellen met Assen."


def test_at_the_next_invulling_a_quiet_line_counts_them(landkaart_2009):
    agree()
    agree_long_ago(wat="Laat.")

    at = visit("invullen", rol="werkplein", werkpleinen=["harderwijk"])

    assert "Afspraken: 2 open, 1 over tijd" in [expander.label for expander in at.expander]


def test_at_the_next_invulling_nothing_is_said_when_there_are_none(landkaart_2009):
    at = visit("invullen", rol="werkplein", werkpleinen=["harderwijk"])

    assert not any("Afspraken" in expander.label for expander in at.expander)


@pytest.mark.parametrize(
    ("rol", "own", "sees"),
    [("ako", [], True), ("beheer", [], True), ("werkplein", ["harderwijk"], True), ("werkplein", ["venlo"], False),
     ("lezer", [], False)],
)  # fmt: skip
def test_afspraken_are_seen_by_the_own_werkplein_the_ako_and_beheer(landkaart_2009, rol, own, sees):
    agree()

    for page in ("werkplein", "leren"):
        at = visit(page, rol=rol, werkpleinen=own, werkplein="harderwijk")
        assert ("Afspraken" in [header.value for header in at.header]) is sees
        assert any("afspraak-harderwijk" in (area.key or "") for area in at.text_area) is (
            own == ["harderwijk"] and page == "leren"
        )


def test_what_somebody_typed_is_shown_as_typed(landkaart_2009):
    agree(wat="<b>[klik](javascript:alert(1))</b>", wie="*Jo*")
    at = visit("werkplein", rol="ako", werkplein="harderwijk")
    at.session_state["afspraak-open"] = kept()[0].id
    at.run()

    assert "\\<b\\>\\[klik\\]" in texts(at)
    assert "\\*Jo\\*" in texts(at)


def test_without_any_data_the_page_says_what_to_do(database):
    at = visit("leren")

    assert not at.exception
    assert "Er zijn nog geen gegevens" in texts(at)


def say(werkplein: str, tertaal: str, mijlpaal: str, text: str) -> None:
    """As if it had been written with what it submitted in that tertaal."""
    with write_session() as session:
        found = select(models.Indiening.id).join(models.Werkplein, models.Werkplein.id == models.Indiening.werkplein_id)
        found = found.where(models.Werkplein.code == werkplein, models.Indiening.tertaal == tertaal)
        answer = models.IndieningAntwoord
        here = answer.indiening_id.in_(found), answer.mijlpaal == mijlpaal
        session.execute(update(answer).where(*here).values(toelichting=text))


def test_what_it_said_when_it_came_to_100_and_its_shared_contact_stand_beside_it(landkaart_2009):
    zutphen = {"werkplein": "harderwijk", "mijlpaal": "ontschotte-kanalen"}
    say("zutphen", "2009-2", "ontschotte-kanalen", "Eén <b>nummer</b>.")
    say("zutphen", "2009-1", "ontschotte-kanalen", "Nog niet.")
    perform(set_contact, werkplein="zutphen", naam="Jo", adres="jo@zutphen.nl", gedeeld=True)

    at = visit("leren", **zutphen)

    assert at.selectbox(key="leren_van-harderwijk-ontschotte-kanalen").value == "zutphen"
    assert "Stond in 2009-1 op ▼ Niet en kwam in 2009-2 op 100%." in texts(at)
    assert "Eén \\<b\\>nummer" in texts(at)
    assert "Nog niet" not in texts(at)
    assert "Jo, jo@zutphen.nl" in texts(at).replace("\\", "")


def test_when_nobody_came_from_below_the_nearest_at_100_are_shown(landkaart_2009):
    at = visit("leren", werkplein="harderwijk", tertaal="2008-1")

    assert not at.exception
    assert "kwam niemand van onder de 66% naar 100%" in texts(at)
    assert at.dataframe[1].value["was"].isna().all()
    assert at.dataframe[1].value["km"].notna().all()


def test_a_mijlpaal_that_is_not_weak_in_the_address_is_passed_over(landkaart_2009):
    at = visit("leren", werkplein="venlo", mijlpaal="nergens")

    assert not at.exception
    assert "op alle 14 mijlpalen op **100%**" in texts(at)


def test_a_button_opens_the_page_of_the_werkplein_to_learn_from(landkaart_2009):
    at = visit("leren", werkplein="harderwijk", mijlpaal="ontschotte-kanalen", tertaal="2009-2")

    at.button(key="leren_open-zutphen").click().run()

    assert at.title[0].value == "Zutphen"
    assert (at.query_params["werkplein"], at.query_params["tertaal"]) == ("zutphen", "2009-2")


def test_a_link_brings_back_how_far_to_look_in_which_order_and_whom(landkaart_2009):
    key, asked = (
        "leren_van-harderwijk-ontschotte-kanalen",
        {"mijlpaal": "ontschotte-kanalen", "stappen": "6", "eerst": "lijkt"},
    )
    assert visit("leren", werkplein="harderwijk", **asked).selectbox(key=key).value != "zutphen"

    at = visit("leren", werkplein="harderwijk", van="zutphen", **asked)

    assert at.selectbox(key="keuze_stappen").value == "6"
    assert at.session_state["keuze_eerst"] == "lijkt"
    assert at.selectbox(key=key).value == "zutphen"

from datetime import UTC, datetime

import pytest
from sqlalchemy import delete, update

from db import models
from db.engine import read_session, write_session
from db.queries.clock import OFFSET
from db.queries.invullingen import indieningen, invulling
from db.queries.stands import stand
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import system_now
from landkaart.domein.fouten import NietAangemeld
from landkaart.domein.invulling import Wijze
from landkaart.domein.tertaal import Tertaal
from pages.invullen.form import SEGMENTS
from tests.steps.drive import field, texts, visit

NOW = Tertaal(2009, 3)


def key(kind, mijlpaal, werkplein="harderwijk"):
    return f"{kind}-{werkplein}-{NOW}-{mijlpaal}"


def kept(werkplein="harderwijk"):
    with read_session() as session:
        return invulling(session=session, werkplein=werkplein, tertaal=NOW)


def choose(at, mijlpaal, band):
    return field(at, key("band", mijlpaal)).set_value(SEGMENTS[band]).run()


def fill_in(*werkpleinen, **address):
    """The page for somebody who holds these."""
    return visit("invullen", rol="werkplein", werkpleinen=werkpleinen, **address)


def move_landkaart_to(moment, now):
    with write_session() as session:
        session.get(models.Instelling, OFFSET).waarde = str((moment - now).total_seconds())


def end_all_sessions():
    with write_session() as session:
        session.exec(update(models.Sessie).values(beeindigd_op=datetime.now(UTC)))


@pytest.fixture
def form(landkaart_2009):
    return fill_in("harderwijk")


def test_a_new_tertaal_starts_with_14_times_nothing(form):
    assert not form.exception
    assert texts(form).count("nog niet beoordeeld") == 14
    assert "**0 van 14**" in texts(form)
    assert [field(form, key("band", code)).value for code in catalogus().codes] == [None] * 14


def test_every_mijlpaal_says_what_it_means_and_what_was_said_last_time(form):
    said = texts(form)

    for mijlpaal in catalogus().mijlpalen:
        assert mijlpaal.definitie in said
        assert all(sentence in said for sentence in mijlpaal.banden)
    assert all("vorige\u00a0keer\u00a0:color" in field(form, key("band", code)).label for code in catalogus().codes)


def test_a_choice_is_saved_at_once_and_shown_as_the_database_has_it(form):
    choose(form, "arbeidsmarktanalyse", Band.VOLLEDIG)

    answer = kept().antwoorden["arbeidsmarktanalyse"]
    assert (answer.band, answer.wijze) == (Band.VOLLEDIG, Wijze.BIJGEWERKT)
    assert "bijgewerkt, opgeslagen" in texts(form)
    assert "**1 van 14**" in texts(form)


def test_who_comes_back_finds_everything(form):
    choose(form, "arbeidsmarktanalyse", Band.VOLLEDIG)

    again = fill_in("harderwijk")

    assert field(again, key("band", "arbeidsmarktanalyse")).value == Band.VOLLEDIG
    assert "**1 van 14**" in texts(again)


def test_the_score_as_it_would_become_stands_beside_last_time_and_the_country(form):
    assert "score wordt **30%** (vorige keer 30%, landelijk 67%)" in texts(form)

    choose(form, "arbeidsmarktanalyse", Band.VOLLEDIG)

    assert "score wordt **35%** (vorige keer 30%, landelijk 67%)" in texts(form)


def test_confirming_is_another_act_than_choosing(form):
    field(form, key("band", "ketenjaarplan")).set_value("Ongewijzigd").run()

    answer = kept().antwoorden["ketenjaarplan"]
    assert (answer.band, answer.wijze) == (Band.IN_ONTWIKKELING, Wijze.BEVESTIGD)
    assert "ongewijzigd bevestigd, opgeslagen" in texts(form)


def test_all_that_remain_can_be_confirmed_at_once_and_then_submitted(form):
    choose(form, "arbeidsmarktanalyse", Band.VOLLEDIG)
    field(form, key("bevestig", "alle")).click().run()

    assert "**14 van 14**" in texts(form)
    wijzen = [answer.wijze for answer in kept().antwoorden.values()]
    assert (wijzen.count(Wijze.BIJGEWERKT), wijzen.count(Wijze.BEVESTIGD)) == (1, 13)

    field(form, key("indienen", "alle")).click().run()

    assert "Versie 1 is ingediend op 1 december 2009" in texts(form)
    with read_session() as session:
        assert stand(session=session, tertaal=NOW).bands.loc["harderwijk", "arbeidsmarktanalyse"] == Band.VOLLEDIG


def test_nothing_can_be_submitted_before_14_of_14(form):
    assert field(form, key("indienen", "alle")).disabled

    choose(form, "arbeidsmarktanalyse", Band.VOLLEDIG)

    assert field(form, key("indienen", "alle")).disabled


def test_what_changes_after_submitting_counts_only_when_it_is_submitted_again(form):
    field(form, key("bevestig", "alle")).click().run()
    field(form, key("indienen", "alle")).click().run()
    assert field(form, key("indienen", "alle")).disabled

    choose(form, "arbeidsmarktanalyse", Band.NIET)

    assert "Daarna is er iets gewijzigd" in texts(form)
    field(form, key("indienen", "alle")).click().run()
    with read_session() as session:
        versions = indieningen(session=session, werkplein="harderwijk", tertaal=NOW)
    assert [version.versie for version in versions] == [2, 1]
    assert versions[1].banden["arbeidsmarktanalyse"] is Band.IN_ONTWIKKELING


def test_a_drop_asks_for_a_toelichting_and_does_not_block(form):
    choose(form, "arbeidsmarktanalyse", Band.NIET)

    assert "Dit gaat van In ontwikkeling naar Niet. Wilt u dat toelichten? Het hoeft niet." in texts(form)

    field(form, key("toelichting", "arbeidsmarktanalyse")).input("De analyse is ingetrokken.").run()

    assert kept().toelichtingen == {"arbeidsmarktanalyse": "De analyse is ingetrokken."}
    assert "Wilt u dat toelichten?" not in texts(form)


def test_one_band_up_asks_for_nothing(form):
    choose(form, "arbeidsmarktanalyse", Band.GEDEELTELIJK)

    assert "Wilt u dat toelichten?" not in texts(form)


def test_a_text_that_cannot_be_kept_stays_in_sight_with_the_reason(form):
    field(form, key("toelichten", "arbeidsmarktanalyse")).click().run()
    text = "a" * 4001

    field(form, key("toelichting", "arbeidsmarktanalyse")).input(text).run()

    assert "De tekst is te lang: 4001 tekens. Er passen er 4000." in texts(form)
    assert field(form, key("toelichting", "arbeidsmarktanalyse")).value == text
    assert kept().toelichtingen == {}


def test_what_people_type_is_shown_as_they_typed_it(form):
    field(form, key("toelichten", "arbeidsmarktanalyse")).click().run()
    evil = "<img src=x onerror=alert(1)> [klik](javascript:alert(1)) $x$ :red[rood] {{7*7}}"

    field(form, key("toelichting", "arbeidsmarktanalyse")).input(evil).run()
    field(form, key("bevestig", "alle")).click().run()
    field(form, key("indienen", "alle")).click().run()
    form.get_by_key("versies-harderwijk")
    form.session_state["versies-harderwijk"] = True
    form.run()

    assert kept().toelichtingen["arbeidsmarktanalyse"] == evil
    shown = form.table[0].value.set_index("Mijlpaal")["Toelichting"]["Arbeidsmarktanalyse beschikbaar"]
    assert "\\<img" in shown
    assert "\\[klik\\]\\(javascript\\:" in shown
    assert "\\$x\\$" in shown


def test_after_the_closing_a_click_on_an_old_page_saves_nothing_and_says_so(form, set_clock):
    # The clock of the data moves, that of the session does not.
    set_clock(now := system_now())
    move_landkaart_to(datetime(2009, 12, 31, 23, tzinfo=UTC), now)

    choose(form, "arbeidsmarktanalyse", Band.VOLLEDIG)

    assert kept().antwoorden == {}
    assert "De uitvraag van 2009-3 is gesloten. Er is niets opgeslagen." in texts(form)
    assert "Er loopt nu geen uitvraag" in texts(form)


def test_a_werkplein_that_never_came_has_nothing_to_confirm(landkaart_2009):
    at = fill_in("delft")

    assert "score volgt bij 14 van 14 (landelijk 67%)" in texts(at)
    assert not [button for button in at.button if "ongewijzigd" in button.label.lower()]


def test_who_holds_two_werkpleinen_is_asked_which(landkaart_2009):
    at = fill_in("harderwijk", "assen")

    assert "Kies hierboven uw werkplein" in texts(at)
    assert at.selectbox(key="werkplein").options == ["Assen", "Harderwijk"]

    at.selectbox(key="werkplein").select("assen").run()

    assert "**0 van 14**" in texts(at)


def test_a_link_chooses_among_ones_own_werkpleinen_only(landkaart_2009):
    assert fill_in("harderwijk", "assen", werkplein="assen").selectbox(key="werkplein").value == "assen"
    assert fill_in("harderwijk", "assen", werkplein="delft").selectbox(key="werkplein").value is None


def test_who_holds_one_werkplein_is_asked_nothing_whatever_a_link_says(landkaart_2009):
    at = fill_in("harderwijk", werkplein="delft")

    assert at.title[0].value == "Invullen: Harderwijk"
    assert not at.selectbox
    assert "**0 van 14**" in texts(at)


@pytest.mark.parametrize("rol", ["ako", "beheer", "lezer"])
def test_only_the_role_werkplein_has_the_page(landkaart_2009, rol):
    with pytest.raises(ValueError, match="Could not find a navigation page"):
        visit("invullen", rol=rol)


def test_whoever_signed_out_in_another_tab_saves_nothing_here_and_is_led_to_signing_in(form):
    end_all_sessions()

    field(form, key("band", "arbeidsmarktanalyse")).set_value(SEGMENTS[Band.NIET]).run()

    assert kept().antwoorden == {}
    assert texts(form) == str(NietAangemeld())


def test_who_lost_the_werkplein_while_the_page_stood_open_saves_nothing(form):
    with write_session() as session:
        session.exec(delete(models.AccountWerkplein))

    field(form, key("band", "arbeidsmarktanalyse")).set_value(SEGMENTS[Band.NIET]).run()

    assert kept().antwoorden == {}


def test_two_tabs_of_one_werkplein_see_each_others_answers_at_their_next_run(landkaart_2009):
    first, second = (fill_in("harderwijk") for _ in range(2))

    choose(first, "arbeidsmarktanalyse", Band.VOLLEDIG)
    choose(second, "ketenjaarplan", Band.NIET)

    assert field(second, key("band", "arbeidsmarktanalyse")).value == Band.VOLLEDIG
    assert set(kept().antwoorden) == {"arbeidsmarktanalyse", "ketenjaarplan"}


def test_choosing_the_same_band_again_takes_the_answer_back(form):
    choose(form, "arbeidsmarktanalyse", Band.VOLLEDIG)

    field(form, key("band", "arbeidsmarktanalyse")).set_value(None).run()

    assert kept().antwoorden == {}
    assert "**0 van 14**" in texts(form)

"""The server, or the network, is away for a while."""

import pytest
from playwright.sync_api import expect

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from tests.steps.form_visits import ANALYSE, MOMENTS, PLAN, SAVED, until

pytestmark = pytest.mark.browser
AWAY = "Geen verbinding"


def test_twice_a_restart_of_the_server_with_the_form_open_loses_nothing(form, server):
    for number, (code, label) in enumerate([(PLAN, "Volledig"), (ANALYSE, "Niet")]):
        server.kill()
        form.choose(code, label)
        field = form.type(code, f"tijdens {number}")
        expect(form.state(code)).to_contain_text("niet opgeslagen", timeout=3000)
        expect(form.all).to_contain_text(AWAY)
        assert form.page.get_by_role("dialog").count() == 0
        expect(field).to_be_focused()

        server.start()
        expect(form.all).to_have_text("Alles is opgeslagen.", timeout=40_000)
        expect(field).to_have_value(f"tijdens {number}")
        expect(field).to_be_focused()

    assert form.kept.banden == {PLAN: Band.VOLLEDIG, ANALYSE: Band.NIET}
    assert form.kept.toelichtingen == {PLAN: "tijdens 0", ANALYSE: "tijdens 1"}
    expect(form.questions).to_have_count(0)
    form.page.keyboard.type(" en verder")
    form.until_kept(ANALYSE, "tijdens 1 en verder")
    assert form.page.get_by_role("dialog").count() == 0


@pytest.mark.parametrize("seconds", MOMENTS)
def test_a_server_that_goes_a_moment_after_the_last_key_loses_nothing(form, server, seconds):
    field = form.type(PLAN, "voor")
    form.wait(seconds)

    server.kill()
    form.page.keyboard.type(" en na")
    server.start()

    expect(form.all).to_have_text("Alles is opgeslagen.", timeout=40_000)
    expect(field).to_have_value("voor en na")
    assert form.kept.toelichtingen == {PLAN: "voor en na"}
    expect(form.questions).to_have_count(0)


@pytest.mark.parametrize("seconds", MOMENTS)
def test_a_network_that_goes_a_moment_after_the_last_key_loses_nothing(form, seconds):
    field = form.type(PLAN, "voor")
    form.wait(seconds)

    form.context.set_offline(True)
    form.page.keyboard.type(" en na")
    expect(form.text_state(PLAN)).to_contain_text("niet opgeslagen", timeout=3000)
    form.context.set_offline(False)

    form.until_kept(PLAN, "voor en na", seconds=20)
    expect(field).to_have_value("voor en na")
    expect(form.questions).to_have_count(0)


def test_while_the_server_is_away_for_long_no_dialog_opens_and_every_key_arrives(form, server):
    server.kill()
    try:
        field = form.text(PLAN)
        for _ in range(8):
            form.page.keyboard.type("woord ")
            form.wait(2)
        assert form.page.get_by_role("dialog").count() == 0
        expect(field).to_have_value("woord " * 8)
        expect(form.page.get_by_text("De verbinding met de landkaart is weg")).to_be_visible()
    finally:
        server.start()

    form.until_kept(PLAN, ("woord " * 8).strip(), seconds=40)
    expect(form.page.get_by_text("De verbinding met de landkaart is weg")).to_have_count(0, timeout=15_000)


@pytest.mark.parametrize("seconds", [1, 8])
def test_without_a_network_it_is_said_within_3_seconds_and_all_arrives_by_itself_in_order_once(form, seconds):
    sent = []
    form.page.on("request", lambda request: sent.append(request) if "/veld/" in request.url else None)
    form.context.set_offline(True)
    form.choose(PLAN, "Volledig")
    form.type(PLAN, "zonder netwerk")
    form.choose(ANALYSE, "Niet")
    expect(form.state(PLAN)).to_contain_text("niet opgeslagen", timeout=3000)
    expect(form.all).to_contain_text(AWAY, timeout=3000)
    form.wait(seconds)

    before = len(sent)
    form.context.set_offline(False)

    expect(form.all).to_have_text("Alles is opgeslagen.", timeout=20_000)
    arrived = [request.url.rsplit("/veld/")[-1] for request in sent[before:]]
    assert arrived == [f"band/{PLAN}", f"toelichting/{PLAN}", f"band/{ANALYSE}"]
    assert form.kept.banden == {PLAN: Band.VOLLEDIG, ANALYSE: Band.NIET}
    assert form.kept.toelichtingen[PLAN] == "zonder netwerk"


def test_a_network_that_hangs_is_said_within_3_seconds_too(form):
    held = []
    form.page.route("**/veld/**", lambda route: held.append(route))
    form.choose(PLAN, "Volledig")

    expect(form.state(PLAN)).to_have_text("opslaan duurt langer dan gewoon…", timeout=3000)
    expect(form.all).to_have_text("Opslaan duurt langer dan gewoon…")
    held[0].continue_()
    expect(form.state(PLAN)).to_contain_text(SAVED)


def test_an_answer_that_was_lost_is_no_change_by_somebody_else(form):
    lost = []

    def lose(route):
        lost.append(route.fetch())
        route.abort()

    form.page.route("**/veld/**", lose, times=1)
    form.type(PLAN, "half")
    until(form.page, lambda: bool(lost))
    form.page.keyboard.type(" en heel")

    form.until_kept(PLAN, "half en heel", seconds=8)
    expect(form.text_state(PLAN)).to_contain_text(SAVED)
    expect(form.questions).to_have_count(0)


def test_what_goes_wrong_in_the_server_is_said_in_its_words_and_tried_again(form):
    form.page.route("**/veld/**", lambda route: route.fulfill(status=503, json={"code": "storing", "zin": "Vol."}), times=2)
    form.choose(PLAN, "Volledig")
    expect(form.state(PLAN)).to_contain_text("niet opgeslagen; wordt opnieuw geprobeerd")
    expect(form.all).to_have_text("Vol. 1 wijziging nog niet opgeslagen.")

    expect(form.state(PLAN)).to_contain_text(SAVED, timeout=8000)


@pytest.mark.parametrize("seconds", MOMENTS)
def test_what_a_portal_answers_in_the_place_of_the_landkaart_is_no_answer(form, seconds):
    form.type(PLAN, "Getypt in de trein.")
    form.page.route("**/api/**", lambda route: route.fulfill(json={}))
    form.wait(seconds)
    form.page.evaluate("dispatchEvent(new Event('focus'))")
    form.choose(PLAN, "Volledig")

    expect(form.all).to_contain_text(AWAY)
    expect(form.state(PLAN)).to_contain_text("niet opgeslagen")
    assert form.kept.banden == {}
    form.page.unroute_all(behavior="ignoreErrors")

    expect(form.all).to_have_text("Alles is opgeslagen.", timeout=20_000)
    form.until_kept(PLAN, "Getypt in de trein.")
    assert form.kept.banden == {PLAN: Band.VOLLEDIG}


def test_a_refused_indienen_is_said_until_it_is_done_again(form, colleague):
    message = form.page.locator(".message")
    form.context.set_offline(True)
    form.choose(PLAN, "Volledig")
    form.button("Indienen").click()
    expect(message).to_have_text("Niet ingediend. Niet opgeslagen: Ketenjaarplan vastgesteld.")

    form.context.set_offline(False)

    expect(form.all).to_have_text("Alles is opgeslagen.", timeout=20_000)
    expect(message).to_have_text("Nog niet ingediend, maar alles is nu opgeslagen. Dien opnieuw in.")
    colleague(dict.fromkeys(catalogus().codes, Band.VOLLEDIG))
    form.page.evaluate("dispatchEvent(new Event('focus'))")
    expect(form.done).to_contain_text("14 van 14")
    # By keyboard: two clicks on one spot within half a second are one.
    form.button("Indienen").press("Enter")
    expect(form.page.locator(".submitted")).to_contain_text("Versie 1 ")
    expect(message).to_be_hidden()


@pytest.mark.parametrize("arrived", [True, False])
def test_an_indienen_of_which_the_answer_was_lost_is_settled_once_the_server_is_there(visit, werkplein, colleague, arrived):
    colleague(dict.fromkeys(catalogus().codes, Band.VOLLEDIG))
    form = visit(werkplein)
    form.page.route("**/indien", lambda route: (arrived and route.fetch(), route.abort()), times=1)

    form.button("Indienen").click()

    message = form.page.locator(".message")
    if arrived:
        expect(form.page.locator(".submitted")).to_contain_text("Versie 1 met score 100% is ingediend")
        expect(message).to_be_hidden()
    else:
        expect(message).to_have_text("Niet ingediend: het verzoek kwam niet aan. Dien opnieuw in.")
        form.button("Indienen").click()
        expect(form.page.locator(".submitted")).to_contain_text("Versie 1 met score 100% is ingediend")
        expect(message).to_be_hidden()
    assert len(form.versions) == 1


def test_the_score_says_that_it_is_without_what_is_not_saved(form):
    form.choose(ANALYSE, "Niet")
    expect(form.state(ANALYSE)).to_contain_text(SAVED)
    done, without = form.page.locator(".done"), "Wat nog niet is opgeslagen, telt hierin niet mee."
    expect(done).not_to_contain_text(without)

    form.context.set_offline(True)
    form.choose(PLAN, "Volledig")
    expect(done).to_contain_text(without)
    form.context.set_offline(False)

    expect(form.all).to_have_text("Alles is opgeslagen.", timeout=20_000)
    expect(done).not_to_contain_text(without)

"""The session ended, or somebody else came in on the same computer."""

import pytest
from playwright.sync_api import expect
from sqlalchemy import delete

from db import models
from db.engine import write_session
from landkaart.domein.catalogus import catalogus
from tests.steps.accounts import make_account, open_session
from tests.steps.form_visits import MOMENTS, PLAN, end_sessions, sign_in

pytestmark = pytest.mark.browser


@pytest.fixture
def account(data, werkplein):
    return make_account("werkplein", [werkplein], "Wie terugkomt")


@pytest.fixture
def form(visit, server, werkplein, account):
    form = visit(werkplein, open=False)
    sign_in(form.context, server, open_session(account))
    return form.open()


def test_nothing_disappears_and_after_signing_in_elsewhere_the_rest_goes_on_by_itself(form, werkplein, account, server):
    end_sessions(werkplein)
    field = form.type(PLAN, "na het einde")

    expect(form.text_state(PLAN)).to_have_text("niet opgeslagen: u bent afgemeld", timeout=3000)
    expect(form.all).to_contain_text("U bent afgemeld")
    way = form.page.get_by_role("link", name="Meld u aan in een nieuw tabblad")
    expect(way).to_have_attribute("target", "_blank")
    assert "next=%2Finvullen" in way.get_attribute("href")
    expect(field).to_have_value("na het einde")
    assert form.kept.toelichtingen == {}

    sign_in(form.context, server, open_session(account))

    form.until_kept(PLAN, "na het einde", seconds=8)
    expect(form.all).to_have_text("Alles is opgeslagen.")


@pytest.mark.parametrize("seconds", MOMENTS)
def test_a_session_that_ends_a_moment_after_the_last_key_loses_nothing(form, werkplein, account, server, seconds):
    field = form.type(PLAN, "voor")
    form.wait(seconds)

    end_sessions(werkplein)
    form.page.keyboard.type(" en na")
    expect(form.all).to_contain_text("U bent afgemeld", timeout=3000)
    expect(field).to_have_value("voor en na")
    sign_in(form.context, server, open_session(account))

    form.until_kept(PLAN, "voor en na", seconds=8)
    expect(field).to_have_value("voor en na")


def test_who_reloads_and_signs_in_again_finds_what_was_not_sent(form, werkplein, account, server):
    end_sessions(werkplein)
    form.type(PLAN, "na het einde")
    expect(form.all).to_contain_text("U bent afgemeld", timeout=3000)

    form.page.reload()
    form.page.get_by_role("heading", name="Aanmelden").wait_for()
    sign_in(form.context, server, open_session(account))
    form.open()

    expect(form.text(PLAN)).to_have_value("na het einde")
    form.until_kept(PLAN, "na het einde")


@pytest.mark.parametrize("seconds", MOMENTS)
def test_somebody_else_on_the_same_computer_sees_nothing_of_it_and_saves_nothing_of_it(form, werkplein, server, seconds):
    form.cut()
    form.type(PLAN, "niet voor anderen")
    form.wait(seconds)
    sign_in(form.context, server, open_session(make_account("werkplein", [werkplein], "Een ander")))
    form.cut(away=False)

    other = form.again()

    expect(other.row(PLAN).get_by_role("textbox")).to_be_hidden()
    # The page of the first one stands open still: it saves nothing under the name of the second.
    form.page.bring_to_front()
    expect(form.all).to_contain_text("U bent afgemeld", timeout=10_000)
    assert form.kept.toelichtingen == {}


def test_who_may_no_longer_fill_in_is_told_so_and_keeps_his_text(form, werkplein, account):
    with write_session() as session:
        session.exec(delete(models.AccountWerkplein).where(models.AccountWerkplein.account_id == account))
    field = form.type(PLAN, "mag niet meer")

    expect(form.text_state(PLAN)).to_have_text("niet opgeslagen", timeout=3000)
    expect(form.all).to_have_attribute("data-kind", "problem")
    expect(form.all).to_contain_text("niet invullen. 1 wijziging nog niet opgeslagen.")
    expect(form.page.get_by_role("button", name=f"{catalogus()[PLAN].titel}: niet opgeslagen")).to_be_visible()
    expect(form.row(PLAN).get_by_role("button", name="Tekst kopiëren")).to_be_visible()
    expect(field).to_have_value("mag niet meer")
    assert form.kept.toelichtingen == {}

"""The whole way of an uitvraag: planned, opened, answered, reminded of, closed, and changed by one who had uitstel."""

import re
import shutil
from datetime import datetime

import httpx2 as httpx
import pytest
from playwright.sync_api import expect

from db import models
from db.engine import write_session
from db.queries.clock import OFFSET
from landkaart.domein.clock import moment_of, system_now
from landkaart.rapport.files import TABLES
from landkaart.web.sign_in.sign_in_page import DEMO_PASSWORD
from tests.steps.accounts import make_account
from tests.steps.databases import use
from tests.steps.landkaart_server import Server
from tests.steps.mail_servers import Box, running
from tests.steps.visits import control, picture

pytestmark = pytest.mark.browser
AKO, HARDERWIJK, ASSEN, TWEE = "ako@demo.nl", "harderwijk@voorbeeld.nl", "assen@voorbeeld.nl", "twee@voorbeeld.nl"
ACCOUNTS = {HARDERWIJK: ["harderwijk"], ASSEN: ["assen"], TWEE: ["zwolle", "tiel"]}
VRAAG = "Hebt u voor 2010 gezamenlijke doelstellingen afgesproken?"


@pytest.fixture
def box():
    return Box()


@pytest.fixture
def server(demo_file, tmp_path, box):
    """One of its own, because its clock moves; it mails over a real line."""
    file = shutil.copy(demo_file, tmp_path / "landkaart.db")
    with pytest.MonkeyPatch.context() as patch, running(box) as smtp:
        for _ in use(file, patch):
            for adres, werkpleinen in ACCOUNTS.items():
                make_account("werkplein", werkpleinen, adres.split("@")[0], DEMO_PASSWORD, adres)
            there = Server(
                file,
                SMTP_URL=f"smtp://{smtp.host}:{smtp.port}",
                SMTP_AFZENDER=f"{smtp.afzender.naam} <{smtp.afzender.adres}>",
            )
            yield there
            there.kill()


def test_an_uitvraag_from_its_plan_to_a_change_after_its_closing(open_page, server, box):
    plan(open_page("/uitvraag", AKO))
    move_to("2010-03-20T10:00")
    fill_in(open_page("/invullen?werkplein=harderwijk", HARDERWIJK), "harderwijk", "Volledig", "Ja")
    see_respons(open_page("/respons", AKO))

    remind(open_page("/herinneren?groep=niet_begonnen", AKO))
    # Who submitted gets his bevestiging by the clock, before this or after it.
    assert sorted(each for each in box.addresses if each != HARDERWIJK) == [ASSEN, TWEE]

    give_uitstel(open_page("/uitvraag?uitvraag=2010-1&werkplein=assen", AKO))
    move_to("2010-05-01T00:00")
    see_closed(open_page("/invullen?werkplein=harderwijk", HARDERWIJK))
    see_country(open_page("/?tertaal=2010-1", AKO), changed=None)
    fixed = tables(server)

    fill_in(open_page("/invullen?werkplein=assen", ASSEN), "assen", "Niet", "Nee")
    see_country(open_page("/?tertaal=2010-1", AKO), changed="Na sluiting gewijzigd: 1 werkplein")
    assert tables(server) == fixed


def move_to(moment: str) -> None:
    """From here on it is that moment, on the clock of Amsterdam."""
    ahead = moment_of(datetime.fromisoformat(moment)) - system_now()
    with write_session() as session:
        session.get(models.Instelling, OFFSET).waarde = str(ahead.total_seconds())


def plan(page):
    """By the AKO, with the usual dates and a question."""
    page.get_by_role("tab", name="Nieuwe uitvraag").click()
    page.get_by_role("button", name="Uitvraag maken").click()
    page.get_by_text(re.compile("De uitvraag van 2010-1 .* opent op 15 maart 2010")).wait_for()
    page.get_by_role("tab", name="Vragen").click()
    page.get_by_label("Nieuwe vraag").fill(VRAAG)
    page.get_by_role("button", name="Vraag toevoegen").click()
    expect(page.get_by_label("Vraag", exact=True)).to_have_value(VRAAG)
    picture(page, "ronde-gepland")


def fill_in(page, werkplein, band, antwoord):
    """As it was, but for one mijlpaal; with an answer to the question."""
    page.get_by_role("button", name="Alle 14 ongewijzigd bevestigen").click()
    page.get_by_role("button", name="Bevestig deze 14").click()
    page.get_by_text("14 van 14 beoordeeld").wait_for()
    control(page, "ketenjaarplan").get_by_role("radio", name=band).click()
    page.get_by_role("group", name=VRAAG).get_by_role("radio", name=antwoord).click()
    page.get_by_text("nog niet beantwoord").wait_for(state="hidden")
    page.get_by_role("button", name="Indienen").click()
    page.get_by_text(re.compile("Versie 1 met score .* is ingediend op")).first.wait_for()
    picture(page, f"ronde-ingediend-{werkplein}")


def see_respons(page):
    """Together they are all that are open."""
    page.get_by_text("Samen 126 + 0 + 0 + 1 + 0 = 127 werkpleinen").wait_for()
    expect(page.get_by_test_id("stMetricValue")).to_have_text(["126", "0", "0", "1", "0"])
    picture(page, "ronde-respons")


def remind(page):
    """One address with two werkpleinen gets one mail; behind the demo's own nobody reads mail."""
    page.get_by_role("button", name="3 e-mails versturen").click()
    expect(page.get_by_text("Klaar: 1 overgeslagen, 2 verzonden.")).to_be_visible()
    picture(page, "ronde-herinnerd")


def give_uitstel(page):
    """A week, as it is proposed."""
    page.get_by_role("tab", name="Uitstel en vrijstelling").click()
    page.get_by_label("Reden").first.fill("Verhuist eind april")
    page.get_by_role("button", name="Uitstel geven").click()
    page.get_by_text("uur: uitstel tot 7 mei 2010 om 24:00 uur").wait_for()
    picture(page, "ronde-uitstel")


def see_closed(page):
    page.get_by_text(re.compile("De uitvraag van 2010-1 is gesloten")).first.wait_for()
    expect(page.get_by_role("button", name="Indienen")).to_have_count(0)
    expect(page.get_by_role("radio", disabled=False)).to_have_count(0)
    picture(page, "ronde-gesloten")


def see_country(page, changed: str | None):
    page.get_by_text("Vastgesteld bij de sluiting op 30 april 2010 om 24:00 uur").wait_for()
    moved = page.get_by_text("Na sluiting gewijzigd")
    expect(moved).to_have_text([changed] if changed else [])
    picture(page, "ronde-vastgesteld" if changed is None else "ronde-na-sluiting")


def tables(server) -> dict[str, bytes]:
    """Each as it is handed out."""
    cookies = server.sign_in(AKO)
    return {
        name: httpx.get(f"{server.address}/download/2010-1/{name}.csv", cookies=cookies).raise_for_status().content
        for name in TABLES
    }

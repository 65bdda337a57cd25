"""What happens once, before the first visitor: refused early, and a way in while there is none."""

import asyncio
import gc
import re
import socket
from datetime import UTC, datetime

import pytest
from cryptography.fernet import Fernet

from db.actions.accounts import reset
from db.actions.tweede_factor import give_noodcodes, secret_of
from db.engine import read_session, write_session
from db.sealing import keys_in
from landkaart.domein.fouten import Fout
from landkaart.web.program import document
from landkaart.web.serving import headers
from landkaart.web.serving.lifespan import lifespan, send_at_once
from landkaart.web.serving.lifespan import start as before_the_first_visitor
from landkaart.web.serving.nightly import nightly_work
from landkaart.web.sign_in.lost_key import SENTENCE
from tests.steps.accounts import make_account
from tests.steps.databases import use
from tests.steps.perform import perform
from tests.steps.small_landkaart import everything, keep, make_uitvraag, make_werkplein, submit_all
from tests.steps.visitors import ADRES, PASSWORD, browser, choose, sign_in

LINK = re.compile(r"Aanmelden als beheerder, één keer: http://localhost:8501(/toegang/[\w-]{43})")


def start():
    """As the server does, up to the first visitor and on to the end."""

    async def serve():
        async with lifespan(None):
            pass

    asyncio.run(serve())
    gc.unfreeze()


def test_the_database_that_is_not_there_yet_is_made(tmp_path, monkeypatch):
    for file in use(tmp_path / "new" / "landkaart.db", monkeypatch):
        start()

        assert file.exists()
        assert len(everything()["account"]) == 1


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"OIDC_ISSUER": "https://login.voorbeeld.nl"}, "ontbreekt er minstens één"),
        ({"SMTP_URL": "mail.voorbeeld.nl"}, "SMTP_URL is geen adres"),
        ({"LANDKAART_ADRES": "landkaart.voorbeeld.nl"}, "LANDKAART_ADRES is geen adres"),
        ({"DATABASE_URL": "mysql://server/landkaart"}, "een database die de landkaart niet kent"),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_with_a_setting_that_cannot_be_it_does_not_start(database, monkeypatch, settings, said):
    """Also when nobody needs it yet: this beheerder can sign in, so no link is printed."""
    make_account("beheer", wachtwoord="vier losse woorden hier")
    for name, value in settings.items():
        monkeypatch.setenv(name, value)

    with pytest.raises(Fout, match=said):
        start()


@pytest.mark.parametrize(
    ("room", "name", "pattern"),
    [(headers, "INLINE", re.compile("nothing like it")), (document, "ONCE", (b'<html lang="fr"',))],
)
def test_with_another_page_of_streamlit_it_does_not_start(database, monkeypatch, room, name, pattern):
    headers.policy.cache_clear()
    monkeypatch.setattr(room, name, pattern)

    with pytest.raises(Fout, match="De pagina van Streamlit is veranderd"):
        start()
    headers.policy.cache_clear()


def test_what_closed_while_nothing_ran_is_frozen_beside_the_server_not_before_its_first_answer(database, set_clock):
    set_clock(datetime(2009, 8, 3, 12, tzinfo=UTC))
    keep(make_werkplein("assen"), make_uitvraag())
    submit_all()
    set_clock(datetime(2010, 1, 1, tzinfo=UTC))

    async def frozen_meanwhile():
        async with nightly_work():
            while not everything()["momentopname"]:
                await asyncio.sleep(0.01)

    before_the_first_visitor()
    gc.unfreeze()

    assert everything()["momentopname"] == []
    asyncio.run(asyncio.wait_for(frozen_meanwhile(), 60))
    assert len(everything()["momentopname"]) == 1


def test_the_first_time_it_prints_a_link_that_lets_in_once(database, capsys):
    start()

    found = LINK.search(capsys.readouterr().out)
    assert browser().post(found[1]).status_code == 303
    assert browser().post(found[1]).status_code == 410


def test_it_prints_a_new_one_until_somebody_has_a_way_in_of_his_own(database, capsys):
    start()
    first = LINK.search(capsys.readouterr().out)
    start()
    second = LINK.search(capsys.readouterr().out)

    assert first[1] != second[1]
    assert browser().post(first[1]).status_code == 410


@pytest.mark.parametrize(
    "way_in", [{"onderwerp": "https://login.voorbeeld.nl|b-1"}, {"wachtwoord": "vier losse woorden hier"}]
)
def test_with_a_beheerder_who_can_sign_in_by_password_or_by_his_organisation_it_prints_none(database, capsys, way_in):
    make_account("beheer", **way_in)
    before = everything()

    start()

    assert "/toegang/" not in capsys.readouterr().out
    # The work of the night may have noted meanwhile that it was done.
    assert everything() | {"instelling": before["instelling"]} == before


@pytest.mark.parametrize(
    "come",
    [
        lambda: make_account("ako", wachtwoord="vier losse woorden hier"),
        lambda: make_account("beheer"),
        lambda: make_account("beheer", wachtwoord="vier losse woorden hier", uitgezet_op=datetime(2009, 1, 1, tzinfo=UTC)),
        lambda: make_account("beheer", wachtwoord="iedereen kent dit", demo=True),
    ],
    ids=["another role", "only invited", "disabled", "practice"],
)
def test_with_nobody_who_can_sign_in_as_beheerder_it_prints_one(database, capsys, come):
    come()

    start()

    assert LINK.search(capsys.readouterr().out)


def listen():
    found = socket.socket()
    found.bind(("127.0.0.1", 0))
    found.listen()
    return found


def test_connections_take_over_that_answers_leave_at_once():
    with listen() as door, socket.socket() as other:
        send_at_once()
        with socket.create_connection(door.getsockname()) as _, door.accept()[0] as accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) != 0
        assert other.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY) == 0
    gc.collect()


def test_second_factors_that_lay_open_are_sealed_at_the_start(database):
    jan = make_account("beheer", wachtwoord="vier losse woorden hier", totp_geheim="A" * 32)

    start()

    assert all(b"A" * 32 not in path.read_bytes() for path in database.parent.iterdir() if path.is_file())
    with read_session() as session:
        assert secret_of(session=session, account_id=jan) == "A" * 32


def test_the_first_start_makes_a_key_for_its_owner_alone(database, monkeypatch):
    monkeypatch.delenv("LANDKAART_SLEUTEL")

    start()

    assert database.with_suffix(".sleutel").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("spoil", [lambda path: path.chmod(0o644), lambda path: path.write_text("geen sleutel")])
def test_with_a_key_that_cannot_be_it_does_not_start(database, monkeypatch, spoil):
    monkeypatch.delenv("LANDKAART_SLEUTEL")
    start()
    spoil(database.with_suffix(".sleutel"))
    keys_in.cache_clear()

    with pytest.raises(Fout, match="chmod 600|staat geen sleutel"):
        start()


def test_when_the_key_is_lost_it_starts_and_says_so_until_those_have_another_way_in(database, monkeypatch, caplog):
    """A noodcode still lets in; a reset by beheer takes the second factor off."""
    jan = make_account("beheer", adres=ADRES, wachtwoord=PASSWORD, totp="A" * 32)
    with write_session() as session:
        noodcode = give_noodcodes(session, jan)[0]
    monkeypatch.setenv("LANDKAART_SLEUTEL", Fernet.generate_key().decode())

    start()

    assert "De tweede factor van 1 account is verzegeld met een sleutel die er niet meer is. Zet die sleutel" in caplog.text
    assert "toegang --voor ADRES" in caplog.text
    assert SENTENCE in browser().get("/inloggen").text
    assert sign_in(browser(), code="123456").status_code == 403
    assert sign_in(browser(), code=noodcode).status_code == 303
    choose(browser(), perform(reset, account_id=jan))
    assert SENTENCE not in browser().get("/inloggen").text
    assert sign_in(browser()).status_code == 303


def test_as_long_as_every_code_can_be_judged_the_sign_in_page_says_nothing_of_it(database):
    make_account("beheer", adres=ADRES, wachtwoord=PASSWORD, totp="A" * 32)

    start()

    assert SENTENCE not in browser().get("/inloggen").text


def test_what_it_cannot_work_with_is_a_sentence_and_not_where_in_the_program_that_was_noticed(database, monkeypatch):
    monkeypatch.setenv("LANDKAART_ADRES", "geen adres")

    with pytest.raises(Fout) as refused:
        start()

    frames = [entry.name for entry in refused.traceback]
    assert (refused.value.__cause__, refused.value.__suppress_context__) == (None, True)
    assert frames[-1] == "lifespan"

"""Secrets are sealed with a key that is not in the database: where it comes from, who can read it, how it is changed."""

import stat
from base64 import urlsafe_b64encode
from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread

import pytest

from db import sealing
from db.actions.tweede_factor import seal_anew
from db.engine import close, empty_wal
from db.sealing import Purpose, is_sealed_anew, key_file, keys, seal, unseal
from landkaart.domein.fouten import OngeldigBestand
from landkaart.settings import ROOT, database_url
from tests.steps.accounts import make_account
from tests.steps.perform import perform

NOW = datetime(2026, 1, 5, 12, tzinfo=UTC)
ONE, OTHER = (urlsafe_b64encode(sign * 32).decode() for sign in (b"1", b"2"))


@pytest.fixture
def file(sqlite_file, monkeypatch):
    """Where the key of this landkaart is kept when no setting names one."""
    monkeypatch.delenv("LANDKAART_SLEUTEL")
    sealing.keys_in.cache_clear()
    return sqlite_file.with_suffix(".sleutel")


def set_keys(monkeypatch, *found):
    monkeypatch.setenv("LANDKAART_SLEUTEL", " ".join(found))


def test_what_is_sealed_cannot_be_read_and_comes_back():
    sealed = seal(Purpose.TOTP, "geheim")

    assert "geheim" not in sealed
    assert unseal(Purpose.TOTP, sealed) == "geheim"
    assert seal(Purpose.TOTP, "geheim") != sealed


@pytest.mark.parametrize(
    "spoil", [lambda text: text[:-1], lambda text: "A" + text, str.swapcase, lambda _: "", lambda _: "é"]
)
def test_what_was_changed_or_never_sealed_is_nothing(spoil):
    assert unseal(Purpose.TOTP, spoil(seal(Purpose.TOTP, "geheim"))) is None


def test_what_was_sealed_for_one_purpose_is_nothing_for_another():
    opened = {other: unseal(other, seal(Purpose.OIDC, "x")) for other in Purpose}

    assert opened == {other: "x" if other is Purpose.OIDC else None for other in Purpose}


@pytest.mark.parametrize(("seconds", "found"), [(60, "x"), (61, None)])
def test_what_must_be_unsealed_in_time_is_nothing_afterwards(seconds, found):
    sealed = seal(Purpose.OIDC, "x", NOW)

    assert unseal(Purpose.OIDC, sealed, timedelta(minutes=1), NOW + timedelta(seconds=seconds)) == found


# The file


def test_the_first_start_makes_a_key_beside_the_database_that_its_owner_alone_may_read(file):
    assert not file.exists()

    sealed = seal(Purpose.TOTP, "geheim")

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert len(file.read_text().strip()) == 44
    assert file.read_text().strip() not in file.with_suffix(".db").read_bytes().decode("latin-1")
    assert [path.name for path in file.parent.iterdir() if path.name.startswith(".nieuw")] == []
    assert unseal(Purpose.TOTP, sealed) == "geheim"


def test_a_restart_reads_the_same_key(file):
    sealed = seal(Purpose.OIDC, "x")

    sealing.keys_in.cache_clear()

    assert unseal(Purpose.OIDC, sealed) == "x"


def test_programs_that_start_at_the_same_moment_have_one_key(file):
    together, found = Barrier(8), []

    def start():
        together.wait()
        found.append(sealing.keys_in.__wrapped__(file))

    threads = [Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert found == [(file.read_text().strip(),)] * 8


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o644])
def test_a_key_that_others_can_read_is_refused_with_what_to_do(file, mode):
    keys()
    file.chmod(mode)
    sealing.keys_in.cache_clear()

    with pytest.raises(OngeldigBestand, match=f"chmod 600 {file}"):
        keys()


@pytest.mark.parametrize("content", ["", "geen sleutel\n", f"{ONE}\nkort\n"])
def test_a_file_without_a_key_is_refused(file, content):
    file.write_text(content)
    file.chmod(0o600)

    with pytest.raises(OngeldigBestand, match=f"In {file} staat geen sleutel"):
        keys()


def test_a_place_where_no_key_can_be_made_is_a_sentence(file, monkeypatch):
    def refuse(path):
        raise PermissionError(path)

    monkeypatch.setattr(sealing, "make_key_file", refuse)

    with pytest.raises(OngeldigBestand, match="is niet te lezen of te maken. Pas de rechten aan, of zet LANDKAART_SLEUTEL."):
        keys()


def test_for_a_database_on_a_server_the_file_lies_in_var():
    assert key_file("postgresql+psycopg://server/landkaart") == ROOT / "var" / "landkaart.sleutel"


# The setting


def test_the_setting_goes_before_the_file_and_makes_none(file, monkeypatch):
    set_keys(monkeypatch, ONE)

    assert keys() == (ONE,)
    assert not file.exists()


@pytest.mark.parametrize("text", ["kort", ONE[:-1], f"{ONE},kort", "é" * 44])
def test_a_setting_that_is_no_key_is_refused_with_how_to_make_one(monkeypatch, text):
    monkeypatch.setenv("LANDKAART_SLEUTEL", text)

    with pytest.raises(OngeldigBestand, match="LANDKAART_SLEUTEL is geen sleutel van 44 tekens. Maak er een met: python -c"):
        keys()


@pytest.mark.parametrize("between", [" ", ",", ", ", "\n"])
def test_a_key_is_changed_by_putting_the_new_one_before_the_old(monkeypatch, between):
    set_keys(monkeypatch, ONE)
    sealed = seal(Purpose.TOTP, "geheim")

    monkeypatch.setenv("LANDKAART_SLEUTEL", f"{OTHER}{between}{ONE}")

    assert unseal(Purpose.TOTP, sealed) == "geheim"
    assert not is_sealed_anew(Purpose.TOTP, sealed)
    again = seal(Purpose.TOTP, "geheim")
    assert is_sealed_anew(Purpose.TOTP, again)
    set_keys(monkeypatch, OTHER)
    assert (unseal(Purpose.TOTP, again), unseal(Purpose.TOTP, sealed)) == ("geheim", None)


def test_the_keys_of_a_file_stand_one_a_line(file):
    file.write_text(f"{OTHER}\n{ONE}\n")
    file.chmod(0o600)

    assert keys() == (OTHER, ONE)
    assert key_file(database_url()) == file


def test_a_secret_that_lay_open_cannot_be_read_in_the_file_once_it_is_sealed(sqlite_file):
    secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
    make_account("lezer", totp_geheim=secret)
    close(database_url())
    assert secret.encode() in sqlite_file.read_bytes()

    perform(seal_anew)
    empty_wal()

    left = {path.name: secret.encode() in path.read_bytes() for path in sqlite_file.parent.iterdir() if path.is_file()}
    assert (left["landkaart.db"], any(left.values())) == (False, False)

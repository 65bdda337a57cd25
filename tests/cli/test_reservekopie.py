"""Backup, restore and health from the command line, as whoever runs the landkaart meets them."""

from db.backup.note import backups_in
from db.engine import close


def test_a_backup_is_made_and_put_back(landkaart, database, tmp_path, monkeypatch):
    folder = tmp_path / "kopieen"

    said = landkaart("reservekopie", "--naar", folder)
    [backup] = backups_in(folder)
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'elders.db'}")
    back = landkaart("herstel", backup)

    assert (said.status, back.status) == (0, 0)
    assert said.out[0].startswith(f"{backup}: ")
    assert back.out[0].startswith(f"{tmp_path / 'elders.db'} is teruggezet: ")


def test_without_a_folder_it_says_what_to_do(landkaart, database):
    said = landkaart("reservekopie")

    assert (said.status, said.err) == (1, ["Noem een map met --naar, of zet LANDKAART_RESERVEKOPIE."])


def test_a_database_on_a_server_is_for_its_own_tools(landkaart, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgresql+psycopg://landkaart@ergens/landkaart")

    assert "pg_dump" in landkaart("reservekopie", "--naar", "/tmp/x").err[0]


def test_health_is_a_sentence_and_status_0_or_each_fault_and_status_1(landkaart, database, tmp_path, monkeypatch):
    assert landkaart("gezond").out == ["Alles is in orde."]

    monkeypatch.setenv("LANDKAART_RESERVEKOPIE", str(tmp_path / "kopieen"))
    said = landkaart("gezond")

    assert said.status == 1
    assert len(said.err) == 1


def test_health_makes_no_database_where_there_is_none(landkaart, database, tmp_path, monkeypatch):
    close(f"sqlite:///{database}")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'weg.db'}")

    assert landkaart("gezond").status == 1
    assert not (tmp_path / "weg.db").exists()

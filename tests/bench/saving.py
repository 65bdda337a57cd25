"""One saved answer, beside the bare statements with the same effect; each in a file of its own."""

import shutil
from itertools import cycle
from pathlib import Path

from db.act import begin_act
from db.actions.invullingen import save_answer
from landkaart.domein.band import Band
from landkaart.domein.invulling import Veld
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from tests.bench.landkaarten import bare_connection, choose, landkaart_2009
from tests.bench.measure import Act, Measurement, compare, timed
from tests.steps.accounts import sign_in_as

TERTAAL, WERKPLEIN, MIJLPAAL = Tertaal(2009, 3), "harderwijk", "ketenjaarplan"
BANDS = (Band.NIET, Band.VOLLEDIG)
UPSERT = """
    INSERT INTO antwoord (invulling_id, mijlpaal, band, wijze, opgeslagen_op) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (invulling_id, mijlpaal)
    DO UPDATE SET band = excluded.band, wijze = excluded.wijze, opgeslagen_op = excluded.opgeslagen_op
"""
LOG_COLUMNS = "moment, door, account_id, weg, handeling, werkplein_id, tertaal, mijlpaal, oud, nieuw"
LOG = f"INSERT INTO logregel ({LOG_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def measure(folder: Path) -> list[Measurement]:
    file = landkaart_2009(folder / "wij.db")
    choose(file)
    ours = saver()
    ours()
    other = folder / "maatstaf.db"
    shutil.copy(file, other)
    for suffix in ("-wal", "-shm"):
        shutil.copy(f"{file}{suffix}", f"{other}{suffix}")
    return [compare("opslaan: één antwoord, naast de kale INSERTs", ours, bare(other), goal=3, times=1000)]


def saver() -> Act:
    bands, by = cycle(BANDS), sign_in_as(Rol.WERKPLEIN, [WERKPLEIN])
    veld = Veld(WERKPLEIN, TERTAAL, MIJLPAAL)

    def save() -> None:
        with begin_act(by) as act:
            save_answer(act, veld=veld, band=next(bands))

    return timed(save)


def bare(file: Path) -> Act:
    connection = bare_connection(file, writes=True)
    wijze, moment, invulling = connection.execute(
        "SELECT wijze, opgeslagen_op, invulling_id FROM antwoord ORDER BY opgeslagen_op DESC LIMIT 1"
    ).fetchone()
    line = connection.execute(f"SELECT {LOG_COLUMNS} FROM logregel ORDER BY id DESC LIMIT 1").fetchone()
    bands = cycle(reversed(BANDS))

    def save() -> None:
        band = next(bands)
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(UPSERT, (invulling, MIJLPAAL, int(band), wijze, moment))
        connection.execute(LOG, line)
        connection.execute("COMMIT")

    return timed(save)

"""The last hour before the closing: every werkplein saves at the same moment."""

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from multiprocessing import get_context

from db.actions.invullingen import save_answer
from landkaart.domein.band import Band
from landkaart.settings import database_url
from tests.steps.saver import save_some
from tests.steps.small_landkaart import (
    CODES,
    DURING,
    VISIE,
    act,
    everything,
    keep,
    log,
    make_uitvraag,
    make_werkplein,
    manager,
)

PROGRAMS = 4
WERKPLEINEN = [f"plein-{number}" for number in range(127)]


def test_127_saves_at_once_are_all_there_each_with_its_log_line(database, set_clock):
    keep(make_uitvraag(), *map(make_werkplein, WERKPLEINEN))
    set_clock(DURING)
    together = threading.Barrier(len(WERKPLEINEN))

    def save(code: str) -> None:
        by = manager(code)
        together.wait()
        act(save_answer, werkplein=code, by=by, mijlpaal=VISIE, band=Band.GEDEELTELIJK)

    with ThreadPoolExecutor(len(WERKPLEINEN)) as pool:
        saves = [pool.submit(save, code) for code in WERKPLEINEN]

    assert [save.exception() for save in saves if save.exception()] == []
    assert sorted(log("door")) == sorted((doer(code),) for code in WERKPLEINEN)
    assert [row[2] for row in everything()["antwoord"]] == [Band.GEDEELTELIJK] * 127
    assert len(everything()["invulling"]) == 127


def test_programs_beside_each_other_on_one_database_do_not_get_in_each_others_way(database):
    keep(make_uitvraag(sluit=datetime(2100, 1, 1, tzinfo=UTC)), *map(make_werkplein, WERKPLEINEN[:PROGRAMS]))
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.steps.saver"])
    programs = [context.Process(target=save_some, args=(database_url(), code)) for code in WERKPLEINEN[:PROGRAMS]]
    for program in programs:
        program.start()
    for program in programs:
        program.join()

    assert [program.exitcode for program in programs] == [0] * PROGRAMS
    assert sorted(log("door")) == sorted((doer(code),) for code in WERKPLEINEN[:PROGRAMS] for _ in CODES)
    assert len(everything()["antwoord"]) == PROGRAMS * len(CODES)


def doer(code: str) -> str:
    """As the log names whoever fills in for this werkplein."""
    return f"manager van {code.capitalize()}"

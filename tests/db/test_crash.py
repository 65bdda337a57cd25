"""What was acknowledged is there after a crash, and nothing is there by half.

`LANDKAART_KILLS=200` kills more often than the 25 times of an ordinary run.
"""

import json
import os
import random
import signal
import time
from collections import Counter
from datetime import UTC, datetime
from multiprocessing import get_context
from pathlib import Path

from sqlalchemy import text
from sqlmodel import select

from db.engine import close, read_session
from db.models import Antwoord, IndieningAntwoord
from landkaart.domein.band import Band
from tests.steps.saver import save_without_end
from tests.steps.small_landkaart import CODES, everything, keep, log, make_uitvraag, make_werkplein

KILLS = int(os.environ.get("LANDKAART_KILLS", "25"))
LONGEST, PATIENCE = 0.3, 30
AFTER_A_SAVE = 0.8


def test_a_program_that_is_killed_loses_no_acknowledged_save(sqlite_file, tmp_path):
    keep(make_werkplein("assen"), make_uitvraag(sluit=datetime(2100, 1, 1, tzinfo=UTC)))
    address, acknowledged, known = f"sqlite:///{sqlite_file}", tmp_path / "acknowledged", []

    for _ in range(KILLS):
        close(address)
        run_and_kill(address, acknowledged, start=last_round(known) + 1)

        kept, told = acts_in_the_log(), complete_lines(acknowledged)
        sure = known + told
        assert kept[: len(sure)] == sure
        assert len(kept) - len(sure) in (0, 1)  # One may have been killed between its commit and its acknowledgement.
        check_nothing_is_half_there(kept)
        known = kept

        before = everything()
        close(address)
        assert everything() == before

    assert len(known) > KILLS


def run_and_kill(address: str, acknowledged: Path, start: int) -> None:
    """Kill -9 at a random moment, some of them before the first save."""
    acknowledged.write_text("")
    context = get_context("forkserver")
    context.set_forkserver_preload(["tests.steps.saver"])
    process = context.Process(target=save_without_end, args=(address, acknowledged, start))
    process.start()
    if random.random() < AFTER_A_SAVE:
        wait_for_a_save(acknowledged)
    time.sleep(random.uniform(0, LONGEST))
    process.kill()
    process.join()
    assert process.exitcode == -signal.SIGKILL


def wait_for_a_save(acknowledged: Path) -> None:
    """However busy the machine is."""
    end = time.monotonic() + PATIENCE
    while not acknowledged.stat().st_size and time.monotonic() < end:
        time.sleep(0.01)


def complete_lines(acknowledged: Path) -> list[tuple[str, ...]]:
    return [tuple(line.split()) for line in acknowledged.read_text().splitlines(keepends=True) if line.endswith("\n")]


def acts_in_the_log() -> list[tuple[str, ...]]:
    """As the program writes them down: of an indiening the number of the round and of its answers."""
    found, paper = [], {}
    for handeling, mijlpaal, nieuw in log("handeling", "mijlpaal", "nieuw"):
        if handeling == "antwoord":
            paper[mijlpaal] = json.loads(nieuw)
        if handeling == "indiening":
            assert json.loads(nieuw) == paper
            mijlpaal, nieuw = str(last_round(found)), str(len(paper))
        found.append((handeling, mijlpaal, nieuw))
    return found


def last_round(acts: list[tuple[str, ...]]) -> int:
    return next((int(nieuw.strip('"')) for handeling, _, nieuw in reversed(acts) if handeling == "toelichting"), 0)


def check_nothing_is_half_there(acts: list[tuple[str, ...]]) -> None:
    """The paper is what the log says it became; each indiening is whole and in the log."""
    last = {mijlpaal: nieuw.strip('"') for handeling, mijlpaal, nieuw in acts if handeling == "antwoord"}
    with read_session() as session:
        assert session.execute(text("PRAGMA integrity_check")).scalars().all() == ["ok"]
        assert session.execute(text("PRAGMA foreign_key_check")).all() == []
        paper = session.exec(select(Antwoord.mijlpaal, Antwoord.band))
        assert {mijlpaal: Band(band).code for mijlpaal, band in paper} == last
        answers = Counter(session.exec(select(IndieningAntwoord.indiening_id)))
    assert set(answers.values()) <= {len(CODES)}
    numbers = [row[0] for row in everything()["indiening"]]
    assert sorted(answers) == sorted(numbers)
    assert len(numbers) == sum(handeling == "indiening" for handeling, *_ in acts)

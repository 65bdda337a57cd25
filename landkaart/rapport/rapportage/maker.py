"""The other end of `making_process`: has a report made in a process of its own, and hears how far it is."""

import atexit
import pickle
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from threading import Timer

from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.domein.werkpleinblad import Bladen
from landkaart.rapport.drawing import ROOT, pipe
from landkaart.rapport.drawing_process import read_block, write_block
from landkaart.rapport.rapportage.making import MaakStap

# In seconds, for one step; no step of ours takes a tenth of it.
PATIENCE = 120
# After so many a process makes place for a new one: what libraries forget to let go of goes with it.
LASTS = 20


class MakenMislukt(Exception):
    """The report could not be made, or the process that made it stopped."""


class Maker:
    """One process, started when it is asked for the first time, and again when it is gone; one report at a time."""

    def __init__(self) -> None:
        self.process: subprocess.Popen[bytes] | None = None
        self.made = 0

    def make(self, found: RapportGegevens | Bladen) -> Iterator[MaakStap]:
        """Have a report made, or all sheets; yield its steps as they come.

        Raises MakenMislukt.
        """
        process, finished = self.started(), False
        try:
            write_block(pipe(process.stdin), pickle.dumps(found))
            while (step := self.next_step(process)) is not None:
                if isinstance(step, str):
                    raise MakenMislukt(step)
                yield step
            finished = True
        except (OSError, EOFError) as error:
            raise MakenMislukt("the process that makes reports stopped, or took too long") from error
        finally:
            self.made += 1
            if not finished or self.made >= LASTS:
                # Also when nobody waits for the rest any more: what still comes belongs to no other report.
                self.stop()

    def next_step(self, process: "subprocess.Popen[bytes]") -> MaakStap | str | None:
        """Read the next step, a reason why there is none, or None at the end; a process that takes too long is ended."""
        too_late = Timer(PATIENCE, process.kill)
        too_late.daemon = True
        too_late.start()
        try:
            found: MaakStap | str | None = pickle.loads(read_block(pipe(process.stdout)))
            return found
        finally:
            too_late.cancel()

    def started(self) -> "subprocess.Popen[bytes]":
        if self.process is None:
            command = [sys.executable, "-m", "landkaart.rapport.rapportage.making_process"]
            # A session of its own: Ctrl+C is for the server, which closes the pipe.
            self.process = subprocess.Popen(
                command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True
            )
            self.made = 0
        return self.process

    def stop(self) -> None:
        """Let the process go; the next report begins another one."""
        process, self.process = self.process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for end in (process.stdin, process.stdout):
            with suppress(OSError):
                pipe(end).close()


MAKER = Maker()
atexit.register(MAKER.stop)

"""A process of our own for work in which a library holds Python's lock: the server would answer nobody else meanwhile.

Both ends: who asks (`OwnProcess`) and what answers (`begin_answering`). What goes between them is blocks of bytes.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Timer
from typing import IO

ROOT = Path(__file__).parents[2]
LENGTH = 4
# Whoever reads pages comes first.
PRIORITY = 10


class OwnProcess:
    """One process, started when it is asked for the first time, and again when it is gone; one question at a time.

    `module` is what it runs. After `lasts` questions it makes place for a new one: what libraries forget to let go of
    goes with it.
    """

    def __init__(self, module: str, lasts: int) -> None:
        self.module, self.lasts = module, lasts
        self.process: subprocess.Popen[bytes] | None = None
        self.answered = 0

    def started(self) -> "subprocess.Popen[bytes]":
        if self.process is None:
            # A session of its own: Ctrl+C is for the server, which closes the pipe.
            self.process = subprocess.Popen(
                [sys.executable, "-m", self.module],
                cwd=ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                start_new_session=True,
            )
            self.answered = 0
        return self.process

    def ask(self, asked: bytes) -> None:
        """Send a question.

        Raises OSError when the process is gone.
        """
        write_block(pipe(self.started().stdin), asked)

    def hear(self, patience: float) -> bytes:
        """Return the next block of the answer; a process that takes longer than `patience` seconds is ended.

        Raises EOFError, OSError.
        """
        process = self.started()
        with ended_after(process, patience):
            return read_block(pipe(process.stdout))

    def answer_ended(self, is_whole: bool) -> None:
        """Count an answer; half of one ends the process, so that what still comes belongs to no other question."""
        self.answered += 1
        if not is_whole or self.answered >= self.lasts:
            self.stop()

    def stop(self) -> None:
        """Let the process go; the next question begins another one."""
        process, self.process = self.process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for end in (process.stdin, process.stdout):
            with suppress(OSError):
                pipe(end).close()


@contextmanager
def ended_after(process: "subprocess.Popen[bytes]", patience: float) -> Iterator[None]:
    too_late = Timer(patience, process.kill)
    too_late.daemon = True
    too_late.start()
    try:
        yield
    finally:
        too_late.cancel()


def pipe(end: IO[bytes] | None) -> IO[bytes]:
    assert end is not None
    return end


def write_block(pipe: IO[bytes], block: bytes) -> None:
    pipe.write(len(block).to_bytes(LENGTH, "big") + block)
    pipe.flush()


def read_block(pipe: IO[bytes]) -> bytes:
    """Read one block.

    Raises EOFError when the other end is gone.
    """
    size = int.from_bytes(read(pipe, LENGTH), "big")
    return read(pipe, size)


def read(pipe: IO[bytes], size: int) -> bytes:
    found = pipe.read(size)
    if len(found) < size:
        raise EOFError
    return found


def begin_answering() -> tuple[IO[bytes], Iterator[bytes]]:
    """Return where answers go, and the questions as they come until the pipe closes; be less in a hurry from now on."""
    os.nice(PRIORITY)
    # What a library prints would be taken for an answer.
    out = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    return out, questions()


def questions() -> Iterator[bytes]:
    with suppress(EOFError):
        while True:
            yield read_block(sys.stdin.buffer)

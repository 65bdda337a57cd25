"""Packs what goes out: by gzip as soon as somebody asks, and by brotli, which takes longer, once and beforehand."""

import gzip
import logging
import os
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from threading import Event

import brotli

from landkaart.settings import ROOT
from landkaart.web.program.program_file import ProgramFile

logger = logging.getLogger(__name__)
# Beside the database in a new installation; what is in it can be thrown away.
FOLDER = ROOT / "var" / "gepakt"
BROTLI, GZIP, PLAIN = "br", "gzip", "identity"
PART = 65_536
# By what was packed.
PACKED: dict[str, bytes] = {}


def by_gzip(file: ProgramFile) -> bytes:
    """Return it packed; the same file is the same bytes each time."""
    return gzipped(file.digest, file.plain)


@cache
def gzipped(digest: str, plain: bytes) -> bytes:
    return gzip.compress(plain, 9, mtime=0)


def by_brotli(file: ProgramFile) -> bytes | None:
    """Return it packed; None as long as that was not done."""
    return PACKED.get(file.digest)


def pack(files: Iterable[ProgramFile], stop: Event) -> None:
    """Have the texts among them packed that were not before; until `stop`, for a server that ends does not wait for it."""
    for file in files:
        if stop.is_set():
            return
        if file.is_text and file.digest not in PACKED and (found := found_or_made(file, stop)):
            PACKED[file.digest] = found


def found_or_made(file: ProgramFile, stop: Event) -> bytes | None:
    """Return it as it was packed at an earlier start, or pack it now and keep it for later ones; None when stopped."""
    path = FOLDER / f"{file.digest}.br"
    try:
        return path.read_bytes()
    except OSError:
        made = packed_until(file.plain, stop)
        if made is not None:
            keep(path, made)
        return made


def packed_until(plain: bytes, stop: Event) -> bytes | None:
    """Return it packed, part by part, for a large file takes seconds; None when it was stopped before the end."""
    press, parts = brotli.Compressor(quality=11), []
    for start in range(0, len(plain), PART):
        if stop.is_set():
            return None
        parts.append(press.process(plain[start : start + PART]))
    return b"".join([*parts, press.finish()])


def keep(path: Path, made: bytes) -> None:
    """Write it whole or not at all; where nothing may be written, the next start packs it again."""
    half = path.with_suffix(f".{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(made)
        half.replace(path)
    except OSError as error:
        logger.info("gepakt, en niet bewaard: %s", error.strerror)

"""In which encoding a text file was written: known by a mark or by its bytes, or judged by what its words become.

A file that is no UTF-8 does not say what it is. Windows, an old Mac and MS-DOS give the same bytes to other letters, so each
is tried on every word that has such a byte. One must read clearly better than the others; else the file is refused, for what
is read wrongly looks like text all the same.
"""

import codecs
import io
import re
from collections.abc import Iterator
from functools import partial
from itertools import islice

from landkaart.invoer.faults import Onleesbaar, quote
from landkaart.invoer.letters import FOREIGN, MARGIN, SELDOM, is_known, oddness

BLOCK = 1 << 20
# What Excel writes on Windows; Excel for Mac; MS-DOS, with the euro.
CANDIDATES = {"cp1252": "Windows", "mac_roman": "Mac", "cp858": "MS-DOS"}
# How many places with such bytes are looked at, and how many words are tried: a file with more has said enough by then.
TRIED, WORDS = 50_000, 2_000
# Around such a byte, in bytes: more than any word.
AROUND = 24
# How badly a word may read at most.
WORST = FOREIGN + SELDOM
NOT_CLEAR = "welke letters hier staan is niet te zien ({seen}). Bewaar het bestand opnieuw als ‘CSV UTF-8’."

HIGH = re.compile(b"[\x80-\xff]{1,48}")
LAST_WORD = re.compile(rb"[A-Za-z\x80-\xff'-]*\Z")
FIRST_WORD = re.compile(rb"\A[A-Za-z\x80-\xff'-]*")


def encoding_of(data: bytes) -> str:
    """Return the encoding of a text file.

    Raises Onleesbaar, with the line, for letters that read as well, or as badly, in more than one.
    """
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    if pair := utf_16_without_mark(data):
        return pair
    return "utf-8-sig" if is_utf_8(data) else judged(data)


def utf_16_without_mark(data: bytes) -> str | None:
    """Return which of the two it is: of Latin letters every other byte is a zero."""
    head = data[:400]
    evens, odds = head[::2].count(0), head[1::2].count(0)
    if len(head) < 8 or max(evens, odds) * 5 < len(head) * 2:
        return None
    if min(evens, odds) * 10 > len(head):
        return None
    return "utf-16-be" if evens > odds else "utf-16-le"


def is_utf_8(data: bytes) -> bool:
    try:
        for _ in codecs.iterdecode(iter(partial(io.BytesIO(data).read, BLOCK), b""), "utf-8"):
            pass
    except UnicodeDecodeError:
        return False
    return True


def judged(data: bytes) -> str:
    """Return in which of the CANDIDATES the words read best.

    Raises Onleesbaar.
    """
    words: dict[bytes, int] = {}
    for word, place in islice(places(data), TRIED):
        if len(words) < WORDS:
            words.setdefault(word, place)
    found = {name: [badness(word, name) for word in words] for name in CANDIDATES}
    best, second = sorted(CANDIDATES, key=lambda name: sum(found[name]))[:2]
    for bad, (word, place) in zip(found[best], words.items(), strict=True):
        if bad > WORST:
            raise unclear(data, word, place)
    # Where both give the same letters, it does not matter which it is.
    if sum(found[second]) - sum(found[best]) < MARGIN and any(read(word, best) != read(word, second) for word in words):
        raise unclear(data, *next(iter(words.items())))
    return best


def places(data: bytes) -> Iterator[tuple[bytes, int]]:
    """Return each word that is not ASCII, with where it stands."""
    for found in HIGH.finditer(data):
        before, after = data[max(0, found.start() - AROUND) : found.start()], data[found.end() : found.end() + AROUND]
        left, right = LAST_WORD.search(before), FIRST_WORD.search(after)
        yield (left[0] if left else b"") + found[0] + (right[0] if right else b""), found.start()


def unclear(data: bytes, word: bytes, place: int) -> Onleesbaar:
    readings = {name: text for name, text in CANDIDATES.items() if read(word, name) is not None}
    seen = " of ".join(f"{quote(read(word, name) or '')} ({text})" for name, text in readings.items())
    regel = max(data.count(b"\n", 0, place), data.count(b"\r", 0, place)) + 1
    return Onleesbaar(NOT_CLEAR.format(seen=seen or "geen letter van een bekende soort"), regel)


def read(word: bytes, encoding: str) -> str | None:
    try:
        return word.decode(encoding)
    except UnicodeDecodeError:
        return None


def badness(word: bytes, encoding: str) -> int:
    """Say how unlike Dutch or Frisian a word reads; less than nothing for one as it is often written."""
    text = read(word, encoding)
    if text is None:
        return 1_000
    found = max(oddness(text, place) for place, sign in enumerate(text) if sign > "\x7f")
    return found - MARGIN if found <= WORST and is_known(text) else found

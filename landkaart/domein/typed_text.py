"""What people type and how names sort."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Hashable, Mapping
from typing import Literal, TypeVar

from landkaart.domein.fouten import OngeldigeInvoer

Code = TypeVar("Code", bound=Hashable)
# Of Unicode as well: what is to stand on one line shows up as two by any of them.
LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
# Unicode's category Cc but for line ends and tabs, half characters, and what turns the direction of writing round.
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")

# What is not there to be seen and turns nothing round: soft hyphens, blanks without width, marks of order.
UNSEEN = re.compile("[\u00ad\u034f\u180e\u200b-\u200f\u2060-\u2064\ufeff]")


def seen(text: str) -> str:
    """Return it without the signs that nobody sees: to be read as a word that has them not."""
    return text if text.isascii() else UNSEEN.sub("", text)


def clean(text: str, limit: int) -> str:
    """Return it trimmed and in NFC, so that what looks the same is the same; empty where nothing is to be seen.

    Line ends are allowed; other control characters, half characters and hidden turns of direction are not.
    Raises OngeldigeInvoer, with the reason.
    """
    text = LINE_END.sub("\n", text)
    # NFC makes a text at most four times shorter. What stays too long is not composed: that can take quadratic time.
    text = (unicodedata.normalize("NFC", text) if len(text) <= 4 * limit else text).strip()
    if len(text) > limit:
        raise OngeldigeInvoer(f"De tekst is te lang: {len(text)} tekens. Er passen er {limit}.")
    if found := HIDDEN.search(text):
        raise OngeldigeInvoer(
            "De tekst bevat onzichtbare tekens die niet bewaard kunnen worden, het eerste "
            f"{place_after(text[: found.start()])}. Typ opnieuw wat daar staat."
        )
    return text if seen(text).strip() else ""


def place_after(before: str) -> str:
    """Say where in a text somebody has to look: behind which word, of which no more than the end."""
    words = before[-200:].split()
    return f"na ‘{words[-1][-30:]}’" if words else "aan het begin"


def is_one_line(text: str) -> bool:
    """Say whether something stands in it, on one line: no line end, and no tab that would make two columns of it."""
    return bool(text) and "\n" not in text and "\t" not in text


def by_naam(naam: str) -> tuple[str, str]:
    """Return a key to sort by: accents, capitals and a leading apostrophe do not count ('s-Hertogenbosch stands under s)."""
    return without_accents(naam).casefold().lstrip("'’‘ "), naam


def levelled(text: str) -> str:
    """Return it without capitals and accents, and with "ij" for the sign that is both."""
    return without_accents(text, "NFKD").casefold()


def without_accents(text: str, form: Literal["NFD", "NFKD"] = "NFD") -> str:
    """Return it with the letters alone of what Unicode writes as a letter and a sign upon it."""
    if text.isascii():
        return text
    return "".join(sign for sign in unicodedata.normalize(form, text) if not unicodedata.combining(sign))


def finder(wanted: str) -> Callable[[str], bool]:
    """Return what says whether a `levelled` text has what somebody looks for, as he types it; nothing is everywhere.

    Blanks, apostrophes and the like do not count from the begin of a word on: "ij mond" is IJmond, "s hertogenbosch" is
    's-Hertogenbosch. Not within words, or "plan" would be found in "stap langs".
    """
    typed = levelled(wanted.strip())
    letters = [re.escape(sign) for sign in typed if sign.isalnum()]
    loose = re.compile(r"\b" + r"[\W_]*".join(letters)) if letters else None
    return lambda text: typed in text or (loose is not None and loose.search(text) is not None)


def distinct(namen: Mapping[Code, str]) -> dict[Code, str]:
    """Return by code what each is called where readers choose or compare, in the same order.

    A naam that stands twice has its code behind it, which never changes: "Bergen (bergen-nh)". By capitals nobody tells
    two apart.
    """
    often = Counter(naam.casefold() for naam in namen.values())
    shown = {code: naam if often[naam.casefold()] == 1 else f"{naam} ({code})" for code, naam in namen.items()}
    return shown if len(often) == len(shown) else distinct(shown)

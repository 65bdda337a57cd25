"""What becomes of Streamlit's page: it says that it is English, and is white until its script runs."""

import re
from functools import cache, lru_cache
from pathlib import Path

import brotli
import streamlit

from landkaart.domein.fouten import OngeldigBestand
from landkaart.rapport.colours import PRIMARY, TEXT, on_screen
from landkaart.web.program.icons import our_icons
from landkaart.web.program.letters import our_letters
from landkaart.web.program.own_files import address_of
from landkaart.web.program.packing import BROTLI

PAGE = Path(streamlit.__file__).parent / "static" / "index.html"
ENGLISH, DUTCH = b'<html lang="en"', b'<html lang="nl"'
HEAD = b"<head>"
# What Streamlit fills; it throws away what stands there.
ROOT = b'<div id="root"></div>'
# Who has no JavaScript is told so in English, at length.
NOSCRIPT, END_OF_NOSCRIPT = b"<noscript>", b"</noscript>"
ONCE = (ENGLISH, HEAD, ROOT, NOSCRIPT, END_OF_NOSCRIPT)
# The letters that Streamlit has fetched before its style asks for them.
LETTERS = re.compile(rb'\./static/media/SourceSansVF-Upright[^"]*')

# As wide as reads well, in the middle of a wide screen: 1,180 px and the paddings. `body` wins it from Streamlit's own rule.
PLACES = ",".join(f"body [data-testid={name}]" for name in ("stMainBlockContainer", "stBottomBlockContainer"))
# Links in HTML of our own are as blue as those of Streamlit. What is said while the script is on its way;
# the second sentence comes when that takes long.
STYLE = (
    f"{PLACES}{{max-width:1212px}}body [data-testid=stHtml] a{{color:{on_screen(PRIMARY)}}}"
    f".wachten{{color:{on_screen(TEXT)}}}.wachten a{{color:{on_screen(PRIMARY)}}}"
    ".wachten{max-width:30rem;margin:20vh auto 0;padding:0 1rem;font:1rem/1.5 Arial,sans-serif}"
    ".wachten .lang{animation:lang 0s 12s both}@keyframes lang{from{visibility:hidden}}"
)
WAITING = (
    '<div id="root"><div class="wachten" role="status"><p>De landkaart wordt geladen…</p>'
    '<p class="lang">Dit duurt langer dan anders: uw verbinding is traag, of het is druk. Laat deze pagina open. '
    'Komt er na een minuut nog niets, <a href="">laad haar dan opnieuw</a>.</p></div></div>'
)
SENTENCE = "De landkaart werkt alleen met JavaScript. Zet dat aan in uw browser en laad deze pagina opnieuw."
WITHOUT_SCRIPT = f"<noscript><p>{SENTENCE}</p></noscript>"


@cache
def at_the_head() -> str:
    """Return what comes before anything of Streamlit's: the script replaces texts as they appear, that of tables waits."""
    styles = "".join(f'<link rel="stylesheet" href="{address_of(name)}">' for name in ("kleuren.css", "afdruk.css"))
    waits = f'<script src="{address_of("tabellen.js")}" defer></script>{styles}'
    return f'<script src="{address_of("nl.js")}"></script><style>{STYLE}{our_icons()}{our_letters()}</style>{waits}'


@lru_cache(maxsize=8)
def in_dutch(document: bytes) -> bytes:
    """Return Streamlit's page as ours; our own pages say already that they are Dutch, and stay as they are."""
    if ENGLISH not in document:
        return document
    before, _, rest = document.partition(NOSCRIPT)
    document = before + WITHOUT_SCRIPT.encode() + rest.partition(END_OF_NOSCRIPT)[2]
    put = {
        ENGLISH: DUTCH,
        HEAD: HEAD + at_the_head().encode(),
        ROOT: WAITING.encode(),
    }
    for theirs, ours in put.items():
        document = document.replace(theirs, ours, 1)
    return LETTERS.sub(address_of("letters.woff2").encode(), document)


@lru_cache(maxsize=8)
def packed(document: bytes, encoding: str) -> bytes:
    """Return a document as it goes out: it is the same for everybody, so it is packed once."""
    made: bytes = brotli.compress(document, quality=11) if encoding == BROTLI else document
    return made


def require_known_page() -> None:
    """Check at the start that Streamlit's page is still the one that is rewritten here.

    Raises OngeldigBestand when it is not.
    """
    page = PAGE.read_bytes()
    if any(page.count(mark) != 1 for mark in ONCE) or len(LETTERS.findall(page)) != 1:
        raise OngeldigBestand("De pagina van Streamlit is veranderd: de taal erin is zoek. Zet de oude versie terug.")

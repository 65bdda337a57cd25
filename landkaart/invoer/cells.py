"""One cell: from the text in a file to a value. Each function raises Fout with the reason, in a sentence."""

import re
import unicodedata
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from typing import TypeVar
from zoneinfo import ZoneInfo

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.tertaal import Tertaal
from landkaart.invoer.faults import printable, quote, thousands

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
INDICATIES = ("dit_jaar", "volgend_jaar", "niet", "sluit")
LONGEST_NAAM = 120
LONGEST_TEKST = 1_000
LONGEST_TOELICHTING = 4_000
# Distinct texts per column that are parsed once; scores.csv has 8,428 rows and few texts.
REMEMBERED = 4_096

# ASCII digits only, and years that can be meant: int() also reads other scripts' digits and underscores.
YEAR = "((?:19|20)[0-9]{2})"
ISO_DAY = re.compile(f"{YEAR}-([0-9]{{2}})-([0-9]{{2}})")
DUTCH_DAY = re.compile(f"([0-9]{{1,2}})-([0-9]{{1,2}})-{YEAR}")
MOMENT = re.compile("([0-9-]{8,10})(?:[ T]([01]?[0-9]|2[0-3]):([0-5][0-9])(?::00)?)?")
NUMBER = re.compile("[0-9]{1,3}(?:[.,][0-9]{1,17})?")
CODE = re.compile("[a-z0-9-]{1,60}")
# As Excel shows them in Dutch or English: #VERW!, #DEEL/0!, #NAAM?, #N/B, #N/A.
EXCEL_ERROR = re.compile("#(?:[A-Z/_0-9]+[!?]|N/[AB]|GETTING_DATA)")
# Unicode's category Cc, lone surrogates, and what turns the direction of writing round.
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")
CONTROL_BUT_NEWLINE = re.compile(CONTROL.pattern.replace("\x00-\x1f", "\x00-\x09\x0b-\x1f"))

Value = TypeVar("Value")
Parser = Callable[[str], object]


def required(parse: Parser) -> Parser:
    """Return a parser for a column in which no cell may be empty."""

    def parse_cell(text: str) -> object:
        value = optional_text(text)
        if value is None:
            raise OngeldigeInvoer("de cel is leeg.")
        return parse(value)

    return parse_cell


def optional(parse: Parser) -> Parser:
    """Return a parser for a column in which an empty cell is None."""

    def parse_cell(text: str) -> object:
        value = optional_text(text) if text else None
        return None if value is None else parse(value)

    return parse_cell


def remembered(parse: Parser) -> Parser:
    """Return the same parser, for a column that has few texts: each is parsed once."""
    return lru_cache(maxsize=REMEMBERED)(parse)


def optional_text(text: str) -> str | None:
    """Return the text, trimmed; None if nothing is left.

    Raises OngeldigeInvoer for an error of Excel, in any column.
    """
    text = text.strip()
    if text.startswith("#") and EXCEL_ERROR.fullmatch(text):
        raise OngeldigeInvoer(f"{quote(text)} is een foutmelding van Excel.")
    return text or None


def code(text: str) -> str:
    """Check the code of a werkplein or a vraag.

    Raises OngeldigeInvoer.
    """
    if CODE.fullmatch(text) is None:
        raise OngeldigeInvoer(f"{quote(text)} is geen code. Gebruik 1 tot 60 tekens: a tot z, cijfers en streepjes.")
    return text


def naam(text: str) -> str:
    """Read a naam or a place.

    Raises OngeldigeInvoer.
    """
    return line_of_text(text, LONGEST_NAAM)


def tekst(text: str) -> str:
    """Read the words of a vraag, on one line.

    Raises OngeldigeInvoer.
    """
    return line_of_text(text, LONGEST_TEKST)


def line_of_text(text: str, longest: int) -> str:
    """Return the text in NFC, so that one name is one text.

    Anything else stays: `=1+1`, `NA` and `null` are names like others.

    Raises OngeldigeInvoer when it is too long, or not one line.
    """
    return clean(composed(text, longest), longest, CONTROL)


def toelichting(text: str) -> str:
    """Read a toelichting, which may have lines.

    Raises OngeldigeInvoer.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    return clean(composed(text, LONGEST_TOELICHTING), LONGEST_TOELICHTING, CONTROL_BUT_NEWLINE)


def composed(text: str, longest: int) -> str:
    """Return the text in NFC, which halves it at most; one that stays too long is left: it can take quadratic time."""
    return unicodedata.normalize("NFC", text) if len(text) <= 2 * longest else text


def clean(text: str, longest: int, forbidden: re.Pattern[str]) -> str:
    """Return the text as it is.

    Raises OngeldigeInvoer when it is too long, or holds what is forbidden.
    """
    if len(text) > longest:
        raise OngeldigeInvoer(f"de tekst telt {thousands(len(text))} tekens; {thousands(longest)} is het meeste.")
    sign = forbidden.search(text)
    if sign is not None:
        raise OngeldigeInvoer(f"in {quote(text)} staat een stuurteken (U+{ord(sign[0]):04X}). Haal het weg.")
    return text


def tertaal(text: str) -> Tertaal:
    """Read a tertaal.

    Raises Fout; of a date, which Excel likes to make of it, with what to do.
    """
    if parse_day(text) is not None:
        raise OngeldigeInvoer(f"{quote(text)} is een datum. Maak de kolom in Excel op als tekst en schrijf 2009-2.")
    return Tertaal.parse(printable(text))


def mijlpaal(text: str) -> str:
    """Check the code of a mijlpaal.

    Raises OngeldigeInvoer.
    """
    return one_of(text, known_mijlpalen(), "mijlpaal")


@cache
def known_mijlpalen() -> dict[str, str]:
    """Return the codes of the catalogue, each by itself."""
    return {code: code for code in catalogus().codes}


def band(text: str) -> Band:
    """Read a band: its code, or its label as the report prints it ("In ontwikkeling").

    Raises OngeldigeInvoer.
    """
    return one_of(text.lower().replace(" ", "_"), BANDEN, "band", shown=text)


BANDEN = {band.code: band for band in Band}


def antwoord(text: str) -> str:
    """Read ja or nee, in any letters.

    Raises OngeldigeInvoer.
    """
    return one_of(text.lower(), {"ja": "ja", "nee": "nee"}, "antwoord", shown=text)


def indicatie(text: str) -> str:
    """Check an indicatie of the AKO.

    Raises OngeldigeInvoer.
    """
    return one_of(text, dict(zip(INDICATIES, INDICATIES, strict=True)), "indicatie")


def one_of(text: str, known: dict[str, Value], noun: str, shown: str | None = None) -> Value:
    """Return what goes by this text.

    Raises OngeldigeInvoer with what there is to choose from.
    """
    if text not in known:
        raise OngeldigeInvoer(f"{quote(shown or text)} is geen {noun}. Kies uit {', '.join(known)}.")
    return known[text]


def day(text: str) -> date:
    """Read a date.

    Raises OngeldigeInvoer.
    """
    found = parse_day(text)
    if found is None:
        raise OngeldigeInvoer(f"{quote(text)} is geen datum. Schrijf 2009-08-31 of 31-8-2009.")
    return found


def parse_day(text: str) -> date | None:
    """Return a date, as ISO or as a Dutch Excel writes it; None for what is none."""
    iso, dutch = ISO_DAY.fullmatch(text), DUTCH_DAY.fullmatch(text)
    parts = iso.groups() if iso else dutch.groups()[::-1] if dutch else None
    try:
        return date(*map(int, parts)) if parts else None
    except ValueError:
        return None


def moment(text: str) -> datetime:
    """Return a moment in UTC. A date alone is its midnight in Amsterdam; of an hour that comes twice, the first.

    Raises OngeldigeInvoer.
    """
    match = MOMENT.fullmatch(text)
    found = parse_day(match[1]) if match else None
    if match is None or found is None:
        raise OngeldigeInvoer(f"{quote(text)} is geen moment. Schrijf 2009-09-01, 1-9-2009 of 2009-09-01 17:00.")
    local = datetime(found.year, found.month, found.day, int(match[2] or 0), int(match[3] or 0), tzinfo=AMSTERDAM)
    # An hour that summer time skips does not come back from UTC as it was.
    utc = local.astimezone(UTC)
    if utc.astimezone(AMSTERDAM).replace(tzinfo=None) != local.replace(tzinfo=None):
        raise OngeldigeInvoer(f"{quote(text)} bestaat niet: de klok gaat dan een uur vooruit.")
    return utc


def breedtegraad(text: str) -> float:
    """Read a latitude in the Netherlands, in degrees north.

    Raises OngeldigeInvoer.
    """
    return degrees(text, 50, 54)


def lengtegraad(text: str) -> float:
    """Read a longitude in the Netherlands, in degrees east.

    Raises OngeldigeInvoer.
    """
    return degrees(text, 3, 8)


def degrees(text: str, lowest: int, highest: int) -> float:
    """Return a number between these.

    Raises OngeldigeInvoer: whoever swapped two columns hears it here.
    """
    if NUMBER.fullmatch(text) is None:
        raise OngeldigeInvoer(f"{quote(text)} is geen aantal graden. Schrijf een getal als 52,0907 of 52.0907.")
    value = float(text.replace(",", "."))
    if not lowest <= value <= highest:
        raise OngeldigeInvoer(f"{quote(text)} ligt niet tussen {lowest} en {highest} graden, en dus niet in Nederland.")
    return value

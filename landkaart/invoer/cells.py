"""One cell: from the text in a file to a value. Each function raises Fout with the reason, in a sentence."""

import re
from collections.abc import Callable
from datetime import date, datetime, time
from functools import lru_cache

from landkaart.domein.account import require_address, require_name
from landkaart.domein.clock import moment_of
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.typed_text import clean, seen
from landkaart.domein.vraag import require_vraag
from landkaart.domein.werkplein import BREEDTEGRAAD, LENGTEGRAAD, require_code, require_degrees, require_line
from landkaart.invoer.damage import require_whole
from landkaart.invoer.faults import printable, quote

LONGEST_TOELICHTING = 4_000
# Distinct texts per column that are parsed once; scores.csv has 8,428 rows and few texts.
REMEMBERED = 4_096

# ASCII digits only, and years that can be meant: int() also reads other scripts' digits and underscores.
YEAR = "((?:19|20)[0-9]{2})"
ISO_DAY = re.compile(f"{YEAR}-([0-9]{{2}})-([0-9]{{2}})")
DUTCH_DAY = re.compile(f"([0-9]{{1,2}})-([0-9]{{1,2}})-{YEAR}")
# As people write a day, and as Excel shows one with the name of its month.
NAMED_DAY = re.compile(f"([0-9]{{1,2}})[ -]([a-z]{{3,9}})[.]?[ -]{YEAR}", re.IGNORECASE)
MONTHS = (
    ("januari", "january", "jan"),
    ("februari", "february", "feb", "febr"),
    ("maart", "march", "mrt", "mar"),
    ("april", "apr"),
    ("mei", "may"),
    ("juni", "june", "jun"),
    ("juli", "july", "jul"),
    ("augustus", "august", "aug"),
    ("september", "sep", "sept"),
    ("oktober", "october", "okt", "oct"),
    ("november", "nov"),
    ("december", "dec"),
)
MONTH_OF = {word: number for number, words in enumerate(MONTHS, start=1) for word in words}
# What may be a day and is not read as one: of a slash nobody knows what stands first, of two digits not which century.
OTHER_DAY = re.compile("([0-9]{1,2})[-/. ]([0-9]{1,2})[-/. ](?:20)?([0-9]{2})")
MOMENT = re.compile("([0-9-]{8,10})(?:[ T]([01]?[0-9]|2[0-3]):([0-5][0-9])(?::00)?)?")
NUMBER = re.compile("[0-9]{1,3}(?:[.,][0-9]{1,17})?")
DAY_WITH_TIME = re.compile("[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?$")
# What Excel keeps of a day whose cell shows a number.
SERIAL = re.compile("[1-9][0-9]{4}")
NAMED_ADDRESS = re.compile(r"[^<>@]*<([^<>]+)>")
# As Excel shows them in Dutch or English: #VERW!, #DEEL/0!, #NAAM?, #N/B, #N/A.
EXCEL_ERROR = re.compile("#(?:[A-Z/_0-9]+[!?]|N/[AB]|GETTING_DATA)")

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
    try:
        return require_code(seen(text))
    except OngeldigeInvoer as wrong:
        raise OngeldigeInvoer(f"{quote(text)} is geen code. {wrong}") from wrong


def line(what: str) -> Parser:
    """Return a parser for a text on one line, which the reader knows as `what`: "een naam".

    Anything else stays: `=1+1`, `NA` and `null` are names like others.
    """

    def parse_cell(text: str) -> str:
        require_whole(text)
        return require_line(text, what)

    return parse_cell


def adres(text: str) -> str:
    """Read a mail address, in small letters; also one that Outlook copied with its name: "Jan <jan@gemeente.nl>".

    Raises OngeldigeInvoer.
    """
    named = NAMED_ADDRESS.fullmatch(text := seen(text))
    try:
        return require_address(named[1] if named else text.removeprefix("mailto:"))
    except OngeldigeInvoer as wrong:
        raise OngeldigeInvoer(f"{quote(text)} is geen e-mailadres. Schrijf één adres als naam@organisatie.nl.") from wrong


def persoon(text: str) -> str:
    """Read the name of a person.

    Raises OngeldigeInvoer.
    """
    require_whole(text)
    return require_name(text)


def tekst(text: str) -> str:
    """Read the words of a vraag, as one paragraph.

    Raises OngeldigeInvoer.
    """
    require_whole(text)
    return require_vraag(text)


def toelichting(text: str) -> str:
    """Read a toelichting, which may have lines.

    Raises OngeldigeInvoer.
    """
    require_whole(text)
    return clean(text, LONGEST_TOELICHTING)


def tertaal(text: str) -> Tertaal:
    """Read a tertaal.

    Raises Fout; of a date, which Excel likes to make of it, with what to do.
    """
    text = seen(text).replace("–", "-")
    if parse_day(text) is not None:
        raise OngeldigeInvoer(f"{quote(text)} is een datum. Maak de kolom in Excel op als tekst en schrijf 2009-2.")
    return Tertaal.parse(printable(text))


def day(text: str) -> date:
    """Read a date.

    Raises OngeldigeInvoer.
    """
    text = seen(text)
    # What Excel makes of a moment is a day as well.
    found = parse_day(DAY_WITH_TIME.sub("", text))
    if found is None and SERIAL.fullmatch(text):
        raise OngeldigeInvoer(
            f"{quote(text)} is geen datum, maar het getal dat Excel daarvoor bewaart. Maak de cel op als datum."
        )
    if found is None:
        raise OngeldigeInvoer(f"{quote(text)} is geen datum. Schrijf 2009-08-31 of 31-8-2009.{meant_day(text)}")
    return found


def meant_day(text: str) -> str:
    """Return the question that names the day that may be meant, with a blank before it; nothing when there is none."""
    found = OTHER_DAY.fullmatch(text)
    asked = f"{int(found[1])}-{int(found[2])}-20{found[3]}" if found else ""
    return f" Is {asked} bedoeld?" if parse_day(asked) else ""


def parse_day(text: str) -> date | None:
    """Return a date, as ISO, as a Dutch Excel writes it or with the name of its month; None for what is none."""
    iso, dutch, named = (form.fullmatch(text) for form in (ISO_DAY, DUTCH_DAY, NAMED_DAY))
    parts = iso.groups() if iso else dutch.groups()[::-1] if dutch else None
    if named:
        parts = (named[3], str(MONTH_OF.get(named[2].casefold(), 0)), named[1])
    try:
        return date(*map(int, parts)) if parts else None
    except ValueError:
        return None


def moment(text: str) -> datetime:
    """Return a moment in UTC. A date alone is its midnight in Amsterdam; of an hour that comes twice, the first.

    Raises OngeldigeInvoer.
    """
    match = MOMENT.fullmatch(text := seen(text))
    found = parse_day(match[1]) if match else None
    if match is None or found is None:
        raise OngeldigeInvoer(f"{quote(text)} is geen moment. Schrijf 2009-09-01, 1-9-2009 of 2009-09-01 17:00.")
    return moment_of(datetime.combine(found, time(int(match[2] or 0), int(match[3] or 0))))


def breedtegraad(text: str) -> float:
    """Read a latitude in the Netherlands, in degrees north.

    Raises OngeldigeInvoer.
    """
    return require_degrees(degrees(text), "breedtegraad", BREEDTEGRAAD)


def lengtegraad(text: str) -> float:
    """Read a longitude in the Netherlands, in degrees east.

    Raises OngeldigeInvoer.
    """
    return require_degrees(degrees(text), "lengtegraad", LENGTEGRAAD)


def degrees(text: str) -> float:
    text = seen(text)
    if NUMBER.fullmatch(text) is None:
        raise OngeldigeInvoer(f"{quote(text)} is geen aantal graden. Schrijf een getal als 52,0907 of 52.0907.")
    return float(text.replace(",", "."))

"""What nobody expected: logged with a number, which is all that a visitor gets to read of it."""

import logging
import re
import secrets
import traceback

ADDRESS = re.compile(r"[^\s@<>\"'(),;:]+@[^\s@<>\"'(),;:]+")
# What a line begins with that is no line of the log itself.
BESIDE = "  | "
logger = logging.getLogger(__name__)


def log_with_number(error: Exception) -> str:
    """Log the error with its traceback, without addresses of people; return the number under which it stands there.

    What an error quotes may come from a stranger: the lines below the first are set in, so that none of them looks like a
    line of the log itself, and signs that steer a screen are written out.
    """
    number = secrets.token_hex(3).upper()
    said = indented(without_addresses("".join(traceback.format_exception(error))))
    logger.error("fout %s\n%s", number, said, extra={"number": number})
    return number


def without_addresses(text: str) -> str:
    """Return a text for the log of the server, of which nobody knows who reads it: mail addresses are taken out."""
    return ADDRESS.sub("(adres)", text)


def log_plainly(error: Exception) -> str:
    """Log what the error says, in one line; return the number under which it stands there."""
    number = secrets.token_hex(3).upper()
    said = on_one_line(" ".join(without_addresses(str(error)).split()))[:500]
    logger.error("fout %s: %s", number, said, extra={"number": number})
    return number


def on_one_line(text: str) -> str:
    """Write out every sign that cannot be seen, such as a line end, an escape or a turn of direction."""
    return "".join(sign if sign.isprintable() else sign.encode("unicode_escape").decode() for sign in text)


def indented(text: str) -> str:
    """Return it so that no line of it can be taken for a line of the log: what was typed can stand in an error."""
    return "\n".join(inset(line) for line in text.splitlines())


def set_in(text: str) -> str:
    """Return what is one line of the log with what follows it indented, also where a stranger began the next line."""
    first, *rest = text.splitlines() or [""]
    return "\n".join([on_one_line(first), *(inset(line) for line in rest)])


def inset(line: str) -> str:
    return line if line.startswith(BESIDE) and line.isprintable() else f"{BESIDE}{on_one_line(line)}"


def sentence(number: str) -> str:
    """Return what the visitor reads."""
    return (
        f"Er ging iets mis in de landkaart. Wat u eerder opsloeg is bewaard. Ververs de pagina en probeer het opnieuw. "
        f"Blijft het misgaan, geef dan dit nummer door aan de beheerder: {number}."
    )

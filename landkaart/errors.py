"""What nobody expected: logged with a number, which is all that a visitor gets to read of it."""

import logging
import secrets

logger = logging.getLogger(__name__)


def log_with_number(error: Exception) -> str:
    """Log the error with its traceback; return the number under which it stands there."""
    number = secrets.token_hex(3).upper()
    logger.error("fout %s", number, exc_info=error)
    return number


def log_plainly(error: Exception) -> str:
    """Log what the error says, in one line; return the number under which it stands there."""
    number = secrets.token_hex(3).upper()
    logger.error("fout %s: %s", number, " ".join(str(error).split())[:500])
    return number


def sentence(number: str) -> str:
    """Return what the visitor reads."""
    return (
        f"Er ging iets mis in de landkaart. Wat u eerder opsloeg is bewaard. Ververs de pagina en probeer het opnieuw. "
        f"Blijft het misgaan, geef dan dit nummer door aan de beheerder: {number}."
    )

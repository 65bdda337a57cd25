"""What is nobody's mistake and passes: the database does not answer now. And what is said of anything that goes wrong."""

from pysqlite3 import dbapi2
from sqlalchemy.exc import OperationalError, TimeoutError

from landkaart.domein.fouten import Beschadigd, OngeldigBestand
from landkaart.errors import log_plainly, log_with_number, sentence

UNAVAILABLE = (
    "De landkaart kan dit nu niet opslaan: de opslag is vol, bezig of niet bereikbaar. Er is niets verloren dat eerder was "
    "opgeslagen. Houd deze pagina open en probeer het zo weer. Blijft het misgaan, geef dan dit nummer door aan de "
    "beheerder: {}."
)


DAMAGED = (
    "Een deel van de database is beschadigd, en hiervoor is dat deel nodig. Er is niets gewijzigd. Geef dit nummer door aan "
    "de beheerder, die een reservekopie kan terugzetten: {}."
)


def is_unavailable(error: Exception) -> bool:
    """Tell whether the same request can succeed later as it is: locked, full, moved, damaged, or out of reach."""
    # The file itself; what is wrong with one that was brought in is another kind of it.
    is_gone = type(error) in (OngeldigBestand, Beschadigd)
    return is_gone or isinstance(error, OperationalError | TimeoutError | dbapi2.OperationalError)


def log_failure(error: Exception) -> str:
    """Write down what nobody expected; return the number under which it stands in the log.

    Of the database only what it says itself: where our own program was says nothing about a disk that is full.
    """
    return log_plainly(error) if is_unavailable(error) else log_with_number(error)


def failure_sentence(error: Exception) -> str:
    """Return the sentence for who met what nobody expected, with the number under which it is logged."""
    number = log_failure(error)
    if not is_unavailable(error):
        return sentence(number)
    return (DAMAGED if isinstance(error, Beschadigd) else UNAVAILABLE).format(number)

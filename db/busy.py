"""What is nobody's mistake and passes: the database does not answer now."""

from pysqlite3 import dbapi2
from sqlalchemy.exc import OperationalError, TimeoutError

from landkaart.domein.fouten import OngeldigBestand


def is_unavailable(error: Exception) -> bool:
    """Tell whether the same request can succeed later as it is: locked, full, moved, or out of reach."""
    is_gone = type(error) is OngeldigBestand  # The file itself; what is wrong with one that was brought in is a kind of it.
    return is_gone or isinstance(error, OperationalError | TimeoutError | dbapi2.OperationalError)

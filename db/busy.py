"""What is nobody's mistake and passes: the database does not answer now."""

from sqlalchemy.exc import OperationalError, TimeoutError

from db.sqlite import dbapi2
from landkaart.domein.fouten import OngeldigBestand


def is_unavailable(error: Exception) -> bool:
    """Whether the same request can succeed later as it is: locked, full, moved, or out of reach."""
    return isinstance(error, OperationalError | TimeoutError | dbapi2.OperationalError | OngeldigBestand)

"""What a person gets to see when something goes wrong in a page."""

import logging
import secrets

import streamlit as st

from landkaart.domein.fouten import Fout

logger = logging.getLogger(__name__)


def show_error(error: Exception) -> bool:
    """A mistake of the user is its own sentence; anything else is logged with a number, and shown as that number."""
    if isinstance(error, Fout):
        st.error(str(error))
    else:
        st.error(sentence(log_with_number(error)))
    return True


def log_with_number(error: Exception) -> str:
    number = secrets.token_hex(3).upper()
    logger.error("fout %s", number, exc_info=error)
    return number


def sentence(number: str) -> str:
    return (
        f"Er ging iets mis in de landkaart. Wat u eerder opsloeg is bewaard. Ververs de pagina en probeer het opnieuw. "
        f"Blijft het misgaan, geef dan dit nummer door aan de beheerder: {number}."
    )

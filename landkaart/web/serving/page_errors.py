"""What a visitor gets to see when something goes wrong in a page."""

import streamlit as st

from db.failures import failure_sentence, is_unavailable
from landkaart.domein.fouten import Fout


def show_error(error: Exception) -> bool:
    """Show a Fout as its own sentence, and anything else as the number under which it was logged.

    What is wrong with the database is for who runs the landkaart: a visitor reads nothing of its place.
    """
    if isinstance(error, Fout) and not is_unavailable(error):
        st.error(str(error))
    else:
        st.error(failure_sentence(error))
    return True

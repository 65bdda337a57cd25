"""What a visitor gets to see when something goes wrong in a page."""

import streamlit as st

from landkaart.domein.fouten import Fout
from landkaart.errors import log_with_number, sentence


def show_error(error: Exception) -> bool:
    """Show a Fout as its own sentence, and anything else as the number under which it was logged."""
    if isinstance(error, Fout):
        st.error(str(error))
    else:
        st.error(sentence(log_with_number(error)))
    return True

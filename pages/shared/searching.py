"""Looking for a word in what a page shows."""

import streamlit as st

from pages.shared.visit import blad


def ask_words(key: str, hint: str) -> str:
    """Return what somebody looks for, empty for all; a print of the page says what it was."""
    wanted = st.text_input("Zoeken", key=key, placeholder=hint, width=340)
    if wanted.strip():
        blad().keuzes["Gezocht naar"] = wanted.strip()
    return wanted

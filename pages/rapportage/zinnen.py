"""How what is computed for the report reads on a page."""

import streamlit as st

from landkaart.rapport.rapportage.model import Block, Bullets, Paragraph, Subheading, plain
from pages.shared.markdown import escaped


def show_text(block: Block) -> None:
    """Show a heading or sentences; a table and a picture are no text."""
    match block:
        case Subheading():
            st.markdown(f"**{escaped(block.tekst)}**")
        case Paragraph():
            st.markdown(escaped(plain(block.zin)))
        case Bullets():
            st.markdown("\n".join(f"- {escaped(plain(zin))}" for zin in block.zinnen))

"""What stands at the top of every page: who is in, what time it is here, its title."""

from base64 import b64encode
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from landkaart.domein.sessie import Aangemeld
from landkaart.rapport import dutch
from landkaart.screens import PlainPage
from landkaart.surroundings import CONTENT
from landkaart.web.api.form import account_key
from pages.shared.visit import blad, visit

# As a whole, so that Streamlit has no file to read at every run.
ICON = f"data:image/svg+xml;base64,{b64encode((CONTENT / 'icoon.svg').read_bytes()).decode()}"
# Grey, and dark enough to read.


def heading(title: str) -> DeltaGenerator:
    """Show the title of a page, in a row in which its first choices and its downloads stand as well."""
    top = row_for_heading()
    top.title(title)
    return top


def row_for_heading() -> DeltaGenerator:
    """Return the row for it, before the title is known."""
    return st.container(horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute")


def show_visitor(visitor: Aangemeld) -> None:
    """Show whose name goes into the log, and the way out: a real form, so that it works in any state of the page."""
    naam, rol = escape(visitor.naam), escape(visitor.bevoegdheid.rol.label)
    st.html(
        # Whose texts a browser may bring back: see `landkaart/content/getypt.js`.
        f'<form method="post" action="{PlainPage.UITLOGGEN}" data-account="{account_key(visitor)}" '
        # What is kept of this page: see `landkaart/content/tabellen.js`.
        f'data-blad="{blad().merk}" '
        'style="display:flex;gap:.75rem;justify-content:flex-end;'
        f'align-items:center;flex-wrap:wrap;font-size:.9rem;margin:0">{clock_text()}'
        f'<span>{naam} ({rol})</span><a href="{PlainPage.ACCOUNT}" target="_self">Mijn account</a>'
        '<button style="font:inherit;background:none;border:0;padding:0;text-decoration:underline;cursor:pointer">'
        "Afmelden</button></form>"
    )


def clock_text() -> str:
    """Say what time it is there: the 2009 data bring their own clock; whoever looks must know that it is not today."""
    if not visit().data_version.clock.offset:
        return ""
    now = visit().now()
    said = f"in deze landkaart is het <b>{dutch.day(now)}, {dutch.hour(now)} uur</b>. De klok loopt gewoon door."
    return f'<span style="margin-right:auto;color:var(--lk-stil)">Oefenomgeving: {said}</span>'

"""What somebody offers: the field to drop files in, the tick for what was fixed, and which files there are."""

from collections.abc import Sequence
from hashlib import sha256

import streamlit as st

from landkaart.programma.namen import TERTAAL
from landkaart.rapport import dutch
from landkaart.rapport.ingelezen_text import EXPLAINED
from landkaart.web.offered import columns_of_files
from pages.shared import run_act
from pages.shared.markdown import escaped
from pages.shared.visit import visit

PLACE = "upload"
LATE = "Ook na de sluiting"
LATE_HELP = (
    f"Wat een vastgesteld {TERTAAL} wijzigt, wordt anders geweigerd. Met dit vinkje komt het erin, en blijven de "
    "vastgestelde tabellen zoals ze zijn: de pagina's en het logboek zeggen wat er na de sluiting is gewijzigd."
)
# What is offered: the name of a file, and what is in it.
Files = Sequence[tuple[str, bytes]]


def ask_files() -> Files:
    """Return the files that were dropped or chosen; empty again after they were taken in."""
    key = run_act.key(PLACE, "bestanden")
    given = st.file_uploader("Bestanden: .csv, .xlsx, of die samen in een .zip", accept_multiple_files=True, key=key)
    if visit().data_version.clock.offset:
        st.caption(
            ":material/info: Dit is een oefenomgeving, met accounts waarvan iedereen het wachtwoord kent. Lees er geen "
            "echte gegevens in."
        )
    return [(each.name, each.getvalue()) for each in given]


def ask_late() -> bool:
    """Return whether also what would change a tertaal that is fixed may come in."""
    return st.checkbox(LATE, key=run_act.key(PLACE, "laat"), help=LATE_HELP)


def digest_of(files: Files) -> str:
    """Return what these files are known by: another one when anything in them, or one of their names, is another."""
    found = sha256()
    for naam, data in files:
        for part in (naam.encode(), data):
            found.update(len(part).to_bytes(8, "big") + part)
    return found.hexdigest()


def show_kinds(*, expanded: bool) -> None:
    """Say which files there are, and what stands in each; `expanded`: without a click."""
    lines = []
    for naam, (needed, optional) in columns_of_files().items():
        also = f"; mag ook: {', '.join(optional)}" if optional else ""
        lines.append(f"- **{escaped(naam)}**: {EXPLAINED[naam]}  \n  :small[{escaped(', '.join(needed) + also)}]")
    with st.expander("Welke bestanden kunnen hier in?", icon=":material/help:", expanded=expanded):
        st.markdown(
            f"Er zijn er {dutch.count(len(lines))}, elk als .csv of .xlsx en met deze naam. U hoeft er maar één te geven; "
            "die bij elkaar horen, geeft u samen. De eerste regel noemt de kolommen.\n\n" + "\n".join(lines)
        )

"""The werkpleinen that there are and were, each with what became of it."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from landkaart.domein.werkplein import Werkplein
from landkaart.rapport import dutch
from pages.parts import acting, lists
from pages.parts.beheer_werkplein import ADD, places_of, show_add, show_change
from pages.parts.text import escaped


def show_werkpleinen(werkpleinen: Sequence[Werkplein], today: date) -> None:
    with st.expander("Een werkplein toevoegen", icon=":material/add_location_alt:", key="werkplein-erbij-open"):
        show_add(werkpleinen, today)
    if done := acting.succeeded(ADD):
        for werkplein in (werkplein for werkplein in werkpleinen if werkplein.code == done.about):
            st.success(f"Toegevoegd om {done.at} uur: {summary(werkplein, werkpleinen, today)}")
    for werkplein in lists.choose_rows(werkpleinen, text_of, "werkpleinen", "Naam, oude naam, code of plaats"):
        with st.container(border=True):
            show_werkplein(werkplein, werkpleinen, today)


def text_of(werkplein: Werkplein) -> str:
    """What can be searched for."""
    former = (naam for naam, _ in werkplein.vroeger)
    where = (werkplein.plaats, werkplein.gemeente, werkplein.provincie, werkplein.arbeidsmarktregio)
    return " ".join([werkplein.naam, werkplein.code, *where, *former])


def show_werkplein(werkplein: Werkplein, werkpleinen: Sequence[Werkplein], today: date) -> None:
    row = f"werkplein-{werkplein.code}"
    what, where, how, button = st.columns([4, 5, 3, 2], gap="medium")
    lines = [f"**{escaped(werkplein.naam)}**", f":small[Code {werkplein.code}]"]
    lines += [f":small[Tot {dutch.day(tot)}: {escaped(naam)}]" for naam, tot in reversed(werkplein.vroeger)]
    what.markdown("  \n".join(lines))
    place = f"{escaped(werkplein.plaats)}, gemeente {escaped(werkplein.gemeente)}, {escaped(werkplein.provincie)}"
    where.markdown(f"{place}  \n:small[Arbeidsmarktregio {escaped(werkplein.arbeidsmarktregio)}]")
    how.markdown("  \n".join(state(werkplein, werkpleinen, today)))
    with button:
        lists.show_opener(row)
    if lists.is_open(row):
        for done in filter(None, map(acting.succeeded, places_of(werkplein))):
            st.success(f"Opgeslagen om {done.at} uur: {summary(werkplein, werkpleinen, today)}")
        show_change(werkplein, werkpleinen, today)


def state(werkplein: Werkplein, werkpleinen: Sequence[Werkplein], today: date) -> list[str]:
    """Whether it is open, and since or until when."""
    lines = ["Open" if werkplein.is_open(today) else "Gesloten"]
    if werkplein.actief_van is not None:
        lines.append(f"Open met ingang van {dutch.day(werkplein.actief_van)}")
    if werkplein.actief_tot is not None:
        lines.append(f"Gesloten met ingang van {dutch.day(werkplein.actief_tot)}")
    lines += [f"Opgegaan in {escaped(other.naam)}" for other in werkpleinen if other.code == werkplein.opgegaan_in]
    if not werkplein.is_open(today) and werkplein.actief_tot is None:
        return lines[1:]
    return lines


def summary(werkplein: Werkplein, werkpleinen: Sequence[Werkplein], today: date) -> str:
    """What the database has now, in one line."""
    former = f", tot {dutch.day(werkplein.vroeger[-1][1])} {escaped(werkplein.vroeger[-1][0])}" if werkplein.vroeger else ""
    said = "; ".join(state(werkplein, werkpleinen, today))
    return f"{escaped(werkplein.naam)} (code {werkplein.code}{former}), {escaped(werkplein.plaats)}. {said}."

"""The werkpleinen that there are and were, each with what became of it."""

from collections.abc import Mapping
from datetime import date

import streamlit as st

from landkaart.domein.werkplein import Werkplein
from landkaart.programma.namen import WERKPLEIN, WERKPLEIN_KOP, WERKPLEINEN_KOP
from landkaart.rapport import dutch
from pages.beheer import searchable_list
from pages.beheer.prepared import Beheer
from pages.beheer.searchable_list import Lijst
from pages.beheer.werkplein_forms import ADD, places_of, show_add, show_change
from pages.shared import run_act
from pages.shared.markdown import escaped


def show_werkpleinen(found: Beheer, today: date) -> None:
    """Show the form for a new one, and the werkpleinen that are looked for, one of them open."""
    with st.expander(f"Een {WERKPLEIN} toevoegen", icon=":material/add_location_alt:", key="werkplein-erbij-open"):
        show_add(found, today)
    if done := run_act.succeeded(ADD):
        for werkplein in (werkplein for werkplein in found.werkpleinen if werkplein.code == done.about):
            st.success(f"Toegevoegd om {done.at} uur: {summary(werkplein, found.namen, today)}")
    rows, texts = found.werkpleinen, found.werkplein_texts
    lijst = Lijst("werkpleinen", WERKPLEINEN_KOP, rows, texts, lambda each: cells(each, found.namen, today))
    searchable_list.show_list(lijst, "Naam, oude naam, code of plaats", lambda each: show_werkplein(each, found, today))


def cells(werkplein: Werkplein, namen: Mapping[str, str], today: date) -> dict[str, str]:
    """Return what stands on paper of one, by heading."""
    return {
        WERKPLEIN_KOP: werkplein.naam,
        "Code": werkplein.code,
        "Plaats": werkplein.plaats,
        "Gemeente": werkplein.gemeente,
        "Provincie": werkplein.provincie,
        "Arbeidsmarktregio": werkplein.arbeidsmarktregio,
        "Stand van zaken": ". ".join(state(werkplein, namen, today)),
    }


def show_werkplein(werkplein: Werkplein, found: Beheer, today: date) -> None:
    row = f"werkplein-{werkplein.code}"
    what = [f"**{escaped(werkplein.naam)}**", f":small[Code {werkplein.code}]"]
    what += [f":small[Tot {dutch.day(tot)}: {escaped(naam)}]" for naam, tot in reversed(werkplein.vroeger)]
    place = f"{escaped(werkplein.plaats)}, gemeente {escaped(werkplein.gemeente)}, {escaped(werkplein.provincie)}"
    where = [place, f":small[Arbeidsmarktregio {escaped(werkplein.arbeidsmarktregio)}]"]
    searchable_list.show_row(row, what, where, [escaped(line) for line in state(werkplein, found.namen, today)])
    if searchable_list.is_open(row):
        for done in filter(None, map(run_act.succeeded, places_of(werkplein))):
            st.success(f"Opgeslagen om {done.at} uur: {summary(werkplein, found.namen, today)}")
        show_change(werkplein, found, today)


def state(werkplein: Werkplein, namen: Mapping[str, str], today: date) -> list[str]:
    """Say whether it is open, and since or until when. `namen`: by code."""
    lines = ["Open" if werkplein.is_open(today) else "Gesloten"]
    if werkplein.actief_van is not None:
        lines.append(f"Open met ingang van {dutch.day(werkplein.actief_van)}")
    if werkplein.actief_tot is not None:
        lines.append(f"Gesloten met ingang van {dutch.day(werkplein.actief_tot)}")
    if werkplein.opgegaan_in is not None:
        lines.append(f"Opgegaan in {namen[werkplein.opgegaan_in]}")
    if not werkplein.is_open(today) and werkplein.actief_tot is None:
        return lines[1:]
    return lines


def summary(werkplein: Werkplein, namen: Mapping[str, str], today: date) -> str:
    """Say what the database has now, in one line."""
    former = f", tot {dutch.day(werkplein.vroeger[-1][1])} {escaped(werkplein.vroeger[-1][0])}" if werkplein.vroeger else ""
    said = "; ".join(map(escaped, state(werkplein, namen, today)))
    return f"{escaped(werkplein.naam)} (code {werkplein.code}{former}), {escaped(werkplein.plaats)}. {said}."

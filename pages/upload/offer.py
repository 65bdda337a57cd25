"""What files would do: all that is wrong with them or, without anything wrong, what would change and the button for it."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from landkaart.domein.ingelezen import Ingelezen
from landkaart.programma.namen import TERTAAL_KOP
from landkaart.rapport import dutch
from landkaart.rapport.ingelezen_tables import changes_table, counts_table
from landkaart.rapport.ingelezen_text import remarks
from landkaart.web.offered import Aanbod
from pages.shared import run_act
from pages.shared.markdown import escaped
from pages.shared.show_table import show_table
from pages.shared.werkplein_table import height_of
from pages.upload.files import PLACE

# In the state of the session: what was agreed to.
AGREED = "upload-akkoord"


def show_offer(aanbod: Aanbod, notes: Sequence[str], digest: str, late: bool) -> None:
    """Show it, and ask to agree."""
    if aanbod.geweigerd:
        st.error(escaped(aanbod.geweigerd))
    elif aanbod.faults:
        show_faults(aanbod)
    elif not aanbod.changes:
        st.info("Er is niets in te lezen: alles staat er al zo in.")
    else:
        show_changes(aanbod)
        many = dutch.counted(aanbod.changes, "wijziging", "wijzigingen")
        args = (digest, late, aanbod.merk)
        key = run_act.key(PLACE, "inlezen")
        st.button(f"{many} inlezen", type="primary", key=key, on_click=agree, args=args, icon=":material/upload:")
    show_notes([*notes, *remarks(aanbod.found)])


def agree(digest: str, late: bool, merk: str) -> None:
    st.session_state[AGREED] = (digest, late, merk)


def show_faults(aanbod: Aanbod) -> None:
    """Show all that is wrong, by file and line."""
    files = len({fault.bestand for fault in aanbod.faults})
    st.error(
        f"{dutch.counted(len(aanbod.faults), 'fout', 'fouten')} in {dutch.counted(files, 'bestand', 'bestanden')}. Er is "
        "niets ingelezen. Verbeter de bestanden, haal ze hierboven weg en geef ze opnieuw."
    )
    rows = [(fault.bestand, fault.numbers, fault.kolom, fault.reden) for fault in aanbod.faults]
    table = pd.DataFrame(rows, columns=["bestand", "regels", "kolom", "reden"])
    show_table(
        table,
        key="upload-fouten",
        alt="Wat er mis is, per regel van elk bestand",
        height=height_of(len(table)),
        columns={
            "bestand": st.column_config.TextColumn("Bestand", width=140),
            "regels": st.column_config.TextColumn("Regel", width=100),
            "kolom": st.column_config.TextColumn("Kolom", width=120),
            "reden": st.column_config.TextColumn("Wat er mis is", width=800),
        },
    )


def show_changes(aanbod: Aanbod) -> None:
    """Show how many rows of each kind would be new or other ones, and each of them."""
    st.markdown(f"**Er is niets mis.** Dit zou er veranderen: **{dutch.counted(aanbod.changes, 'rij', 'rijen')}**.")
    show_counts(aanbod.found, "Wat er zou veranderen, per soort")
    table = changes_table(aanbod.found)
    show_table(
        table,
        key="upload-wijzigingen",
        alt="Wat er zou veranderen, per rij",
        height=height_of(len(table)),
        columns={
            "soort": st.column_config.TextColumn("Soort", width=110),
            "tertaal": st.column_config.TextColumn(TERTAAL_KOP, width=80),
            "naam": st.column_config.TextColumn("Waarover", width=200),
            "wat": st.column_config.TextColumn("Wat", width=220),
            "oud": st.column_config.TextColumn("Er staat nu", width=240),
            "nieuw": st.column_config.TextColumn("Dit wordt het", width=240),
        },
    )


def show_counts(found: Mapping[str, Ingelezen], alt: str) -> None:
    """Show a line for each kind of file; `alt`: what that table is called."""
    show_table(
        counts_table(found),
        key=alt,
        alt=alt,
        columns={
            "soort": st.column_config.TextColumn("Soort", width=180),
            "nieuw": st.column_config.NumberColumn("Nieuw", width=90),
            "gewijzigd": st.column_config.NumberColumn("Gewijzigd", width=90),
            "gelijk": st.column_config.NumberColumn("Stond er al zo", width=110),
        },
    )


def show_notes(notes: Sequence[str]) -> None:
    """Say what there is to know of what was read, or was not."""
    if notes:
        st.info("**Let op**\n\n" + "\n".join(f"- {escaped(note)}" for note in notes))

"""From files to the landkaart: read once, weighed against what there is now, taken in when somebody agreed to that."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import streamlit as st

from db.actions.uploads import take_in
from landkaart.domein.ingelezen import Ingelezen
from landkaart.rapport.ingelezen_text import remarks
from landkaart.screens import Screen
from landkaart.web.offered import Aanbod, Aanlevering, Progress, read_offered, weigh
from pages.contents import file_of
from pages.shared import run_act
from pages.shared.cache import once_per_visit
from pages.shared.visit import renew, visit
from pages.upload.files import PLACE, Files
from pages.upload.offer import AGREED, show_counts, show_notes

# In the state of the session: what was taken in.
TAKEN = "upload-ingelezen"


@contextmanager
def progress(doing: str) -> Iterator[Progress]:
    """Show a bar while this lasts; returns what moves it."""
    bar = st.progress(0.0, doing)

    def move(name: str, done: int, total: int) -> None:
        bar.progress(done / max(total, 1), f"{doing} {name}")

    yield move
    bar.empty()


def read(files: Files, digest: str) -> Aanlevering:
    """Return what stands in the files; they are read once, however often the page runs."""

    def make() -> Aanlevering:
        with progress("Lezen:") as step:
            return read_offered(files, step)

    return once_per_visit("upload-gelezen", digest, make)


def weighed(aanlevering: Aanlevering, digest: str, late: bool) -> Aanbod:
    """Return what they would do now: found out anew whenever anything in the landkaart changed."""

    def make() -> Aanbod:
        with progress("Nagaan wat er verandert:") as step:
            return weigh(visit().gebruiker, aanlevering, late, step)

    return once_per_visit("upload-gewogen", (digest, late, visit().data_version.line), make)


def take_in_if_agreed(aanlevering: Aanlevering, digest: str) -> None:
    """Take them in when the button was pressed for just these files; after that the page begins anew."""
    agreed = st.session_state.pop(AGREED, None)
    if agreed is None or agreed[0] != digest:
        return run_act.show_failure(PLACE)
    what = {"aanlevering": aanlevering, "na_sluiting": agreed[1], "agreed": agreed[2]}
    with progress("Inlezen:") as step:
        found = run_act.attempt(PLACE, digest, take_in, **what, progress=step)
    if found is not None:
        st.session_state[TAKEN] = (found, aanlevering.notes, agreed[1])
        st.rerun()
    run_act.show_failure(PLACE)
    renew()


def show_taken() -> None:
    """Say what the last upload brought in, until something else is done."""
    done = run_act.succeeded(PLACE)
    if done is None or TAKEN not in st.session_state:
        return
    found, notes, late = st.session_state[TAKEN]
    show_done(done.at, found, notes, late)


def show_done(at: str, found: Mapping[str, Ingelezen], notes: Sequence[str], late: bool) -> None:
    st.success(f"Ingelezen om {at} uur.")
    show_counts(found, "Wat er is ingelezen")
    if late:
        st.markdown("De vastgestelde tabellen zijn niet veranderd. De pagina's tonen wat na de sluiting is gewijzigd.")
    show_notes([*notes, *remarks(found)])
    if "accounts" in found and found["accounts"].nieuw:
        label = "Nodig uit wie nog geen toegang heeft"
        st.page_link(file_of(Screen.BEHEER), label=label, icon=":material/send:", query_params={"toegang": "nieuw"})
    st.page_link(file_of(Screen.LOGBOEK), label="In het logboek staat elke wijziging", icon=":material/history:")

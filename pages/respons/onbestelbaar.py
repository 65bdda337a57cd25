"""Addresses where no mail arrives: which, why, and the way to mark one or to take the mark off."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from db.actions.onbestelbaar import mark_deliverable, mark_undeliverable
from db.engine import read_session
from db.queries.onbestelbaar import onbestelbaar, postbus
from landkaart import settings
from landkaart.domein.onbestelbaar import OnbestelbaarAdres
from landkaart.domein.respons import Persoon
from landkaart.programma.namen import WERKPLEIN_KOP
from landkaart.rapport import dutch
from pages.shared import run_act
from pages.shared.cache import anything_changes, kept
from pages.shared.lists import one_from_list
from pages.shared.markdown import escaped
from pages.shared.show_table import show_table

PLACE = "onbestelbaar"


@kept(until=anything_changes, most=1)
def marked() -> list[OnbestelbaarAdres]:
    """Return the addresses that are marked, the newest first."""
    with read_session() as session:
        return onbestelbaar(session=session)


def show_onbestelbaar() -> None:
    """Show which there are, with what stands in the way of knowing; and the way to take a mark off."""
    show_mailbox_fault()
    run_act.show_failure(PLACE)
    if done := run_act.succeeded(PLACE):
        st.success(f"Om {done.at} uur vastgelegd: {escaped(str(done.about))} krijgt weer e-mail.")
    found = marked()
    if not found:
        return
    addresses = dutch.counted(len(found), "adres waar geen e-mail aankomt", "adressen waar geen e-mail aankomt")
    with st.expander(addresses, icon=":material/unsubscribe:", on_change="rerun", key="onbestelbaar_lijst") as opened:
        if opened.open:
            st.markdown(
                "Hierheen gaat niets meer, totdat het adres verandert of u de markering weghaalt. Verbeter het adres bij "
                "het contact hieronder, of vraag de beheerder om het adres van het account te wijzigen."
            )
            show_table(as_table(found), key="onbestelbaar_tabel", alt="Adressen waar geen e-mail aankomt", height="auto")
            options = {each.adres: each.adres for each in found}
            chosen = one_from_list("Adres", options, "onbestelbaar_adres", found[0].adres, width=420)
            st.button("Markering weghalen", key="onbestelbaar_weg", on_click=take_off, args=(chosen,))


def show_mailbox_fault() -> None:
    """Say why the mailbox could not be read, where one is set."""
    if settings.imap() is None:
        return
    with read_session() as session:
        state = postbus(session=session)
    if state.fout:
        st.warning(f"Of er e-mail terugkwam is nu niet te zien. {escaped(state.fout)}")


def as_table(found: Sequence[OnbestelbaarAdres]) -> pd.DataFrame:
    """Give a row for each address."""
    rows = [
        (each.adres, ", ".join(each.werkpleinen) or dutch.DASH, dutch.day(each.sinds), each.bron.label, each.reden)
        for each in found
    ]
    return pd.DataFrame(rows, columns=["E-mailadres", WERKPLEIN_KOP, "Sinds", "Bekend doordat", "Reden"], dtype="str")


def ask_mark(people: Sequence[Persoon]) -> None:
    """Ask which address of a werkplein is to be marked, for who heard that no mail arrives there."""
    well = {person.adres: person.adres for person in people if not person.onbestelbaar}
    if not well:
        return
    place = f"markeren-{next(iter(well))}"
    with st.expander("Komt er op een adres geen e-mail aan?", on_change="rerun", key=f"{place}-open") as opened:
        if opened.open:
            adres = one_from_list("Adres", well, f"{place}-adres", next(iter(well)), width=420)
            st.text_input("Reden", key=run_act.key(place, "reden"), max_chars=300, placeholder="Zoals: werkt daar niet meer")
            run_act.show_failure(place)
            key = run_act.key(place, "knop")
            st.button("Onbestelbaar: niet meer mailen", key=key, on_click=put_on, args=(place, adres))


def put_on(place: str, adres: str) -> None:
    run_act.attempt(place, adres, mark_undeliverable, adres=adres, reden=run_act.given(place, "reden")["reden"] or "")


def take_off(adres: str) -> None:
    run_act.attempt(PLACE, adres, mark_deliverable, adres=adres)

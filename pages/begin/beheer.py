"""What a beheerder has to do: who did not come in yet, and what is wrong with the landkaart itself."""

from collections.abc import Iterator, Sequence

import streamlit as st

from db.engine import read_session
from db.queries.toegang import toegangen
from landkaart import settings
from landkaart.domein.clock import system_now
from landkaart.domein.toegang import INVITABLE, Staat, Toegang
from landkaart.rapport import dutch
from landkaart.rapport.begin import named
from landkaart.screens import Screen
from landkaart.web.serving.health import CHECKUP
from pages.begin.taak import Taak, show_taken
from pages.shared.markdown import escaped


def show_beheer() -> None:
    """Show what there is to do about accounts, and what is wrong."""
    taken = [*of_accounts(), *of_server()]
    st.header("Nu te doen")
    if taken:
        show_taken(taken, "beheer")
    else:
        st.markdown("Er is nu niets te doen: iedereen die is uitgenodigd is binnen geweest, en de server is gezond.")


def of_accounts() -> Iterator[Taak]:
    """Yield who was not invited yet, whose link ran out, and who did not use his yet; counted as on Beheer."""
    with read_session() as session:
        waiting = [each for each in toegangen(session=session, now=system_now()) if each.is_invitable]
    by_staat = {staat: [each for each in waiting if each.staat is staat] for staat in INVITABLE}
    if fresh := by_staat[Staat.NIEUW]:
        many = dutch.counted(len(fresh), "account is", "accounts zijn")
        yield Taak(f"**{many} nog niet uitgenodigd**: {names_of(fresh)}.", "Uitnodigen", Screen.BEHEER, show(Staat.NIEUW))
    if over := by_staat[Staat.VERLOPEN]:
        many = dutch.counted(len(over), "uitnodiging is", "uitnodigingen zijn")
        said = f"**{many} verlopen** zonder dat iemand erop inging: {names_of(over)}."
        yield Taak(said, "Opnieuw uitnodigen", Screen.BEHEER, show(Staat.VERLOPEN))
    if left := by_staat[Staat.UITGENODIGD]:
        many = dutch.counted(len(left), "account is", "accounts zijn")
        first = min(each.link_tot for each in left if each.link_tot)
        said = f"**{many} nog nooit gebruikt**: {names_of(left)}. De eerste uitnodiging verloopt op {dutch.day(first)}."
        yield Taak(said, "Accounts", Screen.BEHEER, show(Staat.UITGENODIGD))


def show(staat: Staat) -> dict[str, str]:
    """Return the address of the list of who are that far."""
    return {"toegang": staat.value}


def names_of(found: Sequence[Toegang]) -> str:
    return escaped(named([each.account.naam for each in found]))


def of_server() -> Iterator[Taak]:
    """Yield what is wrong with the database, its disk, its backups and the post."""
    for sentence in CHECKUP.look():
        yield Taak(f":material/warning: {escaped(sentence)}")
    if settings.backup_folder() is None:
        yield Taak(
            ":material/warning: Er worden geen reservekopieën gemaakt. Wie de server beheert, noemt met "
            "`LANDKAART_RESERVEKOPIE` een map; vanaf dan komt er elke nacht een."
        )

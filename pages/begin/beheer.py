"""What a beheerder has to do: who did not come in yet, and what is wrong with the landkaart itself."""

from collections.abc import Iterator, Sequence

import streamlit as st

from db.engine import read_session
from db.queries.never_in import never_in
from landkaart import settings
from landkaart.domein.account import NooitBinnen
from landkaart.domein.clock import system_now
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
    """Yield who was not invited yet, whose invitation ran out, and who did not use his yet."""
    now = system_now()
    with read_session() as session:
        waiting = never_in(session=session)
    fresh = [each for each in waiting if each.verloopt_op is None]
    over = [each for each in waiting if each.is_over(now)]
    left = {each: each.verloopt_op for each in waiting if each.verloopt_op and not each.is_over(now)}
    if fresh:
        many = dutch.counted(len(fresh), "account is", "accounts zijn")
        yield Taak(f"**{many} nog niet uitgenodigd**: {names_of(fresh)}.", "Uitnodigen", Screen.BEHEER)
    if over:
        many = dutch.counted(len(over), "uitnodiging is", "uitnodigingen zijn")
        said = f"**{many} verlopen** zonder dat iemand erop inging: {names_of(over)}."
        yield Taak(said, "Opnieuw uitnodigen", Screen.BEHEER)
    if left:
        many = dutch.counted(len(left), "account is", "accounts zijn")
        first = dutch.day(min(left.values()))
        said = f"**{many} nog nooit gebruikt**: {names_of(list(left))}. De eerste uitnodiging verloopt op {first}."
        yield Taak(said, "Accounts", Screen.BEHEER)


def names_of(found: Sequence[NooitBinnen]) -> str:
    return escaped(named([each.naam for each in found]))


def of_server() -> Iterator[Taak]:
    """Yield what is wrong with the database, its disk, its backups and the post."""
    for sentence in CHECKUP.look():
        yield Taak(f":material/warning: {escaped(sentence)}")
    if settings.backup_folder() is None:
        yield Taak(
            ":material/warning: Er worden geen reservekopieën gemaakt. Wie de server beheert, noemt met "
            "`LANDKAART_RESERVEKOPIE` een map; vanaf dan komt er elke nacht een."
        )

"""One colleague, and the form for a new one."""

from collections.abc import Sequence

import streamlit as st

from db.actions import collegas as acts
from landkaart.domein.account import Account
from landkaart.domein.toegang import Toegang
from landkaart.programma.namen import WERKPLEIN
from landkaart.rapport.toegang import staat_text
from pages.shared import run_act
from pages.shared.access_links import keep_link, show_link
from pages.shared.markdown import escaped
from pages.shared.visit import visit


def show_invite(werkplein: str, people: Sequence[Account]) -> None:
    """Show the form, and what came of the last one that was invited here."""
    place = invite_place(werkplein)
    with st.container(border=True):
        st.markdown("**Een collega uitnodigen**")
        left, right = st.columns(2)
        left.text_input("Naam", key=run_act.key(place, "naam"), max_chars=120)
        right.text_input("E-mailadres", key=run_act.key(place, "adres"), max_chars=254, placeholder="naam@organisatie.nl")
        left.text_input("Organisatie", key=run_act.key(place, "organisatie"), max_chars=120, placeholder="UWV, een gemeente")
        run_act.show_failure(place)
        if done := run_act.succeeded(place):
            show_invited(str(done.about), people)
        show_link(place, people, only_mailed=True)
        key = run_act.key(place, "knop")
        icon = ":material/person_add:"
        st.button("Uitnodigen", key=key, type="primary", icon=icon, on_click=invite, args=(place, werkplein))


def invite_place(werkplein: str) -> str:
    return f"collega-{werkplein}"


def show_invited(adres: str, people: Sequence[Account]) -> None:
    """Say what the database has now; who has a way in already needs no link."""
    for account in (each for each in people if each.adres == adres):
        how = "kan meteen aan de slag" if account.can_sign_in else "is uitgenodigd"
        if not account.can_sign_in and len(account.werkpleinen) > 1:
            how = "gebruikt de uitnodiging die al eerder is verstuurd"
        st.success(f"{escaped(account.naam)} vult dit {WERKPLEIN} nu ook in en {how}.")


def invite(place: str, werkplein: str) -> None:
    typed = {name: text or "" for name, text in run_act.given(place, "naam", "adres", "organisatie").items()}
    adres = typed["adres"].strip().lower()
    keep_link(place, adres, run_act.attempt(place, adres, acts.invite_collega, werkplein=werkplein, **typed))


def show_colleague(werkplein: str, toegang: Toegang) -> None:
    """Show one, with what can be done; of a coördinator, and of oneself, that is for the beheerder."""
    account, place = toegang.account, f"collega-{werkplein}-{toegang.account.id}"
    with st.container(border=True):
        left, right = st.columns([2, 1], vertical_alignment="center")
        parts = [f"**{escaped(account.naam)}**", escaped(account.adres), escaped(account.organisatie)]
        with left:
            st.markdown("  \n".join(filter(None, parts)))
            leads = f"Coördinator van dit {WERKPLEIN}. " if werkplein in account.coordinator_van else ""
            st.caption(f"{leads}{staat_text(toegang)}.")
        with right:
            show_ways(werkplein, toegang, place)
        run_act.show_failure(place)
        show_link(place, [account], only_mailed=True)


def show_ways(werkplein: str, toegang: Toegang, place: str) -> None:
    account = toegang.account
    if account.id == visit().gebruiker.account_id:
        st.caption("Dit bent u zelf.")
        return
    if toegang.is_invitable:
        key = run_act.key(place, "opnieuw")
        st.button("Opnieuw uitnodigen", key=key, icon=":material/send:", on_click=again, args=(place, werkplein, account))
    if werkplein not in account.coordinator_van:
        with st.popover("Weghalen", icon=":material/person_remove:"):
            last = f" Dit is het laatste {WERKPLEIN} van deze persoon: het account gaat uit." if is_last(account) else ""
            st.markdown(
                f"{escaped(account.naam)} vult dit {WERKPLEIN} dan niet meer in en wordt meteen afgemeld.{last} Wat er is "
                "ingevuld blijft staan."
            )
            key = run_act.key(place, "weg")
            st.button("Ja, weghalen", key=key, type="primary", on_click=remove, args=(place, werkplein, account.id))


def is_last(account: Account) -> bool:
    return len(account.werkpleinen) == 1


def again(place: str, werkplein: str, account: Account) -> None:
    what = {"werkplein": werkplein, "account_id": account.id}
    keep_link(place, account.adres, run_act.attempt(place, account.id, acts.invite_collega_again, **what))


def remove(place: str, werkplein: str, account_id: int) -> None:
    run_act.attempt(place, account_id, acts.remove_collega, werkplein=werkplein, account_id=account_id)

"""Another mail address for somebody, and taking somebody out who left."""

import streamlit as st

from db.actions import accounts as acts
from landkaart.domein.account import Account
from landkaart.domein.herinnering import BerichtStatus
from landkaart.post.adres import NEW, tell_old_address
from landkaart.post.mailserver import Mailserver
from landkaart.settings import address, smtp
from pages.shared import run_act
from pages.shared.access_links import keep_link, put_away
from pages.shared.markdown import escaped

TOLD = "oud-adres"


def show_leaving(account: Account) -> None:
    """Show both, each behind a button: neither is done by accident."""
    place = place_of(account)
    show_told(account)
    with st.container(horizontal=True):
        if account.uitgezet_op is None:
            with st.popover("Adres wijzigen", icon=":material/alternate_email:"):
                st.markdown(
                    "De persoon wordt overal afgemeld en krijgt op het nieuwe adres een link om een wachtwoord te kiezen. "
                    "Het oude adres krijgt bericht. Een koppeling met de aanmelding van de eigen organisatie vervalt. "
                    "De tweede factor blijft zoals die is."
                )
                st.text_input("Nieuw e-mailadres", key=run_act.key(place, "adres"), max_chars=254)
                st.button("Wijzigen", key=run_act.key(place, "wijzigen"), type="primary", on_click=change, args=(account,))
        with st.popover("Wissen", icon=":material/person_remove:"):
            st.markdown(
                f"Naam, adres en alles wat naar {escaped(account.naam)} verwijst verdwijnt, ook uit het logboek. Wat de "
                f"persoon deed blijft staan onder ‘account {account.id}’. Dit kan niet ongedaan worden gemaakt."
            )
            sure = st.checkbox("Ja, wis dit account", key=run_act.key(place, "zeker"))
            key = run_act.key(place, "wissen")
            st.button("Wissen", key=key, type="primary", disabled=not sure, on_click=erase, args=(account,))
    run_act.show_failure(place)


def place_of(account: Account) -> str:
    return f"vertrek-{account.id}"


def change(account: Account) -> None:
    place = place_of(account)
    typed = run_act.given(place, "adres")["adres"] or ""
    token = run_act.attempt(place, account.id, acts.change_address, account_id=account.id, adres=typed)
    if token is not None:
        keep_link(f"account-{account.id}", typed.strip().lower(), token, NEW)
        st.session_state[TOLD] = account


def erase(account: Account) -> None:
    put_away(account.adres)
    run_act.attempt(place_of(account), account.id, acts.erase, account_id=account.id)


def show_told(account: Account) -> None:
    """Tell the old address, once, and say what came of it."""
    before: Account | None = st.session_state.get(TOLD)
    if before is None or before.id != account.id:
        return
    del st.session_state[TOLD]
    server = smtp()
    if server is None:
        st.info(f"Laat ook op het oude adres ({escaped(before.adres)}) weten dat het is gewijzigd: er is geen mailserver.")
        return
    with st.spinner("Het oude adres krijgt bericht."):
        status, melding = tell_old_address(before, Mailserver(server, address()))
    if status is BerichtStatus.VERZONDEN:
        st.success("Het oude adres heeft bericht gekregen.")
    else:
        st.warning(f"Het oude adres heeft geen bericht gekregen: {escaped(melding or status.label)}.")

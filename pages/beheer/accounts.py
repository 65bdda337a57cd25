"""Accounts: who may come in, and changing that."""

from collections.abc import Callable, Mapping

import streamlit as st

from db.actions import accounts as acts
from db.actions.koppelingen import unbind
from landkaart.domein.account import Account, Profiel
from landkaart.domein.rollen import Rol
from landkaart.post.toegang import Notice
from landkaart.programma.namen import WERKPLEIN, WERKPLEINEN, WERKPLEINEN_KOP
from landkaart.rapport import dutch
from landkaart.settings import oidc
from landkaart.web.sign_in.outbox import tell_owner
from pages.beheer import searchable_list
from pages.beheer.leaving import show_leaving
from pages.beheer.prepared import Beheer
from pages.beheer.searchable_list import Lijst
from pages.shared import run_act
from pages.shared.access_links import keep_link, put_away, show_link
from pages.shared.lists import one_of_rows, some_from_list
from pages.shared.markdown import escaped
from pages.shared.name_search import narrowed

INVITE = "uitnodigen"


def show_accounts(found: Beheer) -> None:
    """Show the invitation, and the accounts that are looked for, one of them open."""
    with st.expander("Iemand uitnodigen", icon=":material/person_add:", key="uitnodigen-open"):
        show_invite(found)
    if done := run_act.succeeded(INVITE):
        for account in (account for account in found.accounts if account.adres == done.about):
            st.success(f"Uitgenodigd om {done.at} uur: {summary(account, found.namen)}")
    show_link(INVITE, found.accounts)
    lijst = Lijst("accounts", "Accounts", found.accounts, found.account_texts, lambda account: cells(account, found.namen))
    searchable_list.show_list(lijst, f"Naam, adres of {WERKPLEIN}", lambda account: show_account(account, found))


def cells(account: Account, namen: Mapping[str, str]) -> dict[str, str]:
    """Return what stands on paper of one, by heading."""
    return {
        "Naam": account.naam,
        "E-mailadres": account.adres,
        "Organisatie": account.organisatie or "",
        "Rol": account.rol.label,
        WERKPLEINEN_KOP: ", ".join(namen[code] for code in account.werkpleinen),
        "Toegang": access(account).capitalize(),
    }


def show_account(account: Account, found: Beheer) -> None:
    person_lines = [f"**{escaped(account.naam)}**", escaped(account.adres), escaped(account.organisatie)]
    rol_lines = [f"**{account.rol.label}**", f":small[{account.rol.zin}]"]
    if account.werkpleinen:
        rol_lines.append(f"{WERKPLEINEN_KOP}: {names_of(account, found.namen)}")
    if account.coordinator_van:
        rol_lines.append(f"Coördinator van {escaped(', '.join(found.namen[code] for code in account.coordinator_van))}")
    access_lines = [access(account).capitalize(), f"Tweede factor {on_or_off(account)}", *bound_lines(account)]
    searchable_list.show_row(place_of(account), person_lines, rol_lines, access_lines)
    if searchable_list.is_open(place_of(account)):
        show_change(account, found)


def show_invite(found: Beheer) -> None:
    st.text_input("E-mailadres", key=run_act.key(INVITE, "adres"), placeholder="naam@organisatie.nl", max_chars=254)
    ask_person(INVITE, None, found)
    if provider := oidc():
        hint = (
            "Wie zich daar met dit e-mailadres aanmeldt, komt dan in dit account. Dat gebeurt één keer, en wordt vastgelegd."
        )
        label = f"Mag zich ook aanmelden met {escaped(provider.naam)}"
        st.checkbox(label, True, key=run_act.key(INVITE, "koppelbaar"), help=hint)
    run_act.show_failure(INVITE)
    st.button("Uitnodigen", key=run_act.key(INVITE, "knop"), type="primary", on_click=invite)


def ask_person(place: str, account: Account | None, found: Beheer) -> None:
    """Show the fields of a person; `account` None: of a new one."""
    own = account.werkpleinen if account else ()
    organisatie = account.organisatie if account else ""
    hint = "UWV, een gemeente"
    with st.grid(2):
        st.text_input("Naam", account.naam if account else "", key=run_act.key(place, "naam"), max_chars=120)
        st.text_input("Organisatie", organisatie, key=run_act.key(place, "organisatie"), max_chars=120, placeholder=hint)
    rollen = {rol: rol.label for rol in Rol}
    first = account.rol if account else next(iter(rollen))
    rol = one_of_rows("Rol", rollen, run_act.key(place, "rol"), first, captions=[rol.zin for rol in rollen])
    if rol is Rol.WERKPLEIN:
        key, options = run_act.key(place, "werkpleinen"), found.staying
        if not options.keys() >= set(own):
            options = {code: naam for code, naam in found.namen.items() if code in options or code in own}
        offered = narrowed(options, key, WERKPLEINEN_KOP, own)
        chosen = some_from_list(WERKPLEINEN_KOP, offered, key, own, placeholder=f"Kies één of meer {WERKPLEINEN}")
        ask_coordinator(place, account, {code: found.namen[code] for code in chosen})


def ask_coordinator(place: str, account: Account | None, chosen: Mapping[str, str]) -> None:
    """Ask of which of the chosen werkpleinen somebody is coördinator."""
    if chosen:
        leads = [code for code in (account.coordinator_van if account else ()) if code in chosen]
        hint = f"Een coördinator nodigt zelf collega's van dat {WERKPLEIN} uit, en haalt ze weg."
        key, nobody = run_act.key(place, "coordinator_van"), "Geen"
        some_from_list("Coördinator van", chosen, key, leads, placeholder=nobody, help=hint)


def typed_profiel(place: str) -> Profiel:
    """Return what was filled in; only the role werkplein has werkpleinen."""
    found = run_act.given(place, "naam", "organisatie", "rol", "werkpleinen", "coordinator_van")
    own = (found["werkpleinen"] or ()) if found["rol"] is Rol.WERKPLEIN else ()
    leads = [code for code in found["coordinator_van"] or () if code in own]
    return Profiel(found["naam"], found["organisatie"], found["rol"], own, leads)


def invite() -> None:
    typed = run_act.given(INVITE, "adres")["adres"]
    adres = typed.strip().lower()
    given = {"adres": typed, "profiel": typed_profiel(INVITE)}
    # Without the organisation's own sign-in nobody was asked; whoever gets one later invites anew.
    given["koppelbaar"] = bool(run_act.given(INVITE, "koppelbaar")["koppelbaar"])
    keep_link(INVITE, adres, run_act.attempt(INVITE, adres, acts.invite, **given))


def show_change(account: Account, found: Beheer) -> None:
    place = place_of(account)
    ask_person(place, account, found)
    st.caption(f"Wie een andere rol of andere {WERKPLEINEN} krijgt, wordt meteen afgemeld en meldt zich opnieuw aan.")
    run_act.show_outcome(place, summary(account, found.namen))
    show_link(place, [account])
    with st.container(horizontal=True):
        st.button("Opslaan", key=run_act.key(place, "opslaan"), type="primary", on_click=change, args=(account,))
        if account.uitgezet_op is None:
            label = "Herstellink maken" if account.heeft_wachtwoord else "Nieuwe uitnodiging maken"
            st.button(label, key=run_act.key(place, "herstel"), help=reset_help(account), on_click=reset, args=(account,))
            hint = "Deze persoon wordt meteen afgemeld en kan niet meer aanmelden. U kunt het account later weer aanzetten."
            st.button("Uitzetten", key=run_act.key(place, "uit"), help=hint, on_click=switch, args=(account, acts.disable))
        else:
            st.button("Weer aanzetten", key=run_act.key(place, "aan"), on_click=switch, args=(account, acts.enable))
        if account.koppeling:
            hint = "Deze persoon wordt meteen afgemeld. Met een nieuwe uitnodiging kan het account opnieuw gekoppeld worden."
            label, key = "Koppeling ongedaan maken", run_act.key(place, "ontkoppelen")
            st.button(label, key=key, help=hint, on_click=undo_binding, args=(account,))
    show_leaving(account)


def reset_help(account: Account) -> str:
    if account.heeft_wachtwoord:
        return (
            "Een link om een nieuw wachtwoord te kiezen. De persoon wordt meteen afgemeld. Een tweede factor gaat uit zodra "
            "de link gebruikt is; die zet de persoon daarna zelf weer aan."
        )
    return "Een nieuwe link om een wachtwoord te kiezen. De vorige link werkt dan niet meer."


def change(account: Account) -> None:
    place = place_of(account)
    run_act.attempt(place, account.id, acts.change, account_id=account.id, profiel=typed_profiel(place))


def reset(account: Account) -> None:
    place = place_of(account)
    keep_link(place, account.adres, run_act.attempt(place, account.id, acts.reset, account_id=account.id))


def undo_binding(account: Account) -> None:
    put_away(account.adres)
    if run_act.attempt(place_of(account), account.id, unbind, account_id=account.id) is not None:
        tell_owner(account, Notice.ONTKOPPELD)


def switch(account: Account, act: Callable[..., None]) -> None:
    """Switch it on or off; a link that was made before does not let in who is off."""
    put_away(account.adres)
    run_act.attempt(place_of(account), account.id, act, account_id=account.id)


def place_of(account: Account) -> str:
    return f"account-{account.id}"


def names_of(account: Account, namen: Mapping[str, str]) -> str:
    return escaped(", ".join(namen[code] for code in account.werkpleinen))


def access(account: Account) -> str:
    if account.uitgezet_op is not None:
        return f"uitgezet sinds {dutch.day(account.uitgezet_op)}"
    # Whether somebody was invited is another list's: a link runs out without anything changing.
    return "actief" if account.can_sign_in else "nog geen wachtwoord"


def bound_lines(account: Account) -> list[str]:
    """Say to whom an account is bound, at the organisation's own sign-in."""
    found = account.koppeling
    if found is None:
        return []
    since = f" sinds {dutch.day(found.sinds)}" if found.sinds else ""
    return [f":small[Gekoppeld{since} aan {escaped(found.uitgever)}, als {escaped(found.onderwerp)}]"]


def on_or_off(account: Account) -> str:
    return "aan" if account.heeft_totp else "uit"


def summary(account: Account, namen: Mapping[str, str]) -> str:
    """Say what the database has now, in one line."""
    own = f", {WERKPLEINEN} {names_of(account, namen)}" if account.werkpleinen else ""
    organisatie = f", {escaped(account.organisatie)}" if account.organisatie else ""
    return (
        f"{escaped(account.naam)} ({escaped(account.adres)}){organisatie}, rol {account.rol.label}{own}, {access(account)}."
    )

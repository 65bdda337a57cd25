"""Who has a way in, who has not yet, and inviting many of them at once."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from db.actions.uitnodigen import start_uitnodigen
from db.engine import read_session
from db.queries.toegang import toegangen
from landkaart import settings
from landkaart.domein.clock import system_now
from landkaart.domein.credentials import new_token
from landkaart.domein.rollen import Rol
from landkaart.domein.toegang import Toegang
from landkaart.domein.toegangslink import UITNODIGING_DUUR
from landkaart.domein.typed_text import finder
from landkaart.programma.namen import WERKPLEIN
from landkaart.rapport import dutch
from landkaart.rapport.toegang import chosen_by, filters, toegang_table
from pages.beheer.prepared import Beheer, account_text
from pages.beheer.verstuurd import VERZENDING, show_rondes
from pages.shared import run_act
from pages.shared.choices import Choice
from pages.shared.name_search import plain
from pages.shared.searching import ask_words
from pages.shared.sending_now import begin, send_now
from pages.shared.show_table import show_table

PLACE, TABLE = "uitnodigen-velen", "toegang-tabel"
ADDRESS = "toegang"
ALL_ROLES = "alle"
WHO = "Wie een link heeft die nog werkt, staat hier niet bij: kies die rij in de tabel om er een link bij te sturen."
ONE_MORE = "Zij hebben al een link die nog werkt; dit stuurt er een bij."


def show_uitnodigen(found: Beheer) -> None:
    """Show the list with its filters, the button, and what was sent before."""
    smtp = settings.smtp()
    send_now(VERZENDING, smtp)
    with read_session() as session:
        everybody = toegangen(session=session, now=system_now())
    shown = ask_rows(everybody, found)
    chosen = show_list(shown, found)
    show_button(chosen or without_link(shown), bool(chosen), smtp)
    show_rondes(smtp)


def ask_rows(everybody: Sequence[Toegang], found: Beheer) -> list[Toegang]:
    """Ask which accounts to show; the first choice stands in the address."""
    fits = chosen_by(Choice("Toegang", ADDRESS, filters(everybody)).segment())
    with st.container(horizontal=True, vertical_alignment="bottom"):
        wanted = ask_words(f"{PLACE}-zoeken", f"Naam, adres of {WERKPLEIN}")
        roles = {ALL_ROLES: "Alle rollen"} | Rol.labels()
        rol = Choice("Rol", "rol", roles, f"{PLACE}-rol").from_list(width=220)
    has = finder(wanted)
    return [
        each
        for each in everybody
        if fits(each) and rol in (ALL_ROLES, each.account.rol.value) and has(plain(account_text(each.account, found.namen)))
    ]


def show_list(shown: Sequence[Toegang], found: Beheer) -> list[Toegang]:
    """Show them, and return the chosen ones that can be invited."""
    if not shown:
        st.info("Niemand voldoet hieraan. Kies hierboven iets anders.")
        return []
    # Another key for other rows: a row is chosen by its number, which belongs to these alone.
    mark = abs(hash(tuple((each.account.id, each.staat) for each in shown)))
    key, alt, height = f"{TABLE}-{mark}", "Accounts met hun toegang", min(38 + 35 * len(shown), 460)
    table, mode = toegang_table(shown, found.namen), "multi-row"
    picked = show_table(table, key=key, alt=alt, height=height, on_select="rerun", selection_mode=mode).selection.rows
    return [shown[number] for number in picked if number < len(shown) and shown[number].is_invitable]


def without_link(shown: Sequence[Toegang]) -> list[Toegang]:
    """Return who is to be invited when nobody was chosen: who is shown, but for who has a link that works.

    Where those alone are shown, they are meant.
    """
    found = [each for each in shown if each.is_invitable]
    return [each for each in found if not each.link_works] or found


def show_button(people: Sequence[Toegang], chosen: bool, smtp: settings.Smtp | None) -> None:
    """Show the way to invite them: by mail where there is a mail server, and as letters and drafts to take along."""
    run_act.show_failure(PLACE)
    if not people:
        st.caption("Van wie hier staan heeft niemand een uitnodiging nodig.")
        return
    ids = [each.account.id for each in people]
    # Nobody is left without a link: what was just done is not offered again as if it were still to be done.
    again = not chosen and all(each.link_works for each in people)
    # The same button twice is the same act: the token belongs to the form as it was shown.
    token = st.session_state.setdefault(run_act.key(PLACE, "sleutel"), new_token())
    who = dutch.counted(len(ids), "persoon", "mensen")
    who = f"De {who.replace('mensen', 'gekozen mensen').replace('persoon', 'gekozen persoon')}" if chosen else who
    who = f"{who} opnieuw" if again else who
    with st.container(horizontal=True):
        if smtp:
            label = f"{who} uitnodigen per e-mail"
            key = run_act.key(PLACE, "post")
            args = (ids, token, False)
            mail = partial(st.button, label, key=key, icon=":material/send:", on_click=invite, args=args)
            mail(type="secondary") if again else mail(type="primary")
        label = "Als brieven en bestanden" if smtp else f"{who} uitnodigen met brieven of bestanden"
        key = run_act.key(PLACE, "bestand")
        args = (ids, token, True)
        show = partial(st.button, label, key=key, icon=":material/print:", on_click=invite, args=args)
        show(type="secondary") if smtp else show(type="primary")
    said = f"Ieder krijgt een eigen link, die {UITNODIGING_DUUR} geldig is. Een eerdere link blijft werken tot die verloopt."
    if smtp is None:
        said += " Er is geen mailserver ingesteld: u krijgt een brief per persoon om af te drukken, en e-mails als concept."
    st.caption(said if chosen else f"{said} {ONE_MORE if again else WHO}")


def invite(ids: Sequence[int], token: str, as_file: bool) -> None:
    """Make the ronde; what waits leaves in the run that follows, where there is a bar to show it."""
    number = run_act.attempt(PLACE, None, start_uitnodigen, account_ids=ids, sleutel=token, als_bestand=as_file)
    if number is not None and not as_file:
        begin(VERZENDING, number)

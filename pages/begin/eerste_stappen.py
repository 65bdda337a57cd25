"""From nothing to a first uitvraag: the steps, each with its button and whether it is done."""

from collections.abc import Sequence

import streamlit as st

from db.engine import read_session
from db.queries.toegang import toegangen
from landkaart.domein.clock import system_now
from landkaart.domein.rechten import Recht, mag_ergens
from landkaart.domein.rollen import Rol
from landkaart.domein.toegang import Staat, Toegang
from landkaart.programma.namen import AKO, WERKPLEIN, WERKPLEINEN
from landkaart.rapport import dutch
from landkaart.screens import PlainPage, Screen
from pages.begin.taak import Taak, show_taken
from pages.contents import entries
from pages.shared.cache import uitvragen
from pages.shared.tertaalbeeld import namen, tertalen
from pages.shared.visit import visit

WHO = {Recht.ACCOUNTS_BEHEREN: "de beheerder", Recht.UITVRAAG_UITVOEREN: f"het {AKO}"}
OTHERS = f"de beheerder of het {AKO}"
HOW = "Velen tegelijk uit een bestand `accounts`, een enkeling bij Beheer."


def show_first_steps() -> bool:
    """Show them as long as there is one to take, and no tertaal has begun here; return whether that is so."""
    if has_begun():
        return False
    taken = first_steps()
    done = sum(bool(taak.gedaan) for taak in taken)
    if done == len(taken):
        return False
    st.header("De eerste stappen")
    st.markdown(f"Van een lege landkaart naar de eerste uitvraag: **{done} van {len(taken)}** stappen zijn gedaan.")
    show_taken(taken, "eerste")
    return True


def has_begun() -> bool:
    """Tell whether there is a tertaal of which something is known, or whose uitvraag opened."""
    rounds, now = uitvragen(), visit().now()
    return any(tertaal not in rounds or rounds[tertaal].opent <= now for tertaal in tertalen())


def first_steps() -> list[Taak]:
    """Return each step, with what there is of it already."""
    with read_session() as session:
        people = [each for each in toegangen(session=session, now=system_now()) if each.staat is not Staat.UITGEZET]
    managers = {code for each in people if each.account.rol is Rol.WERKPLEIN for code in each.account.werkpleinen}
    planned = list(uitvragen().values())
    n, filled = len(namen()), len(managers & set(namen()))
    so_far = f": {dutch.count(filled)} van {dutch.count(n)} {dutch.have(filled)} er een" if n else ""
    return [
        *own_account(people),
        step(
            f"Lees de {WERKPLEINEN} in: {dutch.werkpleinen(n)} tot nu toe."
            if n
            else f"Lees de {WERKPLEINEN} in, uit een bestand.",
            ("Upload", Screen.UPLOAD),
            bool(n),
        ),
        invite_ako([each for each in people if each.account.rol is Rol.AKO]),
        step(
            f"Geef elk {WERKPLEIN} iemand die invult{so_far}. {HOW}",
            ("Upload", Screen.UPLOAD),
            bool(n) and filled == n,
            Recht.ACCOUNTS_BEHEREN,
        ),
        step(
            f"Plan de eerste uitvraag: {planned[0].tertaal} opent op {dutch.opening(planned[0].opent)}."
            if planned
            else "Plan de eerste uitvraag: wanneer opent en sluit zij, en wat wordt er gevraagd?",
            ("Uitvraag plannen", Screen.UITVRAAG),
            bool(planned),
        ),
    ]


def own_account(people: Sequence[Toegang]) -> list[Taak]:
    """Return the step of the beheerder of the first start, whom his link let in once; none for anybody else."""
    mine = next(each.account for each in people if each.account.id == visit().visitor.account_id)
    if mine.demo or not mag_ergens(visit().visitor.bevoegdheid, Recht.ACCOUNTS_BEHEREN):
        return []
    done = mine.can_get_mail and mine.can_sign_in
    zin = f"Geef bij [Mijn account]({PlainPage.ACCOUNT}) uw eigen naam en e-mailadres, en kies een wachtwoord"
    return [Taak(f"{zin}." if done else f"{zin}: anders komt u er na het afmelden niet meer in.", gedaan=done)]


def invite_ako(people: Sequence[Toegang]) -> Taak:
    """Return the step that brings the AKO in: done once one of them is in, or has a link that works."""
    waiting = [each for each in people if each.staat in (Staat.NIEUW, Staat.VERLOPEN)]
    done = len(waiting) < len(people)
    there = f" {dutch.counted(len(waiting), 'account is er', 'accounts zijn er')} al, nog zonder uitnodiging die werkt."
    zin = f"Nodig iemand van het {AKO} uit, om de uitvraag uit te voeren.{there if waiting and not done else ''}"
    return step(zin, ("Uitnodigen", Screen.BEHEER), done)


def step(zin: str, way: tuple[str, Screen], gedaan: bool, recht: Recht | None = None) -> Taak:
    """Return a step with its button, for who may take it; for anybody else with who does it.

    `recht`: what it asks, where that is not what its page asks.
    """
    knop, screen = way
    recht = recht or next(entry.recht for entry in entries() if entry.screen is screen)
    if mag_ergens(visit().visitor.bevoegdheid, recht):
        return Taak(zin, knop, screen, gedaan=gedaan)
    return Taak(f"{zin} Dat doet {WHO.get(recht, OTHERS)}.", gedaan=gedaan)

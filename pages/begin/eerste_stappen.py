"""From nothing to a first uitvraag: the steps, each with its button and whether it is done."""

import streamlit as st

from db.engine import read_session
from db.queries.accounts import accounts
from landkaart.domein.rechten import Recht, mag_ergens
from landkaart.domein.rollen import Rol
from landkaart.programma.namen import AKO
from landkaart.rapport import dutch
from landkaart.screens import Screen
from pages.begin.taak import Taak, show_taken
from pages.contents import entries
from pages.shared.cache import uitvragen
from pages.shared.tertaalbeeld import namen, tertalen
from pages.shared.visit import visit

WHO = {Recht.ACCOUNTS_BEHEREN: "de beheerder", Recht.UITVRAAG_UITVOEREN: f"het {AKO}"}
OTHERS = f"de beheerder of het {AKO}"


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
        people = [each for each in accounts(session=session) if each.uitgezet_op is None]
    ako = [each for each in people if each.rol is Rol.AKO]
    managers = {code for each in people if each.rol is Rol.WERKPLEIN for code in each.werkpleinen}
    planned = list(uitvragen().values())
    n, filled = len(namen()), len(managers & set(namen()))
    return [
        step(
            f"Lees de werkpleinen in: {dutch.werkpleinen(n)} tot nu toe."
            if n
            else "Lees de werkpleinen in, uit een bestand.",
            ("Upload", Screen.UPLOAD),
            bool(n),
        ),
        step(
            f"Nodig iemand van het {AKO} uit, om de uitvraag uit te voeren.",
            ("Uitnodigen", Screen.BEHEER),
            bool(ako),
        ),
        step(
            f"Geef elk werkplein iemand die invult: {dutch.count(filled)} van {dutch.count(n)} {dutch.have(filled)} er een."
            if n
            else "Geef elk werkplein iemand die invult.",
            ("Uitnodigen", Screen.BEHEER),
            bool(n) and filled == n,
        ),
        step(
            f"Plan de eerste uitvraag: {planned[0].tertaal} opent op {dutch.opening(planned[0].opent)}."
            if planned
            else "Plan de eerste uitvraag: wanneer opent en sluit zij, en wat wordt er gevraagd?",
            ("Uitvraag plannen", Screen.UITVRAAG),
            bool(planned),
        ),
    ]


def step(zin: str, way: tuple[str, Screen], gedaan: bool) -> Taak:
    """Return a step with its button, for who has that page; for anybody else with who does it."""
    knop, screen = way
    recht = next(entry.recht for entry in entries() if entry.screen is screen)
    if mag_ergens(visit().visitor.bevoegdheid, recht):
        return Taak(zin, knop, screen, gedaan=gedaan)
    return Taak(f"{zin} Dat doet {WHO.get(recht, OTHERS)}.", gedaan=gedaan)

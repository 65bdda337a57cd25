"""Navragen in words and in a table."""

from collections.abc import Iterable, Mapping

import pandas as pd

from landkaart.domein.invulling import Indiening
from landkaart.domein.navraag import Navraag, NavraagStatus, in_turn, per_status
from landkaart.programma.namen import AKO, WERKPLEIN, WERKPLEIN_KOP
from landkaart.rapport import dutch

WAITING = {
    NavraagStatus.OPEN: ("wacht op antwoord", "wachten op antwoord"),
    NavraagStatus.BEANTWOORD: ("is beantwoord", "zijn beantwoord"),
    NavraagStatus.GESLOTEN: ("is gesloten", "zijn gesloten"),
}


def counts_text(navragen: Iterable[Navraag]) -> str:
    """Write "3 navragen: 2 wachten op antwoord, 1 is gesloten"."""
    counts = per_status(navragen)
    parts = [dutch.counted(number, *WAITING[status]) for status, number in counts.items() if number]
    return f"{dutch.counted(sum(counts.values()), 'navraag', 'navragen')}: {dutch.enumeration(parts)}"


def asked_text(navraag: Navraag) -> str:
    """Say by whom and when it was asked."""
    return f"{navraag.tertaal}, gesteld door {navraag.door} op {dutch.day(navraag.gesteld_op)}"


def about_text(navraag: Navraag, ingediend: Indiening | None) -> str:
    """Say what the werkplein submitted last of that mijlpaal; nothing of a whole invulling, or where nothing was."""
    if navraag.mijlpaal is None or ingediend is None:
        return ""
    toelichting = ingediend.toelichtingen.get(navraag.mijlpaal)
    said = f", met als toelichting ‘{toelichting}’" if toelichting else ", zonder toelichting"
    return f"Ingediend op {dutch.day(ingediend.ingediend_op)}: {ingediend.banden[navraag.mijlpaal].label}{said}."


def answered_text(navraag: Navraag) -> str:
    """Say by whom and when it was answered; that it was not."""
    if navraag.beantwoord_op is None:
        return "Niet beantwoord."
    if navraag.opgave is not None:
        who = f"{navraag.beantwoord_door} ({AKO}) namens het {WERKPLEIN}, antwoord van {navraag.opgave.zin}"
        return f"Opgeschreven door {who}, op {dutch.day(navraag.beantwoord_op)}."
    return f"Beantwoord door {navraag.beantwoord_door} op {dutch.day(navraag.beantwoord_op)}."


def closed_text(navraag: Navraag) -> str:
    """Say by whom and when it was closed; nothing while it is not."""
    if navraag.gesloten_op is None:
        return ""
    return f"Gesloten door {navraag.gesloten_door} op {dutch.day(navraag.gesloten_op)}."


def in_the_form(navraag: Navraag) -> str:
    """Say at its mijlpaal what is asked, and what was answered."""
    said = f"Uw antwoord: ‘{navraag.antwoord}’." if navraag.antwoord else "Antwoord boven het formulier."
    return f"Navraag van het {AKO}: ‘{navraag.tekst}’ {said} Uw score verandert er niet door."


def navragen_table(navragen: Iterable[Navraag], namen: Mapping[str, str]) -> pd.DataFrame:
    """Give id, Werkplein, Over, Navraag, Status, Gesteld op, Antwoord, in the order of whose turn it is; text but for id."""
    rows = [
        (
            each.id,
            namen.get(each.werkplein, each.werkplein),
            each.over,
            each.tekst,
            each.status.label,
            dutch.day(each.gesteld_op),
            each.antwoord or dutch.DASH,
        )
        for each in in_turn(navragen)
    ]
    columns = ["id", WERKPLEIN_KOP, "Over", "Navraag", "Status", "Gesteld op", "Antwoord"]
    return pd.DataFrame(rows, columns=columns).astype(dict.fromkeys(columns[1:], "str"))

"""The afspraken of the Plan van Aanpak in tables and sentences, as the report prints them."""

from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd

from landkaart.domein.plan import PlanAfspraak, PlanStatus, themas
from landkaart.rapport import dutch

TITEL = "Afspraken Plan van Aanpak"
COLUMNS = ["Nummer", "Afspraak", "Wie", "Wanneer (plan)", "Wanneer (nu)", "Stand van zaken", "Status"]
FILE = [
    "nummer", "thema", "afspraak", "wie", "wanneer_plan",
    "wanneer_stand", "stand_van_zaken", "status", "uiterlijk", "stand_op",
]  # fmt: skip


def plan_table(afspraken: Iterable[PlanAfspraak], today: date) -> pd.DataFrame:
    """Give COLUMNS, a row per afspraak in the order of the plan; missing where nothing was said."""
    rows = [
        (
            each.inhoud.nummer,
            each.inhoud.wat,
            each.inhoud.wie,
            each.inhoud.wanneer_plan or None,
            each.stand.wanneer or None,
            each.stand.tekst or None,
            status_text(each, today),
        )
        for each in afspraken
    ]
    return pd.DataFrame(rows, columns=COLUMNS, dtype="str")


def standen_table(afspraak: PlanAfspraak) -> pd.DataFrame:
    """Give Op, Status, Wanneer, Stand van zaken and Door of all that was ever said of it, the newest first."""
    rows = [
        (
            dutch.day(each.stand.op) if each.stand.op else None,
            each.stand.status.label,
            each.stand.wanneer or None,
            each.stand.tekst or None,
            each.door,
        )
        for each in reversed(afspraak.standen)
    ]
    return pd.DataFrame(rows, columns=["Op", "Status", "Wanneer", "Stand van zaken", "Door"], dtype="str")


def status_text(afspraak: PlanAfspraak, today: date) -> str:
    """Write what the AKO says of it and, where that is not late, that its day is over."""
    label = afspraak.stand.status.label
    over = afspraak.is_late(today) and afspraak.stand.status is not PlanStatus.TE_LAAT
    return f"{label}, over tijd" if over else label


def plan_sentences(afspraken: Sequence[PlanAfspraak], today: date) -> list[str]:
    """Say how many there are of each status, which are late, and which must be ready within a tertaal."""
    if not afspraken:
        return []
    found = [counts_sentence(afspraken)]
    late = [each for each in afspraken if each.is_late(today)]
    due = [each for each in afspraken if each.is_due(today)]
    if late:
        found.append(f"Te laat of over tijd op {dutch.day(today)}: {dutch.enumeration([named(each) for each in late])}.")
    if due:
        found.append(f"Klaar binnen vier maanden na {dutch.day(today)}: {dutch.enumeration([named(each) for each in due])}.")
    return found


def counts_sentence(afspraken: Sequence[PlanAfspraak]) -> str:
    """Write "Van de 18 afspraken onder 5 thema's zijn er 10 gereed, lopen er 7 en is er 1 te laat."."""
    words = {
        PlanStatus.GEREED: ("is er 1 gereed", "zijn er {} gereed"),
        PlanStatus.LOOPT: ("loopt er 1", "lopen er {}"),
        PlanStatus.TE_LAAT: ("is er 1 te laat", "zijn er {} te laat"),
        PlanStatus.VERVALLEN: ("is er 1 vervallen", "zijn er {} vervallen"),
    }
    numbers = {status: sum(each.stand.status is status for each in afspraken) for status in words}
    parts = [words[status][number != 1].format(dutch.count(number)) for status, number in numbers.items() if number]
    count = dutch.counted(len(afspraken), "afspraak", "afspraken")
    headings = dutch.counted(len(themas(afspraken)), "thema", "thema's")
    return f"Van de {count} onder {headings} {dutch.enumeration(parts)}."


def named(afspraak: PlanAfspraak) -> str:
    """Write its nummer, its words and by when: "II.2 (Betere regionale arbeidsmarktinformatie, eind 2009)"."""
    when = afspraak.stand.wanneer or afspraak.inhoud.wanneer_plan
    return f"{afspraak.inhoud.nummer} ({afspraak.inhoud.wat}{f', {when}' if when else ''})"


def plan_file(afspraken: Iterable[PlanAfspraak]) -> pd.DataFrame:
    """Give a row per afspraak as `docs/formaten.md` has it: what comes out can come in again, as afspraken.csv."""
    rows = [
        (
            each.inhoud.nummer,
            each.inhoud.thema,
            each.inhoud.wat,
            each.inhoud.wie,
            each.inhoud.wanneer_plan,
            each.stand.wanneer,
            each.stand.tekst,
            each.stand.status.value,
            each.stand.uiterlijk and each.stand.uiterlijk.isoformat(),
            each.stand.op and each.stand.op.isoformat(),
        )
        for each in afspraken
    ]
    return pd.DataFrame(rows, columns=FILE, dtype="str")

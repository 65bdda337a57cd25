"""The Plan van Aanpak out of a file: a part of bringing a delivery in. It asks for no right."""

from collections.abc import Sequence
from dataclasses import replace

from db.act import Act
from db.actions.plan import change_row, find_row, keep_new, keep_stand
from db.queries.plan import plan
from landkaart.domein.clock import local_date
from landkaart.domein.ingelezen import Ingelezen, Rij
from landkaart.domein.plan import PlanAfspraak, StandVanZaken
from landkaart.invoer.records import PlanRecord


def bring_in_plan(act: Act, records: Sequence[PlanRecord]) -> Ingelezen:
    """Make the afspraken that are new, change those that differ, and add what a file says of how they stand."""
    before = {each.inhoud.nummer: each for each in plan(session=act.session)} if records else {}
    new, changed, today = [], [], local_date(act.now)
    for record in records:
        wanted, rij = record.inhoud.checked(), Rij(record.inhoud.nummer)
        kept = before.get(wanted.nummer)
        stand = stand_of(record.stand(today), kept).checked(today)
        row = find_row(act.session, wanted.nummer)
        if kept is None or row is None:
            keep_new(act, wanted, stand)
            new.append(rij)
            continue
        differs = change_row(act, row, wanted)
        if is_other(stand, kept.stand):
            keep_stand(act, row, stand, kept.stand)
            differs = True
        if differs:
            changed.append(rij)
    return Ingelezen(new, changed, len(records) - len(new) - len(changed))


def stand_of(said: StandVanZaken, kept: PlanAfspraak | None) -> StandVanZaken:
    """Return what a row says; without a last day, and with the same words for it, that of before holds."""
    if kept is None or said.uiterlijk or said.wanneer != kept.stand.wanneer:
        return said
    return replace(said, uiterlijk=kept.stand.uiterlijk)


def is_other(stand: StandVanZaken, kept: StandVanZaken) -> bool:
    """Say whether more differs than the day that it is about."""
    return replace(stand, op=kept.op) != kept

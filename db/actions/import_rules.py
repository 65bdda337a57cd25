"""What a form refuses, a file may not do either: the rules of the acts, over the rows that would change something.

Each rule stands in `landkaart/domein`, and is used by its act and here.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime

from sqlalchemy import func
from sqlmodel import Session, select

from db import models
from db.actions.import_account_rules import account_faults
from db.actions.import_omgeving import Omgeving, judged, read_omgeving
from db.actions.import_vragen import changing, place_of, vormen_of
from db.actions.imported_indieningen import would_move
from db.models.rapport import KENMERK
from db.queries.momentopnamen import frozen_tertalen
from db.queries.tertaalbeeld import tertalen
from db.queries.uitvragen import is_counted
from db.queries.uitzonderingen import uitstellen
from landkaart.domein.clock import local_date
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.ingevuld_op import Ruimte, require_been, require_begun
from landkaart.domein.planning import NAMEN, ahead_problems, require_room, require_uncounted
from landkaart.domein.tertaal import VOORBEELD, Tertaal
from landkaart.domein.uitvraag import Uitvraag, no_uitvraag, require_known
from landkaart.domein.vraag import require_no_answers, require_other_tekst
from landkaart.domein.vraagvorm import require_vorm
from landkaart.domein.werkplein import closed_because, require_later_closing, require_no_closing
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.faults import Fault, Part
from landkaart.invoer.records import InvullingRecord, UitvraagRecord
from landkaart.invoer.references import has_faults
from landkaart.invoer.tables import TERTAAL as COLUMN

NO_TERTAAL = (
    f"er is nog geen uitvraag gesloten. Schrijf in een kolom {COLUMN.naam} in welk rapport dit cijfer hoort, "
    f"zoals {VOORBEELD}."
)


def rule_faults(session: Session, aanlevering: Aanlevering, now: datetime, na_sluiting: bool) -> Iterator[Fault]:
    """Find the rows that a form would have refused."""
    around = read_omgeving(session, aanlevering, now, na_sluiting)
    yield from werkplein_faults(aanlevering, around)
    yield from uitvraag_faults(aanlevering, around)
    yield from invulling_faults(aanlevering, around)
    yield from vraag_faults(aanlevering, around)
    yield from antwoord_faults(aanlevering, around)
    yield from indicatie_faults(aanlevering, around)
    yield from account_faults(aanlevering, around)
    yield from kengetal_faults(aanlevering, around)
    yield from plan_faults(aanlevering, around)


def werkplein_faults(aanlevering: Aanlevering, around: Omgeving) -> Iterator[Fault]:
    """Refuse a closing before the opening, and another closing than the one that is known."""
    for record in aanlevering.werkpleinen:
        before, after = around.before.werkpleinen.get(record.code), around.after.werkpleinen[record.code]
        if before and after.actief_tot != before.actief_tot:
            yield from judged(record, "actief_tot", require_no_closing, before.naam, before.actief_tot)
        # A row that says both was judged by itself.
        if not (record.actief_van and record.actief_tot):
            kolom = "actief_tot" if record.actief_tot else "actief_van"
            yield from judged(record, kolom, require_later_closing, after.naam, after.actief_van, after.actief_tot)


def uitvraag_faults(aanlevering: Aanlevering, around: Omgeving) -> Iterator[Fault]:
    """Refuse a second one at the same time, and what moves an opening or a closing that has been."""
    for record in aanlevering.uitvragen:
        before, wanted = around.before.uitvragen.get(record.tertaal), record.uitvraag
        if before is not None and same_dates(before, wanted):
            continue
        yield from judged(record, "opent", require_room, wanted, around.after.uitvragen.values())
        yield from planning_faults(record, before, wanted, around)


def same_dates(one: Uitvraag, other: Uitvraag) -> bool:
    return all(getattr(one, name) == getattr(other, name) for name in NAMEN)


def planning_faults(record: UitvraagRecord, before: Uitvraag | None, wanted: Uitvraag, around: Omgeving) -> Iterator[Fault]:
    """Judge as the screen does, unless it is history: what is closed, and stays so, may come in as it was.

    What changes a frozen tertaal is refused by that, or comes in by a word more.
    """
    is_history = wanted.sluit <= around.now and (before is None or before.sluit <= around.now)
    if is_history or record.tertaal in frozen_tertalen(session=around.session):
        return
    for kolom, reden in ahead_problems(wanted, around.now, before):
        yield Fault(record.bestand, record.regel, kolom, reden)
    counted = is_counted(session=around.session, tertaal=record.tertaal, now=around.now)
    yield from judged(record, "tertaal", require_uncounted, record.tertaal, counted)


def invulling_faults(aanlevering: Aanlevering, around: Omgeving) -> Iterator[Fault]:
    """Refuse what is of a day or a tertaal that cannot be, or of a werkplein that was closed by then."""
    given = {tertaal: later(around, tertaal) for tertaal in {record.tertaal for record in aanlevering.invullingen}}
    wrong = {}
    for record in aanlevering.invullingen:
        if found := list(problems_of(record, given[record.tertaal].get(record.werkplein), around)):
            wrong[record.werkplein, record.tertaal] = found
    suspect = [record for record in aanlevering.invullingen if (record.werkplein, record.tertaal) in wrong]
    for record, _ in would_move(around.session, suspect):
        yield from wrong[record.werkplein, record.tertaal]
    # While a file of uitvragen has faults of its own, nobody can say what does not fit in them.
    parts = () if has_faults(aanlevering, "uitvragen") else aanlevering.parts_of("scores")
    for part in parts:
        yield from part_problems(part, around)


def later(around: Omgeving, tertaal: Tertaal) -> dict[str, datetime]:
    """Return until when each werkplein with uitstel has it, by code."""
    return {code: given.tot for code, given in uitstellen(session=around.session, tertaal=tertaal).items()}


def part_problems(part: Part, around: Omgeving) -> Iterator[Fault]:
    """Judge an invulling that is not whole by what could be read of it, so that whoever mends it need not come back."""
    until = later(around, part.tertaal).get(part.werkplein or "") if part.tertaal else None
    yield from problems_of(part, until, around)


def problems_of(record: InvullingRecord | Part, uitgesteld_tot: datetime | None, around: Omgeving) -> Iterator[Fault]:
    """Judge the tertaal by itself, the day by itself and, of those that can be, the one by the other."""
    tertaal, day, begun, been = record.tertaal, record.ingevuld_op, True, True
    uitvraag = around.after.uitvragen.get(tertaal) if tertaal else None
    if tertaal and (early := list(judged(record, "tertaal", require_begun, tertaal, uitvraag, around.now))):
        begun = False
        yield from early
    if day and (to_come := list(judged(record, "ingevuld_op", require_been, day, around.today))):
        been = False
        yield from to_come
    if tertaal and day and begun and been:
        room = Ruimte(tertaal, uitvraag, uitgesteld_tot, around.na_sluiting)
        yield from judged(record, "ingevuld_op", room.require, day)
    if day and been and record.werkplein:
        yield from judged(record, "werkplein", require_open, around, record.werkplein, day)


def require_open(around: Omgeving, werkplein: str, day: date) -> None:
    """Judge that a werkplein still fills in on a day; an unknown one is refused elsewhere.

    Raises OngeldigeInvoer.
    """
    found = around.after.werkpleinen.get(werkplein)
    if found and (closed := closed_because(found.naam, found.actief_tot, day)):
        raise OngeldigeInvoer(closed)


def vraag_faults(aanlevering: Aanlevering, around: Omgeving) -> Iterator[Fault]:
    """Refuse a vraag without an uitvraag, one that is asked already, and other words for one that was answered."""
    vormen, answered = vormen_of(around.session, aanlevering), count_answers(around.session)
    asked = {plaats: tekst for plaats, (tekst, _) in vormen.known.items()}
    codes = defaultdict(set)
    for (tertaal, code), tekst in {**asked, **{place_of(record): record.tekst for record in aanlevering.vragen}}.items():
        codes[tertaal, tekst].add(code)
    for record in changing(aanlevering, vormen):
        key = place_of(record)
        others = [record.tekst] if codes[key[0], record.tekst] - {record.code} and asked.get(key) != record.tekst else []
        yield from judged(record, "keuzes" if record.keuzes else "soort", require_vorm, record.vorm)
        yield from judged(record, "tertaal", require_uitvraag, around, record.tertaal)
        yield from judged(record, "tekst", require_other_tekst, record.tekst, others)
        yield from judged(record, "tekst", require_no_answers, answered.get(key, 0))
    for part in aanlevering.parts_of("vragen"):
        if part.tertaal:
            yield from judged(part, "tertaal", require_uitvraag, around, part.tertaal)


def count_answers(session: Session) -> dict[tuple[str, str], int]:
    """Count how many answered each vraag."""
    vraag, given = models.Vraag, models.VraagAntwoord
    counts = select(vraag.tertaal, vraag.code, func.count()).join(given, given.vraag_id == vraag.id)
    answered = session.exec(counts.group_by(vraag.tertaal, vraag.code)).all()
    return {(each[0], each[1]): each[2] for each in answered}


def require_uitvraag(around: Omgeving, tertaal: Tertaal) -> None:
    if tertaal not in around.after.uitvragen:
        raise OngeldigeInvoer(no_uitvraag(tertaal))


def antwoord_faults(aanlevering: Aanlevering, around: Omgeving) -> Iterator[Fault]:
    """Refuse what nobody could have answered: in another vorm, before the opening, or by who was closed by then."""
    kept = read_antwoorden(around.session, {str(record.tertaal) for record in aanlevering.antwoorden})
    vormen = vormen_of(around.session, aanlevering)
    for record in aanlevering.antwoorden:
        uitvraag = around.after.uitvragen.get(record.tertaal)
        same = kept.get((record.werkplein, str(record.tertaal), record.vraag)) == (vormen.kept(record), record.toelichting)
        if uitvraag is None or same:
            continue
        yield from judged(record, "antwoord", vormen.of(record).read, record.antwoord)
        yield from judged(record, "tertaal", require_begun, record.tertaal, uitvraag, around.now)
        # Of a closed uitvraag nobody knows the day of an answer: only who was closed before it opened cannot have given one.
        day = around.today if around.now < uitvraag.sluit else local_date(uitvraag.opent)
        yield from judged(record, "werkplein", require_open, around, record.werkplein, day)
    for part in aanlevering.parts_of("antwoorden"):
        if part.tertaal and (uitvraag := around.after.uitvragen.get(part.tertaal)):
            yield from judged(part, "tertaal", require_begun, part.tertaal, uitvraag, around.now)


def read_antwoorden(session: Session, tertalen: Collection[str]) -> dict[tuple[str, str, str], tuple[str, str | None]]:
    vraag, given = models.Vraag, models.VraagAntwoord
    query = select(models.Werkplein.code, vraag.tertaal, vraag.code, given.antwoord, given.toelichting)
    query = query.join(given, given.vraag_id == vraag.id).join(models.Werkplein, models.Werkplein.id == given.werkplein_id)
    query = query.where(vraag.tertaal.in_(tertalen))
    return {
        (werkplein, tertaal, code): (antwoord, tekst) for werkplein, tertaal, code, antwoord, tekst in session.exec(query)
    }


def indicatie_faults(aanlevering: Aanlevering, around: Omgeving) -> Iterator[Fault]:
    """Refuse a judgement about a tertaal of which nothing is known."""
    known = {*tertalen(session=around.session), *around.after.uitvragen}
    known |= come_of(aanlevering)
    for record in (*aanlevering.indicaties, *aanlevering.parts_of("ako_indicatie")):
        if record.tertaal:
            yield from judged(record, "tertaal", require_known, record.tertaal, known)


def come_of(aanlevering: Aanlevering) -> set[Tertaal]:
    """Return the tertalen of which invullingen come, whole or not."""
    given = (*aanlevering.invullingen, *aanlevering.parts_of("scores"))
    return {record.tertaal for record in given if record.tertaal}


def kengetal_faults(aanlevering: Aanlevering, around: Omgeving) -> Iterator[Fault]:
    """Refuse a figure of no tertaal while no uitvraag closed yet, of one of which nothing is known, and the same twice."""
    known = {*tertalen(session=around.session), *around.after.uitvragen}
    known |= come_of(aanlevering)
    closed = [tertaal for tertaal, uitvraag in around.after.uitvragen.items() if uitvraag.sluit <= around.now]
    latest, seen = max(closed, default=None), dict[tuple[object, ...], int]()
    for record in aanlevering.kengetallen:
        tertaal = record.tertaal or latest
        if tertaal is None:
            yield Fault(record.bestand, record.regel, "tertaal", NO_TERTAAL)
            continue
        yield from judged(record, "tertaal", require_known, tertaal, known)
        first = seen.setdefault((tertaal, *(getattr(record, name) for name in KENMERK)), record.regel)
        if first != record.regel:
            yield Fault(record.bestand, record.regel, "tertaal", f"dit cijfer van {tertaal} staat ook op regel {first}.")
    for part in aanlevering.parts_of("kengetallen"):
        if part.tertaal:
            yield from judged(part, "tertaal", require_known, part.tertaal, known)


def plan_faults(aanlevering: Aanlevering, around: Omgeving) -> Iterator[Fault]:
    """Refuse an afspraak that a form would not take."""
    for record in aanlevering.plan:
        yield from judged(record, "nummer", record.inhoud.checked)
        yield from judged(record, "stand_op", record.stand(around.today).checked, around.today)

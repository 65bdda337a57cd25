"""Who responded to an uitvraag and how far: a few reads for all werkpleinen together, however many there are."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, func, select
from sqlmodel import Session, col

from db import models
from db.models import Werkplein
from db.queries.namens import namens
from db.queries.stands import counting
from db.queries.uitvragen import uitvraag as find_uitvraag
from db.queries.werkpleinen import is_open_at, names
from db.shapes import AnySelect
from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import local_date
from landkaart.domein.herinnering import BerichtStatus, PostSoort
from landkaart.domein.invulling import Wijze
from landkaart.domein.respons import Ingediend, Klasse, Persoon, Reactie, Respons
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.typed_text import by_naam
from landkaart.domein.uitvraag import Uitvraag

# Of which werkpleinen; None for all.
Codes = Collection[str] | None


def respons(*, session: Session, tertaal: Tertaal, codes: Codes = None) -> Respons | None:
    """Return how far all are that are open at the closing, or some of them (`codes`); None without an uitvraag."""
    found = find_uitvraag(session=session, tertaal=tertaal)
    return None if found is None else Respons(found, tuple(reacties(session, found, codes)))


def reacties(session: Session, uitvraag: Uitvraag, codes: Codes) -> Iterable[Reactie]:
    """Return how far each is, by naam: everything is read once for all of them, and put together here."""
    asked = select(Werkplein.code, Werkplein.provincie, Werkplein.arbeidsmarktregio).where(
        is_open_at(local_date(uitvraag.sluit))
    )
    filled_in, submitted = filled_in_by(session, uitvraag, codes), submissions(session, uitvraag, codes)
    namen = names(session=session)
    stood, people = standing(session, uitvraag, codes), contacten(session=session, codes=codes)
    queries = (vrijstellingen, uitstellen, reminders)
    exempt, longer, reminded = (value_by_code(session, query(uitvraag), codes) for query in queries)
    # The last of each.
    on_behalf = {each.werkplein: each.opgave for each in namens(session=session, tertaal=uitvraag.tertaal)}
    for werkplein in sorted(session.connection().execute(among(asked, codes)), key=lambda row: by_naam(namen[row.code])):
        code = werkplein.code
        beoordeeld, saved = filled_in.get(code, (0, None))
        ingediend_op, bevestigd, akkoorden = submitted.get(code, (None, 0, 0))
        unchanged = bevestigd == len(catalogus().codes)
        yield Reactie(
            code=code,
            naam=namen[code],
            provincie=werkplein.provincie,
            arbeidsmarktregio=werkplein.arbeidsmarktregio,
            klasse=Klasse.of(
                gekomen=code in filled_in,
                beoordeeld=beoordeeld,
                ingediend=Ingediend(unchanged, akkoorden) if ingediend_op else None,
                vrijstelling=exempt.get(code),
            ),
            beoordeeld=beoordeeld,
            bevestigd=unchanged,
            akkoorden=akkoorden,
            actualiteit=Actualiteit.of(stood.get(code), uitvraag),
            laatst=latest(saved, ingediend_op, stood.get(code)),
            uitstel=longer.get(code),
            contacten=tuple(people.get(code, ())),
            herinnerd=reminded.get(code),
            namens=on_behalf.get(code),
        )


def filled_in_by(session: Session, uitvraag: Uitvraag, codes: Codes) -> dict[str, tuple[int, datetime | None]]:
    """Return by code of whoever came, if only for an extra question, how many mijlpalen have an answer and when it saved.

    When a file was read says nothing of when an answer was given; nor does a question or toelichting after the closing.
    """
    answer, text, invulling, said = models.Antwoord, models.Toelichting, models.Invulling, models.VraagAntwoord
    known = (answer.invulling_id == invulling.id) & answer.mijlpaal.in_(catalogus().codes)
    by_hand = case((answer.wijze != Wijze.INGELEZEN.value, answer.opgeslagen_op))
    answers = of_invullingen(uitvraag, func.count(answer.mijlpaal), func.max(by_hand)).outerjoin(answer, known)
    # A toelichting came with the file that its answer came with.
    from_file = (answer.wijze == Wijze.INGELEZEN.value) & (answer.opgeslagen_op == text.opgeslagen_op)
    in_time = case((from_file, None), (text.opgeslagen_op < uitvraag.sluit, text.opgeslagen_op))
    texts = of_invullingen(uitvraag, func.max(in_time)).join(text, text.invulling_id == invulling.id)
    texts = texts.outerjoin(answer, known & (answer.mijlpaal == text.mijlpaal))
    in_time = case((col(said.opgeslagen_op) < uitvraag.sluit, said.opgeslagen_op))
    asked = select(Werkplein.code, func.max(in_time)).join_from(Werkplein, said, said.werkplein_id == Werkplein.id)
    asked = asked.join(models.Vraag, models.Vraag.id == said.vraag_id).where(models.Vraag.tertaal == str(uitvraag.tertaal))
    found: dict[str, tuple[int, datetime | None]] = {}
    for code, number, moment in session.connection().execute(among(answers.group_by(Werkplein.code), codes)):
        found[code] = (number, moment)
    for query in (texts, asked):
        for code, moment in value_by_code(session, query.group_by(Werkplein.code), codes).items():
            number, before = found.get(code, (0, None))
            found[code] = (number, latest(before, moment))
    return found


def of_invullingen(uitvraag: Uitvraag, *columns: ColumnElement[Any]) -> AnySelect:
    """Ask for these of each invulling of the tertaal, after the code of its werkplein."""
    invulling = models.Invulling
    query: AnySelect = select(Werkplein.code, *columns).select_from(Werkplein)
    query = query.join(invulling, invulling.werkplein_id == Werkplein.id)
    return query.where(invulling.tertaal == str(uitvraag.tertaal))


def submissions(session: Session, uitvraag: Uitvraag, codes: Codes) -> dict[str, tuple[datetime, int, int]]:
    """Return of the last version by code: when, how many of its answers were confirmed unchanged, and how many signed."""
    row, answer = models.Indiening, models.IndieningAntwoord
    last = select(row.werkplein_id, func.max(row.versie).label("versie")).where(row.tertaal == str(uitvraag.tertaal))
    last = last.group_by(row.werkplein_id).subquery()
    confirmed = func.sum(
        case(((answer.wijze == Wijze.BEVESTIGD.value) & answer.mijlpaal.in_(catalogus().codes), 1), else_=0)
    )
    signed = select(func.count()).where(models.Akkoord.indiening_id == row.id).correlate(row).scalar_subquery()
    query = select(Werkplein.code, row.ingediend_op, confirmed, signed).join_from(
        Werkplein, row, row.werkplein_id == Werkplein.id
    )
    query = query.join(last, (last.c.werkplein_id == row.werkplein_id) & (last.c.versie == row.versie))
    query = query.join(answer, answer.indiening_id == row.id).where(row.tertaal == str(uitvraag.tertaal))
    found = session.connection().execute(among(query.group_by(Werkplein.code, row.id, row.ingediend_op), codes))
    return {code: tuple(rest) for code, *rest in found}


def standing(session: Session, uitvraag: Uitvraag, codes: Codes) -> dict[str, datetime]:
    """Return by code when it submitted what it stands on in this tertaal."""
    query = among(counting(Werkplein.code, models.Indiening.ingediend_op), codes)
    asked = {"tertaal": str(uitvraag.tertaal), "closes": local_date(uitvraag.sluit)}
    return dict(session.connection().execute(query, asked).all())


def contacten(*, session: Session, codes: Codes = None) -> dict[str, list[Persoon]]:
    """Return by code whom to reach: who can fill in, and the contact when it is not one of them."""
    found, marked = accounts(session, codes), models.Onbestelbaar
    place = Werkplein
    query = select(place.code, place.contact_naam, place.contact_adres, marked.adres.is_not(None))
    query = query.outerjoin(marked, marked.adres == place.contact_adres).where(place.contact_adres.is_not(None))
    for code, naam, adres, returned in session.connection().execute(among(query, codes)):
        people = found.setdefault(code, [])
        if adres not in {person.adres for person in people}:
            people.append(Persoon(naam or "", adres, onbestelbaar=bool(returned)))
    return found


def accounts(session: Session, codes: Codes) -> dict[str, list[Persoon]]:
    """Return by code who can fill in."""
    account, holds, marked = models.Account, models.AccountWerkplein, models.Onbestelbaar
    query = select(Werkplein.code, account.naam, account.adres, account.demo, marked.adres.is_not(None))
    query = query.join_from(Werkplein, holds, holds.werkplein_id == Werkplein.id)
    query = query.join(account, account.id == holds.account_id).outerjoin(marked, marked.adres == account.adres)
    query = query.where(account.uitgezet_op.is_(None), account.rol == Rol.WERKPLEIN.value)
    found: dict[str, list[Persoon]] = {}
    for code, naam, adres, demo, returned in session.connection().execute(
        among(query, codes).order_by(account.naam, account.id)
    ):
        found.setdefault(code, []).append(Persoon(naam, adres, demo, bool(returned)))
    return found


def vrijstellingen(uitvraag: Uitvraag) -> AnySelect:
    """Ask which soort of vrijstelling each has."""
    row = models.Vrijstelling
    query: AnySelect = select(Werkplein.code, row.soort)
    query = query.join_from(Werkplein, row, row.werkplein_id == Werkplein.id)
    return query.where(row.tertaal == str(uitvraag.tertaal))


def uitstellen(uitvraag: Uitvraag) -> AnySelect:
    """Ask until when each has longer than the others."""
    row = models.Uitstel
    query: AnySelect = select(Werkplein.code, row.tot).join_from(Werkplein, row, row.werkplein_id == Werkplein.id)
    return query.where(row.tertaal == str(uitvraag.tertaal), row.tot > uitvraag.sluit)


def reminders(uitvraag: Uitvraag) -> AnySelect:
    """Ask when each was last reminded; that an uitvraag opened, or what came in, is no reminder."""
    about, sent = models.BerichtWerkplein, models.Bericht
    query: AnySelect = select(Werkplein.code, func.max(sent.gewijzigd_op)).join_from(
        Werkplein, about, about.werkplein_id == Werkplein.id
    )
    query = query.join(sent, sent.id == about.bericht_id).join(models.Mailing, models.Mailing.id == sent.mailing_id)
    no_reminder = (PostSoort.OPENING.value, PostSoort.BEVESTIGING.value)
    wanted = (models.Mailing.tertaal == str(uitvraag.tertaal), sent.status == BerichtStatus.VERZONDEN.value)
    return query.where(*wanted, models.Mailing.groep.not_in(no_reminder)).group_by(Werkplein.code)


def value_by_code(session: Session, query: AnySelect, codes: Codes) -> dict[str, Any]:
    """Run a query for the code of a werkplein and one value of it; give the value by the code."""
    return dict(session.connection().execute(among(query, codes)).all())


def among(query: AnySelect, codes: Codes) -> AnySelect:
    """Ask the same of some werkpleinen only."""
    return query if codes is None else query.where(Werkplein.code.in_(sorted(codes)))


def latest(*moments: datetime | None) -> datetime | None:
    return max(filter(None, moments), default=None)

"""Who responded to an uitvraag and how far: a few reads for all werkpleinen together, however many there are."""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import Select, case, func, select
from sqlmodel import Session

from db import models
from db.queries.stands import counting
from db.queries.uitvragen import uitvraag as find_uitvraag
from db.queries.werkpleinen import is_open_at
from landkaart.domein.actualiteit import Actualiteit
from landkaart.domein.catalogus import catalogus
from landkaart.domein.clock import local_date
from landkaart.domein.invulling import Wijze
from landkaart.domein.respons import Klasse, Persoon, Reactie, Respons
from landkaart.domein.rollen import Rol
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.typed_text import by_naam
from landkaart.domein.uitvraag import Uitvraag

Place = models.Werkplein
Codes = Collection[str] | None


def respons(*, session: Session, tertaal: Tertaal, codes: Codes = None) -> Respons | None:
    """Of all werkpleinen that are open at the closing, or of some of them (`codes`); None without an uitvraag."""
    found = find_uitvraag(session=session, tertaal=tertaal)
    return found and Respons(found, tuple(reacties(session, found, codes)))


def reacties(session: Session, uitvraag: Uitvraag, codes: Codes) -> Iterable[Reactie]:
    columns = (Place.code, Place.naam, Place.provincie, Place.arbeidsmarktregio, Place.contact_naam, Place.contact_adres)
    places = select(*columns).where(is_open_at(local_date(uitvraag.sluit)))
    papers, submitted = on_paper(session, uitvraag, codes), submissions(session, uitvraag, codes)
    stood, people = standing(session, uitvraag, codes), accounts(session, codes)
    exempt, longer, reminded = (fetch(session, query(uitvraag), codes) for query in (vrijstellingen, uitstellen, herinnerd))
    for place in sorted(session.connection().execute(among(places, codes)), key=lambda row: by_naam(row.naam)):
        code = place.code
        beoordeeld, saved = papers.get(code, (0, None))
        ingediend_op, bevestigd, akkoorden = submitted.get(code, (None, 0, 0))
        unchanged = bevestigd == len(catalogus().codes)
        yield Reactie(
            code=code,
            naam=place.naam,
            provincie=place.provincie,
            arbeidsmarktregio=place.arbeidsmarktregio,
            klasse=Klasse.of(
                gekomen=code in papers,
                beoordeeld=beoordeeld,
                ingediend=ingediend_op is not None,
                bevestigd=unchanged,
                akkoorden=akkoorden,
                vrijstelling=exempt.get(code),
            ),
            beoordeeld=beoordeeld,
            bevestigd=unchanged,
            akkoorden=akkoorden,
            actualiteit=Actualiteit.of(stood.get(code), uitvraag),
            laatst=latest(saved, ingediend_op, stood.get(code)),
            uitstel=longer.get(code),
            contacten=tuple(contacts(people.get(code, ()), place.contact_naam, place.contact_adres)),
            herinnerd=reminded.get(code),
        )


def on_paper(session: Session, uitvraag: Uitvraag, codes: Codes) -> dict[str, tuple[int, datetime | None]]:
    """Of whoever came, also for no more than an extra question: how many mijlpalen have an answer, when it last saved.

    When a file was read says nothing of when an answer was given; nor does a question or toelichting after the closing.
    """
    answer, text, paper, said = models.Antwoord, models.Toelichting, models.Invulling, models.VraagAntwoord
    known = (answer.invulling_id == paper.id) & answer.mijlpaal.in_(catalogus().codes)
    by_hand = case((answer.wijze != Wijze.INGELEZEN.value, answer.opgeslagen_op))
    answers = on_papers(uitvraag, func.count(answer.mijlpaal), func.max(by_hand)).outerjoin(answer, known)
    in_time = case((text.opgeslagen_op < uitvraag.sluit, text.opgeslagen_op))
    texts = on_papers(uitvraag, func.max(in_time)).join(text, text.invulling_id == paper.id)
    in_time = case((said.opgeslagen_op < uitvraag.sluit, said.opgeslagen_op))
    asked = select(Place.code, func.max(in_time)).join_from(Place, said, said.werkplein_id == Place.id)
    asked = asked.join(models.Vraag, models.Vraag.id == said.vraag_id).where(models.Vraag.tertaal == str(uitvraag.tertaal))
    found: dict[str, tuple[int, datetime | None]] = {}
    for code, number, moment in session.connection().execute(among(answers.group_by(Place.code), codes)):
        found[code] = (number, moment)
    for query in (texts, asked):
        for code, moment in fetch(session, query.group_by(Place.code), codes).items():
            number, before = found.get(code, (0, None))
            found[code] = (number, latest(before, moment))
    return found


def on_papers(uitvraag: Uitvraag, *columns) -> Select:
    """These of each invulling of the tertaal, after the code of its werkplein."""
    paper = models.Invulling
    query = select(Place.code, *columns).select_from(Place).join(paper, paper.werkplein_id == Place.id)
    return query.where(paper.tertaal == str(uitvraag.tertaal))


def submissions(session: Session, uitvraag: Uitvraag, codes: Codes) -> dict[str, tuple[datetime, int, int]]:
    """Of the last version in this tertaal: when, how many of its answers were confirmed unchanged, and how many signed."""
    row, answer = models.Indiening, models.IndieningAntwoord
    last = select(row.werkplein_id, func.max(row.versie).label("versie")).where(row.tertaal == str(uitvraag.tertaal))
    last = last.group_by(row.werkplein_id).subquery()
    confirmed = func.sum(
        case(((answer.wijze == Wijze.BEVESTIGD.value) & answer.mijlpaal.in_(catalogus().codes), 1), else_=0)
    )
    signed = select(func.count()).where(models.Akkoord.indiening_id == row.id).correlate(row).scalar_subquery()
    query = select(Place.code, row.ingediend_op, confirmed, signed).join_from(Place, row, row.werkplein_id == Place.id)
    query = query.join(last, (last.c.werkplein_id == row.werkplein_id) & (last.c.versie == row.versie))
    query = query.join(answer, answer.indiening_id == row.id).where(row.tertaal == str(uitvraag.tertaal))
    found = session.connection().execute(among(query.group_by(Place.code, row.id, row.ingediend_op), codes))
    return {code: tuple(rest) for code, *rest in found}


def standing(session: Session, uitvraag: Uitvraag, codes: Codes) -> dict[str, datetime]:
    """When each submitted what it stands on in this tertaal."""
    query = among(counting(Place.code, models.Indiening.ingediend_op), codes)
    moment = {"tertaal": str(uitvraag.tertaal), "closes": local_date(uitvraag.sluit)}
    return dict(session.connection().execute(query, moment).all())


def accounts(session: Session, codes: Codes) -> dict[str, list[Persoon]]:
    """Who can fill in for each."""
    who, holds = models.Account, models.AccountWerkplein
    query = select(Place.code, who.naam, who.adres, who.demo).join_from(Place, holds, holds.werkplein_id == Place.id)
    query = query.join(who, who.id == holds.account_id).where(who.uitgezet_op.is_(None), who.rol == Rol.WERKPLEIN.value)
    found: dict[str, list[Persoon]] = {}
    for code, *person in session.connection().execute(among(query, codes).order_by(who.naam, who.id)):
        found.setdefault(code, []).append(Persoon(*person))
    return found


def contacts(people: Iterable[Persoon], naam: str | None, adres: str | None) -> Iterable[Persoon]:
    known = {person.adres for person in people}
    yield from people
    if adres and adres not in known:
        yield Persoon(naam or "", adres)


def vrijstellingen(uitvraag: Uitvraag) -> Select:
    row = models.Vrijstelling
    return (
        select(Place.code, row.soort)
        .join_from(Place, row, row.werkplein_id == Place.id)
        .where(row.tertaal == str(uitvraag.tertaal))
    )


def uitstellen(uitvraag: Uitvraag) -> Select:
    row = models.Uitstel
    query = select(Place.code, row.tot).join_from(Place, row, row.werkplein_id == Place.id)
    return query.where(row.tertaal == str(uitvraag.tertaal), row.tot > uitvraag.sluit)


def herinnerd(uitvraag: Uitvraag) -> Select:
    about, sent = models.BerichtWerkplein, models.Bericht
    query = select(Place.code, func.max(sent.gewijzigd_op)).join_from(Place, about, about.werkplein_id == Place.id)
    query = query.join(sent, sent.id == about.bericht_id).join(models.Mailing, models.Mailing.id == sent.mailing_id)
    wanted = (models.Mailing.tertaal == str(uitvraag.tertaal), sent.status == "verzonden")
    return query.where(*wanted).group_by(Place.code)


def fetch(session: Session, query: Select, codes: Codes) -> dict:
    """Of a query with two columns: the second by the first."""
    return dict(session.connection().execute(among(query, codes)).all())


def among(query: Select, codes: Codes) -> Select:
    return query if codes is None else query.where(Place.code.in_(sorted(codes)))


def latest(*moments: datetime | None) -> datetime | None:
    return max(filter(None, moments), default=None)

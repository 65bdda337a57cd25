"""The terms of personal data carried out: whoever runs it, at night or by hand, all of them at once."""

from datetime import datetime

from sqlalchemy import delete, func, or_, update
from sqlmodel import Session, col, select

from db import models
from db.act import Act
from db.actions.accounts import FIRST, erase_account
from db.actions.klok import require_believed
from db.actions.wissen import ERASED, LINE, strip_lines
from landkaart.domein.bewaartermijnen import Termijnen
from landkaart.domein.clock import system_now
from landkaart.domein.handeling import Handeling
from landkaart.domein.namens import FORGOTTEN
from landkaart.domein.rechten import Recht
from landkaart.domein.sessie import ABSOLUTE, IDLE

# When it was done last, on the clock of this machine.
LAST = "opgeruimd_op"


def carry_out_terms(act: Act) -> dict[Termijnen, int]:
    """Remove what is past its term; return of how much, by term. What only lies in files is not looked at here.

    Raises NietToegestaan, NietAangemeld, and KlokOnzeker: what is gone does not come back.
    """
    act.require(Recht.GEGEVENS_OPRUIMEN)
    require_believed(act.session)
    here, session = system_now(), act.session
    done = {
        Termijnen.UITNODIGINGEN: erase_each(act, never_used(session, here)),
        Termijnen.ACCOUNTS: erase_each(act, long_off(session, act.now)),
        Termijnen.SESSIES: forget_sessions(session, here),
        Termijnen.LINKS: forget_links(session, here),
        Termijnen.TOKENS: forget_tokens(session, here),
        Termijnen.POGINGEN: forget_failures(session, here),
        Termijnen.POST: forget_mail(session, act.now),
        Termijnen.CONTACTEN: forget_contacts(session, act.now),
        Termijnen.NAMENS: forget_givers(session, act.now),
    }
    session.merge(models.Instelling(sleutel=LAST, waarde=here.isoformat()))
    if any(done.values()):
        act.log(Handeling.OPRUIMEN, nieuw={term.name.lower(): number for term, number in done.items() if number})
    return done


def last_carried_out(*, session: Session) -> datetime | None:
    """Return when it was done last; None when it never was, or at a moment that has yet to come."""
    row = session.get(models.Instelling, LAST)
    found = datetime.fromisoformat(row.waarde) if row else None
    return found if found and found <= system_now() else None


def erase_each(act: Act, ids: list[int]) -> int:
    for account_id in ids:
        erase_account(act, account_id)
    return len(ids)


def never_used(session: Session, here: datetime) -> list[int]:
    """Find who never chose a password, nor came in another way, since long.

    Who was in once has used it, also when his password or his binding was taken away since.
    """
    account, link = models.Account, models.Toegangslink
    came_in = select(LINE.id).where(LINE.account_id == account.id, LINE.handeling == Handeling.AANMELDING.value)
    unused = account.wachtwoord.is_(None) & account.onderwerp.is_(None) & account.gewist_op.is_(None)
    query = select(account.id).join(link, link.account_id == account.id).where(unused, account.adres != FIRST)
    query = query.where(account.demo.is_(False), ~came_in.exists()).group_by(account.id)
    return list(session.exec(query.having(func.max(link.verloopt_op) < here - Termijnen.UITNODIGINGEN.value.na)))


def long_off(session: Session, now: datetime) -> list[int]:
    account = models.Account
    off = col(account.uitgezet_op) < now - Termijnen.ACCOUNTS.value.na
    return list(session.exec(select(account.id).where(off, account.gewist_op.is_(None), account.demo.is_(False))))


def forget_sessions(session: Session, here: datetime) -> int:
    """Remove sessions that ended, or ran out by themselves."""
    sessie, before = models.Sessie, here - Termijnen.SESSIES.value.na
    ran_out = (col(sessie.actief_op) < before - IDLE) | (col(sessie.begonnen_op) < before - ABSOLUTE)
    return session.exec(delete(sessie).where(or_(col(sessie.beeindigd_op) < before, ran_out))).rowcount


def forget_links(session: Session, here: datetime) -> int:
    """Remove links that were used or ran out; the last invitation of who never came stays: its term is counted from it."""
    link, before = models.Toegangslink, here - Termijnen.LINKS.value.na
    waiting = select(models.Account.id).where(models.Account.wachtwoord.is_(None), models.Account.onderwerp.is_(None))
    ran_out = (col(link.verloopt_op) < before) & link.account_id.not_in(waiting)
    return session.exec(delete(link).where(or_(col(link.gebruikt_op) < before, ran_out))).rowcount


def forget_tokens(session: Session, here: datetime) -> int:
    """Remove tokens for programs that were withdrawn, or ran out."""
    token, before = models.Apitoken, here - Termijnen.TOKENS.value.na
    gone = or_(col(token.ingetrokken_op) < before, col(token.verloopt_op) < before)
    return session.exec(delete(token).where(gone)).rowcount


def forget_failures(session: Session, here: datetime) -> int:
    late = col(models.Poging.moment) < here - Termijnen.POGINGEN.value.na
    return session.exec(delete(models.Poging).where(late)).rowcount


def forget_mail(session: Session, now: datetime) -> int:
    """Take names and addresses away from mails that were sent long ago, there and in the log."""
    sent, before = models.Bericht, now - Termijnen.POST.value.na
    old = (col(sent.gewijzigd_op) < before) & col(sent.adres).not_like(f"%{ERASED}")
    ids = list(session.exec(select(sent.id).where(old)))
    for number in ids:
        gone = {"adres": f"bericht-{number}{ERASED}", "naam": "", "melding": None}
        session.exec(update(sent).where(sent.id == number).values(**gone))
    strip_lines(session, lines(session, Handeling.MAILING, before), ("adres", "melding"))
    return len(ids) + forget_marks(session, before) + forget_invitations(session, before)


def forget_marks(session: Session, before: datetime) -> int:
    """Remove marks of addresses that nobody has any more, and take old ones out of the log."""
    marked, place = models.Onbestelbaar, models.Werkplein
    contacts = select(place.contact_adres).where(place.contact_adres.is_not(None))
    unused = col(marked.adres).not_in(select(models.Account.adres)) & col(marked.adres).not_in(contacts)
    gone = session.exec(delete(marked).where(unused, col(marked.sinds) < before)).rowcount
    strip_lines(session, lines(session, Handeling.ONBESTELBAAR, before), ("adres", "reden"))
    return gone


def forget_invitations(session: Session, before: datetime) -> int:
    """Remove the lines of invitations that were sent long ago; the log has them under the number of the account."""
    return session.exec(delete(models.Uitnodiging).where(col(models.Uitnodiging.gewijzigd_op) < before)).rowcount


def forget_contacts(session: Session, now: datetime) -> int:
    before = now - Termijnen.CONTACTEN.value.na
    return strip_lines(session, lines(session, Handeling.CONTACT, before), ("naam", "adres"))


def forget_givers(session: Session, now: datetime) -> int:
    """Take away who gave the answers that the AKO filled in; how they came, and who filled them in, stays."""
    said, before = models.Namens, now - Termijnen.NAMENS.value.na
    old = (col(said.begonnen_op) < before) & (col(said.wie) != FORGOTTEN)
    gone = session.exec(update(said).where(old).values(wie=FORGOTTEN)).rowcount
    told, answered = models.NavraagOpgave, select(models.Navraag.id).where(col(models.Navraag.beantwoord_op) < before)
    old = col(told.navraag_id).in_(answered) & (col(told.wie) != FORGOTTEN)
    gone += session.exec(update(told).where(old).values(wie=FORGOTTEN)).rowcount
    for handeling in (Handeling.NAMENS, Handeling.NAVRAAG):
        strip_lines(session, lines(session, handeling, before), ("wie",))
    return gone


def lines(session: Session, handeling: Handeling, before: datetime) -> list[int]:
    """Find the lines of a kind from before a moment."""
    old = (LINE.handeling == handeling.value) & (col(LINE.moment) < before)
    return list(session.exec(select(LINE.id).where(old)))

"""Who was invited and never came in."""

from sqlalchemy import func
from sqlmodel import Session, col, select

from db.models import Account, Toegangslink
from landkaart.domein.account import NooitBinnen


def never_in(*, session: Session) -> list[NooitBinnen]:
    """Return them by naam, with until when the last link of each works: who has no way in of his own and used no link."""
    last = select(Toegangslink.account_id, func.max(Toegangslink.verloopt_op).label("tot"))
    links = last.group_by(Toegangslink.account_id).subquery()
    used = select(Toegangslink.account_id).where(Toegangslink.gebruikt_op.is_not(None))
    never = Account.wachtwoord.is_(None) & Account.onderwerp.is_(None) & Account.id.not_in(used) & ~col(Account.demo)
    there = Account.uitgezet_op.is_(None) & Account.gewist_op.is_(None)
    query = select(Account.naam, Account.adres, links.c.tot).outerjoin(links, links.c.account_id == Account.id)
    found = session.exec(query.where(never, there).order_by(Account.naam, Account.id))
    return [NooitBinnen(naam, adres, tot) for naam, adres, tot in found]

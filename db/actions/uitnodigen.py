"""Inviting many at once: each invitation is claimed, sent and settled by itself, with a link of its own.

A link is made when its mail is about to leave, so that no token waits anywhere; one that was sent before goes on working
until it is used or runs out. What is handed out as a file is kept sealed, for the download.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import delete, insert, update
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from db import models
from db.act import Act
from db.actions.mailings import BROKE_OFF
from db.actions.ways_in import add_link
from db.queries.accounts import accounts
from db.queries.mailings import FILE
from db.queries.onbestelbaar import is_marked
from db.queries.uitnodigingen import by_key
from db.sealing import Purpose, seal
from landkaart.domein.account import Account
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.herinnering import GONE, BerichtStatus
from landkaart.domein.onbestelbaar import UNDELIVERABLE
from landkaart.domein.rechten import Recht
from landkaart.domein.toegang import why_not_invited
from landkaart.domein.uitnodiging import Uitnodigingsbrief


def start_uitnodigen(act: Act, *, account_ids: Sequence[int], sleutel: str, als_bestand: bool) -> int:
    """Make a line for everybody who is to be invited, and return the id of the ronde; no mail leaves yet.

    `als_bestand`: they are handed out at once, to be printed or sent by hand. The same `sleutel` again is the same ronde.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.ACCOUNTS_BEHEREN)
    return add_ronde(act, account_ids, sleutel, als_bestand)


def add_ronde(act: Act, account_ids: Sequence[int], sleutel: str, als_bestand: bool) -> int:
    """Do the same for who was found to have the right: a part of an act.

    Raises OngeldigeInvoer.
    """
    known = by_key(session=act.session, sleutel=sleutel)
    if known is not None:
        return known
    people = accounts(session=act.session, ids=account_ids)
    if all(map(why_not_invited, people)):
        raise OngeldigeInvoer("Er is niemand om uit te nodigen: wie al kan aanmelden of uit staat, krijgt geen uitnodiging.")
    ronde = models.Uitnodigingsronde(sleutel=sleutel, als_bestand=als_bestand, door=act.by.naam, gemaakt_op=act.now)
    act.session.add(ronde)
    act.session.flush()
    act.session.execute(insert(models.Uitnodiging), [line_of(each, cast(int, ronde.id), act.now) for each in people])
    act.log(Handeling.UITNODIGING, nieuw={"accounts": len(people), "als_bestand": als_bestand})
    if als_bestand:
        give_along(act, cast(int, ronde.id))
    return cast(int, ronde.id)


def line_of(account: Account, ronde_id: int, now: datetime) -> dict[str, Any]:
    reason = why_not_invited(account)
    status = BerichtStatus.OVERGESLAGEN if reason else BerichtStatus.WACHT
    who = {"ronde_id": ronde_id, "account_id": account.id, "adres": account.adres}
    return who | {"status": status.value, "melding": reason, "gewijzigd_op": now}


def claim_uitnodiging(act: Act, *, ronde_id: int) -> Uitnodigingsbrief | None:
    """Take the next invitation to send, with a fresh link; None when nothing waits any more.

    Judged at this very moment: who has a way in by now, or was disabled, is passed over. Whoever claims it is the only one
    who sends it.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.ACCOUNTS_BEHEREN)
    require_ronde(act.session, ronde_id)
    return next_brief(act, ronde_id)


def next_brief(act: Act, ronde_id: int) -> Uitnodigingsbrief | None:
    let_go(act, ronde_id)
    while (row := act.session.exec(waits(ronde_id).limit(1)).first()) is not None:
        if (found := still_invited(act, row, by_mail=True)) is not None:
            token, until = make_ready(act, row)
            set_status(act, row, BerichtStatus.BEZIG)
            return Uitnodigingsbrief(cast(int, row.id), found, token, until)
    return None


def still_invited(act: Act, row: models.Uitnodiging, by_mail: bool) -> Account | None:
    """Return whom a line is about; None, and a line that says so, when he is no longer to be invited."""
    # There is one: whoever is erased takes his lines along.
    [found] = accounts(session=act.session, ids=[row.account_id])
    reason = why_not_invited(found) if found.adres == row.adres else "heeft intussen een ander adres"
    if reason is None and by_mail and is_marked(session=act.session, adres=row.adres):
        reason = UNDELIVERABLE
    if reason is None:
        return found
    set_status(act, row, BerichtStatus.OVERGESLAGEN, reason)
    return None


def make_ready(act: Act, row: models.Uitnodiging) -> tuple[str, datetime]:
    """Make the link of an invitation; return its token, and until when it works on the clock of this machine."""
    account = act.session.get(models.Account, row.account_id)
    assert account is not None  # It was found in this very transaction.
    # Invited anew, also for the organisation's own sign-in; who has a second factor was in by another way.
    account.koppelbaar = account.totp_geheim is None
    token, link = add_link(act.session, row.account_id, "uitnodiging")
    row.link_id = link.id
    return token, link.verloopt_op


def settle_uitnodiging(act: Act, *, uitnodiging_id: int, status: BerichtStatus, melding: str | None) -> None:
    """Write down what came of an invitation that was claimed; the link of one that did not leave was nobody's, and goes."""
    row = act.session.get(models.Uitnodiging, uitnodiging_id)
    if row is None or row.status not in (BerichtStatus.BEZIG.value, BerichtStatus.ONZEKER.value):
        return
    if status in (BerichtStatus.MISLUKT, BerichtStatus.OVERGESLAGEN) and row.link_id is not None:
        act.session.exec(delete(models.Toegangslink).where(col(models.Toegangslink.id) == row.link_id))
        row.link_id = None
    set_status(act, row, status, melding)
    # Under the number of the account: an address in the log would have to be erased from there.
    act.log(Handeling.UITNODIGING, nieuw={"account": row.account_id, "status": status.value})


def hand_out_uitnodigingen(act: Act, *, ronde_id: int) -> int:
    """Give everything that waits or failed along as a file, to be printed or sent by hand; return how many that are.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.ACCOUNTS_BEHEREN)
    require_ronde(act.session, ronde_id)
    wait_again(act, ronde_id)
    return give_along(act, ronde_id)


def give_along(act: Act, ronde_id: int) -> int:
    given = 0
    for row in act.session.exec(waits(ronde_id)).all():
        if still_invited(act, row, by_mail=False) is not None:
            token, _ = make_ready(act, row)
            row.verzegeld = seal(Purpose.UITNODIGING, token)
            set_status(act, row, BerichtStatus.VERZONDEN, FILE)
            given += 1
    if given:
        act.log(Handeling.UITNODIGING, nieuw={"als_bestand": given})
    return given


def retry_uitnodigingen(act: Act, *, ronde_id: int) -> int:
    """Let what failed wait again; return how many. What is uncertain does not: it may have arrived.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.ACCOUNTS_BEHEREN)
    require_ronde(act.session, ronde_id)
    number = wait_again(act, ronde_id)
    if not number:
        raise OngeldigeInvoer("Er is geen mislukte uitnodiging meer om opnieuw te proberen.")
    act.log(Handeling.UITNODIGING, nieuw={"opnieuw": number})
    return number


def wait_again(act: Act, ronde_id: int) -> int:
    failed = (models.Uitnodiging.ronde_id == ronde_id) & (models.Uitnodiging.status == BerichtStatus.MISLUKT.value)
    again = {"status": BerichtStatus.WACHT.value, "melding": None, "gewijzigd_op": act.now}
    found: int = act.session.exec(update(models.Uitnodiging).where(failed).values(**again)).rowcount
    act.session.expire_all()
    return found


def require_ronde(session: Session, ronde_id: int) -> models.Uitnodigingsronde:
    found = session.get(models.Uitnodigingsronde, ronde_id)
    if found is None:
        raise OngeldigeInvoer("Deze uitnodigingen bestaan niet. Ververs de pagina.")
    return found


def let_go(act: Act, ronde_id: int) -> None:
    """Give up the claims of somebody who is gone: their mails may have left, so they do not leave again by themselves."""
    line = models.Uitnodiging
    gone = (line.ronde_id == ronde_id) & (line.status == BerichtStatus.BEZIG.value) & (line.gewijzigd_op < act.now - GONE)
    act.session.exec(update(line).where(gone).values(status=BerichtStatus.ONZEKER.value, melding=BROKE_OFF))


def waits(ronde_id: int) -> SelectOfScalar[models.Uitnodiging]:
    here = (models.Uitnodiging.ronde_id == ronde_id) & (models.Uitnodiging.status == BerichtStatus.WACHT.value)
    return select(models.Uitnodiging).where(here).order_by(models.Uitnodiging.id)


def set_status(act: Act, row: models.Uitnodiging, status: BerichtStatus, melding: str | None = None) -> None:
    row.status, row.melding, row.gewijzigd_op = status.value, melding, act.now
    act.session.flush()

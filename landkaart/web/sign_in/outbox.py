"""Mails about an account that nobody waits for: they leave on a thread of their own."""

import logging
from concurrent.futures import ThreadPoolExecutor

from db.failures import log_failure
from landkaart.domein.account import Account
from landkaart.domein.herinnering import BerichtStatus
from landkaart.errors import on_one_line, without_addresses
from landkaart.post.mailserver import Mailserver, Outcome
from landkaart.post.toegang import Notice, send_notice
from landkaart.settings import Smtp, address, smtp

logger = logging.getLogger(__name__)
# One at a time: a mail server that hangs takes no more than this.
OUTBOX = ThreadPoolExecutor(max_workers=1, thread_name_prefix="post")


def tell_owner(account: Account, notice: Notice) -> None:
    """Have the owner of an account hear what became of it, where mail can be sent; what fails is for the server's log."""
    server = smtp()
    if server is not None:
        OUTBOX.submit(mail_notice, account, notice, server)


def mail_notice(account: Account, notice: Notice, server: Smtp) -> None:
    try:
        note_outcome(account, notice.name.lower(), send_notice(account, notice, Mailserver(server, address())))
    except Exception as error:
        log_failure(error)


def note_outcome(account: Account, what: str, outcome: Outcome) -> None:
    """Write what did not leave into the log of the server: under the number of the account, without an address or a link."""
    status, melding = outcome
    if status is not BerichtStatus.VERZONDEN:
        reason = on_one_line(without_addresses(melding or ""))
        logger.warning("%s voor account %s: %s, %s", what, account.id, status.label, reason)

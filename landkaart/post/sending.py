"""A mailing on its way: claim a mail, send it, write down what came of it; then the next."""

from collections.abc import Callable

from db.act import begin_act
from db.actions.mailings import claim, settle
from landkaart.domein.herinnering import BerichtStatus, Brief
from landkaart.domein.rechten import Gebruiker
from landkaart.post.mailserver import UNFIT, GeenVerbinding, Mailserver, Outcome
from landkaart.post.message import compose

# After so many connections in a row that broke off the server is ill: the rest waits for a better moment.
ENOUGH = 3
# Told of each mail when it is done: to whom, and what came of it.
Step = Callable[[str, BerichtStatus], object]
# Asked between two mails: whether to leave the rest for another time.
Stop = Callable[[], bool]


def send_mailing(
    mailing_id: int, server: Mailserver, *, by: Gebruiker, step: Step | None = None, stop: Stop = lambda: False
) -> None:
    """Send until nothing waits any more, or `stop` says so; whoever does the same at once, takes a share.

    Raises GeenVerbinding when the server cannot be worked with: what was not sent waits. Raises NietToegestaan,
    NietAangemeld.
    """
    with server:
        while server.cuts < ENOUGH:
            if stop():
                return
            # Before the claim: a server that is away costs no mail.
            server.open()
            with begin_act(by) as act:
                brief = claim(act, mailing_id=mailing_id)
            if brief is None:
                return
            status = send_one(server, brief, by)
            if step:
                step(brief.ontvanger.adres, status)
    raise GeenVerbinding("De mailserver breekt de verbinding telkens af. Wat nog niet weg is, wacht.")


def send_one(server: Mailserver, brief: Brief, by: Gebruiker) -> BerichtStatus:
    """Send a mail that was claimed, and write down what came of it; return that."""
    status, melding = outcome_of(server, brief)
    # An act of its own: nobody else waits while a mail server takes its time.
    with begin_act(by) as act:
        settle(act, bericht_id=brief.bericht_id, status=status, melding=melding)
    return status


def outcome_of(server: Mailserver, brief: Brief) -> Outcome:
    """Send a mail; return what came of it, also when no mail could be made of it."""
    try:
        message = compose(brief, afzender=server.smtp.afzender, adres=server.adres)
    except ValueError:
        return BerichtStatus.MISLUKT, UNFIT
    return server.deliver(message)

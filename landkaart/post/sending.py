"""A mailing on its way: claim a mail, send it, write down what came of it; then the next."""

import ssl
from collections.abc import Callable
from urllib.parse import urlsplit

from db.act import begin_act
from db.actions.mailings import claim, settle
from landkaart.domein.herinnering import BerichtStatus, Brief
from landkaart.domein.rechten import Gebruiker
from landkaart.post.line import TIMEOUT, UNFIT, GeenVerbinding, Line
from landkaart.post.message import compose
from landkaart.settings import Smtp

# After so many broken lines in a row the server is ill: the rest waits for a better moment.
ENOUGH = 3
Step = Callable[[str, BerichtStatus], object]


def send_mailing(
    mailing_id: int,
    *,
    by: Gebruiker,
    smtp: Smtp,
    adres: str,
    step: Step | None = None,
    timeout: float = TIMEOUT,
    context: ssl.SSLContext | None = None,
) -> None:
    """Until nothing waits any more; whoever does the same at once, takes a share. `step`: told of each mail when it is done.

    Raises GeenVerbinding when the server cannot be worked with (what was not sent waits), NietToegestaan, NietAangemeld.
    """
    with Line(smtp, urlsplit(adres).hostname, timeout, context) as line:
        while line.cuts < ENOUGH:
            # Before the claim: a server that is away costs no mail.
            line.open()
            with begin_act(by) as act:
                brief = claim(act, mailing_id=mailing_id)
            if brief is None:
                return
            status = send_one(line, brief, by, smtp, adres)
            if step:
                step(brief.ontvanger.adres, status)
    raise GeenVerbinding("De mailserver breekt de verbinding telkens af. Wat nog niet weg is, wacht.")


def send_one(line: Line, brief: Brief, by: Gebruiker, smtp: Smtp, adres: str) -> BerichtStatus:
    try:
        message = compose(brief, afzender=smtp.afzender, adres=adres)
    except ValueError:
        status, melding = BerichtStatus.MISLUKT, UNFIT
    else:
        status, melding = line.deliver(message)
    with begin_act(by) as act:
        settle(act, bericht_id=brief.bericht_id, status=status, melding=melding)
    return status

"""Invitations on their way: claim one, send it, write down what came of it; then the next."""

from db.act import begin_act
from db.actions.uitnodigen import claim_uitnodiging, settle_uitnodiging
from landkaart.domein.rechten import Gebruiker
from landkaart.post.mailserver import GeenVerbinding, Mailserver
from landkaart.post.sending import ENOUGH, Step
from landkaart.post.toegang import send_over


def send_uitnodigingen(ronde_id: int, server: Mailserver, *, by: Gebruiker, step: Step | None = None) -> None:
    """Send until nothing waits any more; whoever does the same at once, takes a share.

    Raises GeenVerbinding when the server cannot be worked with: what was not sent waits. Raises NietToegestaan,
    NietAangemeld.
    """
    with server:
        while server.cuts < ENOUGH:
            # Before the claim: a server that is away makes no link.
            server.open()
            with begin_act(by) as act:
                brief = claim_uitnodiging(act, ronde_id=ronde_id)
            if brief is None:
                return
            status, melding = send_over(brief.account, brief.token, server)
            # An act of its own: nobody else waits while a mail server takes its time.
            with begin_act(by) as act:
                settle_uitnodiging(act, uitnodiging_id=brief.uitnodiging_id, status=status, melding=melding)
            if step:
                step(brief.account.adres, status)
    raise GeenVerbinding("De mailserver breekt de verbinding telkens af. Wat nog niet weg is, wacht.")

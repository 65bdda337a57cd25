"""Post by the clock: what is due is begun, and what waits is sent; whoever comes by does it, and it happens once."""

from dataclasses import dataclass, field
from datetime import datetime

from db.act import begin_act
from db.actions.geplande_post import note_sending, start_due_post
from db.engine import read_session, write_session
from db.queries.clock import clock
from db.queries.geplande_post import due, sending_fault, waiting_mailings
from landkaart.domein.clock_trust import KlokOnzeker
from landkaart.domein.herinnering import BerichtStatus
from landkaart.domein.rechten import klok
from landkaart.post.mailserver import GeenVerbinding, Mailserver
from landkaart.post.sending import Stop, send_mailing


@dataclass
class Gedaan:
    """What one look at the clock came to: mailings that began, mails by what came of them, and why it stopped."""

    begonnen: list[int] = field(default_factory=list)
    mails: dict[BerichtStatus, int] = field(default_factory=dict)
    gestopt: str | None = None

    def note(self, adres: str, status: BerichtStatus) -> None:
        """Count a mail that was sent."""
        self.mails[status] = self.mails.get(status, 0) + 1


def send_due_post(server: Mailserver, stop: Stop = lambda: False) -> Gedaan:
    """Begin what is due and send what waits, until `stop` says so; what it cannot do waits for the next look.

    A mail server that is away, and a clock that is not believed, are no failures of ours: they are said in what comes back.
    """
    done = Gedaan()
    try:
        done.begonnen = start_what_is_due()
    except KlokOnzeker as error:
        # What began before goes on: when it leaves does not depend on the clock any more.
        done.gestopt = str(error)
    with read_session() as session:
        waiting = waiting_mailings(session=session, now=clock(session=session).now())
    try:
        for number in waiting:
            send_mailing(number, server, by=klok(), step=done.note, stop=stop)
    except GeenVerbinding as error:
        done.gestopt = str(error)
        tell(str(error))
    else:
        tell(None)
    return done


def start_what_is_due() -> list[int]:
    """Begin what is due; the look at whether there is anything writes nothing, for it comes all day.

    Raises KlokOnzeker.
    """
    with read_session() as session:
        if not due(session=session, now=clock(session=session).now()):
            return []
    with begin_act(klok()) as act:
        return start_due_post(act)


def tell(fout: str | None) -> None:
    """Keep why nothing can be sent for who looks at the calendar, and take it away once it can."""
    with read_session() as session:
        before = sending_fault(session=session)
        now: datetime = clock(session=session).now()
    if (before and before.fout) != fout:
        with write_session() as session:
            note_sending(session=session, fout=fout, now=now)

"""`python -m landkaart post`: what is due by the calendar, sent now; for a timer, where the server does not run all day."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event

import typer

from landkaart import settings
from landkaart.cli.herinner import SET_FIRST
from landkaart.domein.fouten import Fout
from landkaart.domein.herinnering import BerichtStatus
from landkaart.post.by_clock import send_due_post
from landkaart.post.mailbox import Mailbox
from landkaart.post.mailserver import Mailserver
from landkaart.post.returned import read_returned
from landkaart.rapport import dutch


def post() -> None:
    """Stuurt wat volgens de kalender weg moet, en wat nog wacht. Eindigt met status 1 als er iets misging."""
    smtp, imap = settings.smtp(), settings.imap()
    if smtp is None:
        raise Fout(SET_FIRST)
    returned = read_returned(Mailbox(imap)) if imap else 0
    with finishing_the_mail_in_hand() as stop:
        done = send_due_post(Mailserver(smtp, settings.address()), stop.is_set)
    counts = [f"{dutch.count(number)} {status.label}" for status, number in done.mails.items()]
    typer.echo(f"{dutch.enumeration(counts)}." if counts else "Er is niets verstuurd.")
    if returned:
        typer.echo(f"{dutch.counted(returned, 'adres', 'adressen')} onbestelbaar: er kwam e-mail van terug.")
    if done.gestopt:
        raise Fout(done.gestopt)
    if set(done.mails) & {BerichtStatus.MISLUKT, BerichtStatus.ONZEKER}:
        raise Fout("Niet alles is verstuurd. Op de pagina Herinneren staat per adres wat er misging.")


@contextmanager
def finishing_the_mail_in_hand() -> Iterator[Event]:
    """Give what is set when somebody stops the command: it then ends after the mail that is under way."""
    stop = Event()
    before = {each: signal.signal(each, lambda *_: stop.set()) for each in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield stop
    finally:
        for each, handler in before.items():
            signal.signal(each, handler)

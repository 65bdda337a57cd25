"""`python -m landkaart herinner`: reminding from the command line, for a timer. Sends the standard text."""

from itertools import count
from typing import Annotated

import typer

from db.act import begin_act
from db.actions.mailings import retry, start_mailing
from db.engine import read_session
from db.queries.clock import clock
from db.queries.mailings import by_key, mailings, ontvangers
from db.queries.uitvragen import open_uitvraag
from landkaart import settings
from landkaart.cli.console import progress_bar
from landkaart.domein.clock import local_date
from landkaart.domein.fouten import Fout
from landkaart.domein.herinnering import BerichtStatus, HerinnerGroep, Herinnering, KortGeleden, Mailing, standard_texts
from landkaart.domein.rechten import operator
from landkaart.domein.tertaal import Tertaal
from landkaart.post.mailserver import GeenVerbinding, Mailserver
from landkaart.post.sending import send_mailing

SET_FIRST = (
    "Er is geen mailserver ingesteld. Zet SMTP_URL (zoals smtps://gebruiker:wachtwoord@mail.voorbeeld.nl), SMTP_AFZENDER en "
    "LANDKAART_ADRES, of haal de mails als bestand op bij de pagina Herinneren."
)


def herinner(
    groep: Annotated[HerinnerGroep, typer.Option(help="Wie een herinnering krijgt.")],
    tertaal: Annotated[str | None, typer.Option(help="Zoals 2009-3; anders de uitvraag die open is.")] = None,
    nogmaals: Annotated[bool, typer.Option("--nogmaals", help="Ook als deze groep er vandaag al een kreeg.")] = False,
    proef: Annotated[bool, typer.Option("--proef", help="Alleen zeggen wie een herinnering zou krijgen.")] = False,
) -> None:
    """Stuurt een groep werkpleinen een herinnering. Eindigt met status 1 als er iets mislukte."""
    asked = asked_tertaal(tertaal)
    if proef:
        show_who(asked, groep)
        return
    smtp = settings.smtp()
    if smtp is None:
        raise Fout(SET_FIRST)
    number = mailing_of_today(asked, groep, nogmaals)
    stopped = send(number, find_mailing(asked, number).count(BerichtStatus.WACHT), smtp)
    show_outcome(find_mailing(asked, number), stopped)


def asked_tertaal(text: str | None) -> Tertaal:
    """Return the tertaal that was asked for, or that of the open uitvraag.

    Raises Fout when there is neither.
    """
    if text:
        return Tertaal.parse(text)
    with read_session() as session:
        found = open_uitvraag(session=session, now=clock(session=session).now())
    if found is None:
        raise Fout("Er is geen uitvraag open. Noem met --tertaal welke u bedoelt, zoals --tertaal 2009-3.")
    return found.tertaal


def show_who(tertaal: Tertaal, groep: HerinnerGroep) -> None:
    """Print to whom a reminder would go, and about which werkpleinen."""
    with read_session() as session:
        now = clock(session=session).now()
        people, unreachable = ontvangers(session=session, tertaal=tertaal, groep=groep, now=now)
    for each in people:
        typer.echo(f"{each.adres}: {', '.join(naam for _, naam in each.werkpleinen)}")
    if unreachable:
        typer.echo(f"Zonder e-mailadres: {', '.join(reactie.naam for reactie in unreachable)}")
    typer.echo(f"Proef: {len(people)} adressen zouden een herinnering krijgen. Er is niets verstuurd.")


def mailing_of_today(tertaal: Tertaal, groep: HerinnerGroep, nogmaals: bool) -> int:
    """Return the number of today's mailing: new, or the one that was not finished, of which what failed waits again.

    Raises KortGeleden when it was finished, unless `nogmaals`: then another one is made.
    """
    with read_session() as session:
        today = local_date(clock(session=session).now())
        # A timer that runs twice, or goes on after a failure, finds the same mailing by this.
        sleutel = f"{tertaal}-{groep.value}-{today}"
        before = len(mailings(session=session, tertaal=tertaal))
        known = by_key(session=session, sleutel=sleutel)
    if known and not known.count(BerichtStatus.WACHT, BerichtStatus.BEZIG, BerichtStatus.MISLUKT):
        if not nogmaals:
            raise KortGeleden(
                f"{groep.label}: deze groep kreeg vandaag al een herinnering. Geef --nogmaals om die te herhalen."
            )
        sleutel, known = f"{sleutel}-{before}", None
    herinnering = Herinnering(tertaal, groep, *standard_texts()[groep])
    with begin_act(operator()) as act:
        if known and not known.count(BerichtStatus.WACHT, BerichtStatus.BEZIG):
            retry(act, mailing_id=known.id)
        try:
            return start_mailing(act, herinnering=herinnering, sleutel=sleutel, nogmaals=nogmaals)
        except KortGeleden as error:
            raise KortGeleden(f"{groep.label}: {error} Geef daarvoor --nogmaals.") from error


def send(number: int, total: int, smtp: settings.Smtp) -> str | None:
    """Send what waits, with a bar; return why it stopped, or None when nothing waits any more."""
    numbers, server = count(1), Mailserver(smtp, settings.address())
    with progress_bar() as step:
        try:
            send_mailing(number, server, by=operator(), step=lambda adres, _: step(adres, next(numbers), total))
        except GeenVerbinding as error:
            return str(error)
    return None


def find_mailing(tertaal: Tertaal, number: int) -> Mailing:
    """Return a mailing of this tertaal as it is now."""
    with read_session() as session:
        return next(each for each in mailings(session=session, tertaal=tertaal) if each.id == number)


def show_outcome(found: Mailing, stopped: str | None) -> None:
    """Print what came of it; raises Fout, and so ends with status 1, when anything failed or still waits."""
    typer.echo(", ".join(f"{number} {status.label}" for status, number in found.aantallen.items()) + ".")
    if stopped:
        raise Fout(f"{stopped} Start de opdracht opnieuw om verder te gaan.")
    if found.count(BerichtStatus.MISLUKT, BerichtStatus.ONZEKER):
        raise Fout("Niet alles is verstuurd. Op de pagina Herinneren staat per adres wat er misging.")

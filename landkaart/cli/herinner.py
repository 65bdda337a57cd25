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
from landkaart.post.line import GeenVerbinding
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
    about = which(tertaal)
    if proef:
        show_who(about, groep)
        return
    smtp = settings.smtp()
    if smtp is None:
        raise Fout(SET_FIRST)
    number = start(about, groep, nogmaals)
    stopped, numbers, total = None, count(1), find(about, number).count(BerichtStatus.WACHT)
    with progress_bar() as step:
        try:
            send_mailing(
                number,
                by=operator(),
                smtp=smtp,
                adres=settings.address(),
                step=lambda adres, status: step(adres, next(numbers), total),
            )
        except GeenVerbinding as error:
            stopped = str(error)
    finish(find(about, number), stopped)


def which(tertaal: str | None) -> Tertaal:
    """The one that was asked for, or that of the open uitvraag."""
    if tertaal:
        return Tertaal.parse(tertaal)
    with read_session() as session:
        found = open_uitvraag(session=session, now=clock(session=session).now())
    if found is None:
        raise Fout("Er is geen uitvraag open. Noem met --tertaal welke u bedoelt, zoals --tertaal 2009-3.")
    return found.tertaal


def show_who(tertaal: Tertaal, groep: HerinnerGroep) -> None:
    with read_session() as session:
        now = clock(session=session).now()
        people, unreachable = ontvangers(session=session, tertaal=tertaal, groep=groep, now=now)
    for each in people:
        typer.echo(f"{each.adres}: {', '.join(naam for _, naam in each.werkpleinen)}")
    if unreachable:
        typer.echo(f"Zonder e-mailadres: {', '.join(reactie.naam for reactie in unreachable)}")
    typer.echo(f"Proef: {len(people)} adressen zouden een herinnering krijgen. Er is niets verstuurd.")


def start(tertaal: Tertaal, groep: HerinnerGroep, nogmaals: bool) -> int:
    """The mailing of today: new, or the one that was not finished. Raises KortGeleden when it was, unless `nogmaals`."""
    with read_session() as session:
        today = local_date(clock(session=session).now())
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


def find(tertaal: Tertaal, number: int) -> Mailing:
    with read_session() as session:
        return next(each for each in mailings(session=session, tertaal=tertaal) if each.id == number)


def finish(found: Mailing, stopped: str | None) -> None:
    """What came of it, and status 1 when anything failed or still waits."""
    typer.echo(", ".join(f"{number} {status.label}" for status, number in found.aantallen.items()) + ".")
    if stopped:
        raise Fout(f"{stopped} Start de opdracht opnieuw om verder te gaan.")
    if found.count(BerichtStatus.MISLUKT, BerichtStatus.ONZEKER):
        raise Fout("Niet alles is verstuurd. Op de pagina Herinneren staat per adres wat er misging.")

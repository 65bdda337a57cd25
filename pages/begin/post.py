"""What Begin says of the post of an uitvraag: what leaves by itself and when, and what did not arrive."""

from collections.abc import Iterator

from db.engine import read_session
from db.queries.mailings import mailings
from landkaart.domein.herinnering import BerichtStatus
from landkaart.domein.uitvraag import Uitvraag
from landkaart.rapport import dutch
from landkaart.screens import Screen
from pages.begin.taak import Taak
from pages.shared.visit import visit


def post_taken(uitvraag: Uitvraag) -> Iterator[Taak]:
    """Yield what there is to know and to do about its post."""
    with read_session() as session:
        sent = mailings(session=session, tertaal=uitvraag.tertaal)
    address = {"uitvraag": str(uitvraag.tertaal)}
    failed = sum(each.count(BerichtStatus.MISLUKT, BerichtStatus.ONZEKER) for each in sent)
    if failed:
        said = f"**{dutch.counted(failed, 'e-mail', 'e-mails')}** kwamen niet of misschien niet aan."
        yield Taak(said, "Bekijken", Screen.HERINNEREN, address)
    if sent:
        last = sent[0]
        said = (
            f"De laatste herinnering ging op {dutch.day(last.gemaakt_op)} naar {dutch.counted(last.n, 'adres', 'adressen')}."
        )
    else:
        said = "Er is nog niemand herinnerd."
    if visit().now() < uitvraag.herinnering:
        said += f" De kalender zegt: herinneren op {dutch.opening(uitvraag.herinnering)}."
    yield Taak(f"{said} Vanzelf gaat er niets uit.", "Herinneren", Screen.HERINNEREN, address)

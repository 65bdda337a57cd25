"""What Begin says of the post of an uitvraag: what leaves by itself and when, what left, and whom it does not reach."""

from collections.abc import Iterator

from db.engine import read_session
from db.queries.onbestelbaar import onbestelbaar
from db.queries.postbeelden import postbeelden
from landkaart.domein.geplande_post import PostStand
from landkaart.domein.uitvraag import Uitvraag
from landkaart.rapport import dutch
from landkaart.rapport.begin import named
from landkaart.rapport.geplande_post import standing, when
from landkaart.screens import Screen
from pages.begin.taak import Taak
from pages.shared.markdown import escaped
from pages.shared.visit import visit


def post_taken(uitvraag: Uitvraag) -> Iterator[Taak]:
    """Yield each planned mail with how it stands, and the addresses where mail does not arrive."""
    with read_session() as session:
        planned = postbeelden(session=session, uitvraag=uitvraag, now=visit().now())
        bounced = onbestelbaar(session=session)
    address = {"uitvraag": str(uitvraag.tertaal)}
    for each in planned:
        if each.stand is not PostStand.UIT:
            said = f"**{each.post.soort.label}** ({when(each)}): {escaped(standing(each))}"
            yield Taak(said, "Bekijken", Screen.UITVRAAG, address)
    if all(each.stand is PostStand.UIT for each in planned):
        yield Taak("Vanzelf gaat er over deze uitvraag **geen e-mail** uit.", "Post plannen", Screen.UITVRAAG, address)
    if bounced:
        many = dutch.counted(len(bounced), "adres", "adressen")
        said = f"Op **{many}** komt post niet aan: {escaped(named([each.adres for each in bounced]))}."
        yield Taak(said, "Bekijken", Screen.RESPONS, address)

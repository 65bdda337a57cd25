"""What Begin says of the post of an uitvraag: what leaves by itself and when, what left, and whom it does not reach."""

from collections.abc import Iterator

from db.engine import read_session
from db.queries.onbestelbaar import onbestelbaar
from db.queries.postbeelden import postbeelden
from landkaart.domein.geplande_post import PostStand
from landkaart.domein.herinnering import BerichtStatus, PostSoort
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.rapport import dutch
from landkaart.rapport.begin import named
from landkaart.rapport.geplande_post import standing, when
from landkaart.screens import Screen
from pages.begin.taak import Taak
from pages.shared.markdown import escaped
from pages.shared.visit import visit


def post_taken(uitvraag: Uitvraag) -> Iterator[Taak]:
    """Yield each planned mail with how it stands; an opening that is off is said as well, for nobody was told."""
    with read_session() as session:
        planned = postbeelden(session=session, uitvraag=uitvraag, now=visit().now())
    here = {"uitvraag": str(uitvraag.tertaal)}
    address = here | {"deel": "Post"}
    if all(each.stand is PostStand.UIT for each in planned):
        yield Taak("Vanzelf gaat er over deze uitvraag **geen e-mail** uit.", "Post plannen", Screen.UITVRAAG, address)
        return
    for each in planned:
        if each.stand is not PostStand.UIT:
            said = f"**{each.post.soort.label}** ({when(each)}): {escaped(standing(each))}"
            failed = each.stand is PostStand.WEG and BerichtStatus.MISLUKT in each.aantallen
            way = ("Opnieuw proberen", Screen.HERINNEREN, here) if failed else ("Bekijken", Screen.UITVRAAG, address)
            yield Taak(said, *way)
        elif each.post.soort is PostSoort.OPENING:
            said = "**Openingsmail**: staat uit en ging niet weg. Wie geen bericht kreeg, weet niet dat de uitvraag open is."
            yield Taak(said, "Alsnog versturen", Screen.UITVRAAG, address)


def bounced_taken(tertaal: Tertaal | None) -> Iterator[Taak]:
    """Yield the addresses where mail does not arrive, whether an uitvraag is open or not."""
    with read_session() as session:
        bounced = onbestelbaar(session=session)
    if bounced:
        many = dutch.counted(len(bounced), "adres", "adressen")
        said = f"Op **{many}** komt post niet aan: {escaped(named([each.adres for each in bounced]))}."
        yield Taak(said, "Bekijken", Screen.RESPONS, {"uitvraag": str(tertaal)} if tertaal else {})

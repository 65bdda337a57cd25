"""What the AKO has to do: the open uitvraag with its response and post, the oordelen, the list, what comes next."""

from collections.abc import Iterator

import streamlit as st

from db.engine import read_session
from db.queries.achterblijvers import vaste_lijst
from db.queries.navragen import navragen
from db.queries.postbeelden import postbeelden
from db.queries.uitzonderingen import uitstellen
from db.queries.vraag_antwoorden import uitslagen
from landkaart.domein.navraag import NavraagStatus
from landkaart.domein.oordelen import per_klasse
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.programma.namen import AKO, WERKPLEIN, WERKPLEINEN
from landkaart.rapport import dutch
from landkaart.rapport.begin import respons_sentence, round_sentence
from landkaart.rapport.kalender import line_of_dates
from landkaart.rapport.respons import uitstel_text
from landkaart.screens import Screen
from pages.begin.land import last_closed
from pages.begin.post import bounced_taken, post_taken
from pages.begin.taak import Taak, show_taken
from pages.shared.cache import uitvragen
from pages.shared.heruitgaven import moved_since_last
from pages.shared.markdown import escaped
from pages.shared.respons import respons
from pages.shared.visit import visit


def show_ako() -> None:
    """Show what there is to do now, and the calendar of the uitvraag that is open or next."""
    now = visit().now()
    st.markdown(round_sentence(uitvragen(), now))
    here = open_uitvraag()
    open_now = of_open(here) if here else bounced_taken(None)
    taken = [*open_now, *came_late(), *to_close(), *after_closing(), *to_plan()]
    st.header("Nu te doen")
    if taken:
        show_taken(taken, "ako")
    else:
        st.markdown("Er is nu niets te doen.")
    shown = here or next((each for each in uitvragen().values() if now < each.opent), None)
    if shown:
        with read_session() as session:
            later = uitstellen(session=session, tertaal=shown.tertaal)
            post = postbeelden(session=session, uitvraag=shown, now=now)
        st.header(f"De kalender van {shown.tertaal}")
        st.html(line_of_dates(shown, [uitstel.tot for uitstel in later.values()], now, post))


def open_uitvraag() -> Uitvraag | None:
    now = visit().now()
    return next((each for each in reversed(list(uitvragen().values())) if each.is_open(now)), None)


def of_open(uitvraag: Uitvraag) -> Iterator[Taak]:
    """Yield how far the response is, what its post does, and what was answered to its questions."""
    tertaal, address = uitvraag.tertaal, {"uitvraag": str(uitvraag.tertaal)}
    yield Taak(f"**Respons op {tertaal}.** {respons_sentence(respons(tertaal))}", "Wie nog niet", Screen.RESPONS, address)
    yield from post_taken(uitvraag)
    yield from bounced_taken(tertaal)
    yield from answered(tertaal)


def answered(tertaal: Tertaal) -> Iterator[Taak]:
    """Yield of each extra vraag that somebody answered how many did."""
    with read_session() as session:
        found = [each for each in uitslagen(session=session, tertaal=tertaal) if each.beantwoord]
    for each in found:
        many = f"**{dutch.count(each.beantwoord)} van {dutch.werkpleinen(each.n)}**"
        said = f"{many} beantwoordden de vraag: {escaped(each.tekst)}"
        yield Taak(said, "Antwoorden", Screen.VRAGEN, {"tertaal": str(tertaal)})


def came_late() -> Iterator[Taak]:
    """Yield of the last uitvraag that closed who can still answer, and what came in that its tables do not count."""
    now = visit().now()
    closed = [each.tertaal for each in uitvragen().values() if each.sluit <= now]
    if not closed:
        return
    tertaal = max(closed)
    address = {"uitvraag": str(tertaal)}
    if late := respons(tertaal).still_open(now):
        yield Taak(f"**{tertaal}**: {escaped(uitstel_text(late))}", "Bekijken", Screen.RESPONS, address)
    if moved := moved_since_last(tertaal):
        many = dutch.counted(len(moved), f"{WERKPLEIN} staat", f"{WERKPLEINEN} staan")
        said = f"**{many}** nu anders dan in de tabellen van {tertaal}: een nieuwe editie telt dat mee."
        yield Taak(said, "Nieuwe editie", Screen.UITVRAAG, address)


def to_close() -> Iterator[Taak]:
    """Yield the navragen that were answered and wait for the AKO to read them, by tertaal."""
    with read_session() as session:
        found = [each for each in navragen(session=session) if each.status is NavraagStatus.BEANTWOORD]
    for tertaal in sorted({each.tertaal for each in found}):
        many = dutch.counted(sum(each.tertaal == tertaal for each in found), "navraag is", "navragen zijn")
        said = f"**{many} beantwoord** over {tertaal}: lees het antwoord, en sluit de navraag of vraag verder."
        yield Taak(said, "Lezen", Screen.NAVRAGEN, {"uitvraag": str(tertaal)})


def after_closing() -> Iterator[Taak]:
    """Yield what is left of the last tertaal that closed: oordelen to give, the list to fix."""
    beeld = last_closed()
    if beeld is None:
        return
    tertaal, address = beeld.tertaal, {"tertaal": str(beeld.tertaal)}
    if left := len(per_klasse(beeld)[None]):
        many = f"**{dutch.count(left)} van {dutch.werkpleinen(beeld.stand.n)}**"
        said = f"{many} {dutch.have(left)} over {tertaal} nog geen oordeel van het {AKO}."
        yield Taak(said, "Beoordelen", Screen.INDICATIE, address)
    with read_session() as session:
        fixed = vaste_lijst(session=session, tertaal=tertaal)
    if fixed is None:
        said = f"De lijst van achterblijvers van **{tertaal}** is nog niet vastgesteld."
        yield Taak(said, "Lijst bekijken", Screen.ACHTERBLIJVERS, address)


def to_plan() -> Iterator[Taak]:
    """Yield that there is no next uitvraag, when there is none."""
    if not any(visit().now() < each.opent for each in uitvragen().values()):
        said = "Er is nog geen volgende uitvraag gepland."
        yield Taak(said, "Uitvraag plannen", Screen.UITVRAAG, {"deel": "Nieuwe uitvraag"} if uitvragen() else {})

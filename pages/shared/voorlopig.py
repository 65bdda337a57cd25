"""What a werkplein submitted in the uitvraag that still runs, for who may fill it in: preliminary until it closes."""

from datetime import date

import streamlit as st

from db.engine import read_session
from db.queries.formulier import formulier, plaats
from landkaart.domein.formulier import Formulier, Plaats, Tussenstand
from landkaart.domein.invulling import Indiening, score
from landkaart.domein.rechten import Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag
from landkaart.rapport import dutch, voorlopig
from landkaart.rapport import formulier as sentences
from landkaart.screens import Screen
from pages.contents import file_of
from pages.shared.cache import anything_changes, kept
from pages.shared.choose_tertaal import step
from pages.shared.key_figures import KeyFigure, show_metric
from pages.shared.markdown import escaped
from pages.shared.rondes import rondes_for
from pages.shared.visit import visit


def show_voorlopig(werkplein: str, shown: Tertaal) -> None:
    """Show it for each uitvraag that is open to this werkplein (its code); nothing to others, and nothing when none is.

    `shown`: the tertaal that the page is about; there is a way to the same page with what was submitted.
    """
    if not visit().may(Recht.INVULLEN, werkplein):
        return
    for uitvraag in rondes_for(werkplein, visit().now()).te_doen:
        show_one(werkplein, uitvraag, uitvraag.tertaal == shown)


def show_one(werkplein: str, uitvraag: Uitvraag, is_shown: bool) -> None:
    form, stands = as_it_is(werkplein, uitvraag.tertaal, visit().today())
    if form is None or not form.ronde.is_open:
        return
    with st.container(border=True):
        st.markdown(f"**{escaped(voorlopig.title(form))}**")
        if form.submitted is None:
            show_nothing_yet(form)
        else:
            show_submitted(form, form.submitted, stands)
        show_ways(form, is_shown)


@kept(until=anything_changes, most=300)
def as_it_is(werkplein: str, tertaal: Tertaal, day: date) -> tuple[Formulier | None, Plaats | None]:
    """Return the form, and the place that what was submitted gives; on a `day`, because a werkplein can close with one."""
    with read_session() as session:
        form = formulier(session=session, werkplein=werkplein, tertaal=tertaal)
        stands = plaats(session=session, ronde=form.ronde) if form and form.submitted else None
    return form, stands


def show_nothing_yet(form: Formulier) -> None:
    step = Tussenstand(form.ronde, len(form.now.banden), False)
    st.markdown(f"In deze uitvraag is nog niets ingediend. {escaped(sentences.step(step))}")


def show_submitted(form: Formulier, last: Indiening, stands: Plaats | None) -> None:
    place = f" {sentences.plaats(form.ronde, stands)}" if stands else ""
    st.markdown(escaped(f"{sentences.submitted(form, last)}{place}"))
    with st.grid(2, min_column_width=230):
        for figure in figures(form, last, stands):
            show_metric(figure, border=True, height="stretch")
    st.markdown(escaped(f"{voorlopig.moved_text(form, last)} {voorlopig.below_text(last)}"))
    key = f"voorlopig-{form.ronde.werkplein}-{form.ronde.tertaal}"
    with st.expander("Per mijlpaal, naast de vorige keer", on_change="rerun", key=key) as opened:
        if opened.open:
            table = voorlopig.mijlpalen_table(form, last).map(escaped)
            alt = f"Wat voorlopig is ingediend in {form.ronde.tertaal}, per mijlpaal"
            st.table(table, hide_index=True, border="horizontal", alt=alt)


def figures(form: Formulier, last: Indiening, stands: Plaats | None) -> list[KeyFigure]:
    """Return its score with its band, and its place, where it has one."""
    exact = score(last.banden)
    change = voorlopig.change_of(form, last)
    since = f"{'punt' if change in (1, -1) else 'punten'} sinds {form.before_tertaal}" if change is not None else None
    found = [KeyFigure(f"Score, voorlopig{voorlopig.band_text(exact)}", dutch.percent(exact), change, since)]
    if stands:
        shared = " (gedeeld)" if stands.samen else ""
        found.append(KeyFigure(f"Plaats in Nederland, voorlopig{shared}", f"{stands.plaats} van {stands.n}"))
    return found


def show_ways(form: Formulier, is_shown: bool) -> None:
    """Show where to go on from here: to the form, to paper, to the same page with what was submitted."""
    code, tertaal, last = form.ronde.werkplein, str(form.ronde.tertaal), form.submitted
    with st.container(horizontal=True, vertical_alignment="center"):
        label = "Wijzigen of akkoord geven" if last else "Verder met invullen"
        asked = {"werkplein": code, "ronde": tertaal}
        st.page_link(file_of(Screen.INVULLEN), label=label, icon=":material/edit_note:", query_params=asked)
        if last is None:
            return
        if not is_shown:
            label, key = f"Deze pagina met {tertaal}", f"voorlopig-toon-{code}-{tertaal}"
            st.button(label, key=key, icon=":material/visibility:", type="tertiary", on_click=step, args=(tertaal,))
        st.markdown(f"[Afdrukken wat is ingediend](/formulier/{code}/{tertaal}?versie={last.versie})")

"""The rows of the form and the bar below them. Shows what the database has; saving is in `saving`."""

import streamlit as st

from landkaart.domein.band import Band
from landkaart.domein.catalogus import Fase, Mijlpaal, catalogus
from landkaart.domein.invulling import Antwoord, Wijze
from landkaart.domein.rounding import whole_percent
from landkaart.rapport import dutch
from pages.invullen import conflict, saving
from pages.invullen.form_state import FormState, when
from pages.invullen.widget_values import bound, named
from pages.shared.frame import QUIET
from pages.shared.markdown import NBSP, band_label, escaped

BANDS = list(Band)
# The space in front keeps Streamlit from looking each sign up among all emoji, at every run; nobody sees it.
SEGMENTS = {band: f" {band.signed}" for band in Band} | {saving.ONGEWIJZIGD: "Ongewijzigd"}
# Nanoseconds: long enough to be read.
NEWS = 30 * 10**9
WIJZEN = {
    Wijze.BIJGEWERKT: "bijgewerkt",
    Wijze.BEVESTIGD: "ongewijzigd bevestigd",
    Wijze.INGELEZEN: "ingelezen uit een bestand",
}


def show_fase(paper: FormState, fase: Fase, explain: bool) -> None:
    st.subheader(fase.naam, divider="gray")
    for mijlpaal in fase.mijlpalen:
        show_mijlpaal(paper, mijlpaal, explain)


def show_mijlpaal(paper: FormState, mijlpaal: Mijlpaal, explain: bool) -> None:
    """What is chosen and since when, what it means, what was said about it: three elements, because each one costs."""
    code = mijlpaal.code
    ask_band(paper, mijlpaal, paper.now.antwoorden.get(code))
    conflict.show_question(paper, "band", code)
    saving.show_failure(paper, code)
    st.markdown(meaning(paper, mijlpaal, explain))
    if is_open(paper, code):
        ask_toelichting(paper, mijlpaal)
    else:
        show_opener(paper, saving.key("toelichten", paper, code))


def ask_band(paper: FormState, mijlpaal: Mijlpaal, antwoord: Antwoord | None) -> None:
    """The four bands and, while there is nothing yet and something to confirm, that it is as it was."""
    can_confirm = paper.before is not None and antwoord is None
    st.segmented_control(
        title(paper, mijlpaal, antwoord),
        [*BANDS, saving.ONGEWIJZIGD] if can_confirm else BANDS,
        format_func=SEGMENTS.__getitem__,
        wrap=True,
        **bound("band", paper, mijlpaal.code, antwoord and antwoord.band, saving.keep_band),
    )


def title(paper: FormState, mijlpaal: Mijlpaal, antwoord: Antwoord | None) -> str:
    """With what it was last time, and what the database has now and since when."""
    before = paper.band_before(mijlpaal.code)
    marks = [] if before is None else [f"vorige keer {band_label(before)}".replace(" ", NBSP)]
    if antwoord is None:
        marks.append(f':color[nog niet beoordeeld]{{foreground="{QUIET}"}}')
    else:
        marks.append(f":material/check: {WIJZEN[antwoord.wijze]}, opgeslagen {when(paper, antwoord.opgeslagen_op)}")
    return f"**{mijlpaal.titel}** :small[{' · '.join(marks)}]"


def meaning(paper: FormState, mijlpaal: Mijlpaal, explain: bool) -> str:
    """The definition and what each band means for this mijlpaal, the chosen one standing out; what was said last time."""
    lines = [mijlpaal.definitie]
    if explain:
        chosen = paper.now.banden.get(mijlpaal.code)
        said = [f"{band_label(band)}: {mijlpaal.sentence(band)}" for band in Band]
        lines += [f"**{line}**" if band is chosen else line for band, line in zip(Band, said, strict=True)]
    if paper.before and (said := paper.before.toelichtingen.get(mijlpaal.code)):
        lines.append(f"Vorige keer ({paper.before_tertaal}): “{escaped(said)}”")
    return "  \n".join(f":small[{line}]" for line in lines)


def is_open(paper: FormState, code: str) -> bool:
    """Whether the toelichting can be seen: because there is one, because it is wanted, or because it was asked for here."""
    asked = saving.key("toelichten", paper, code) in paper.notes.opened
    asked = asked or saving.question(paper, "toelichting", code) is not None
    return asked or bool(paper.now.toelichtingen.get(code)) or paper.wants_toelichting(code)


def show_opener(paper: FormState, asked: str) -> None:
    open_field = paper.notes.opened.add
    st.button("Toelichting", key=asked, type="tertiary", icon=":material/edit:", on_click=open_field, args=(asked,))


def ask_toelichting(paper: FormState, mijlpaal: Mijlpaal) -> None:
    code = mijlpaal.code
    said = paper.now.toelichtingen.get(code, "")
    if paper.wants_toelichting(code):
        st.caption(f"{change_of(paper, code)} Wilt u dat toelichten? Het hoeft niet.")
    st.text_area(
        f"Toelichting bij {mijlpaal.titel}",
        label_visibility="collapsed",
        placeholder="Wat is er veranderd, of waarom juist niet?",
        height=80,
        **bound("toelichting", paper, code, said, saving.keep_toelichting),
    )
    conflict.show_question(paper, "toelichting", code)


def change_of(paper: FormState, code: str) -> str:
    before, now = paper.band_before(code), paper.now.banden[code]
    return f"Dit gaat van {before.label} naar {now.label}."


def show_bar(paper: FormState) -> None:
    """Stays in sight: how far, what it becomes, when it was saved, and the next step."""
    saving.show_failure(paper, "alle")
    show_news(paper)
    done = f"**{len(catalogus().codes) - len(paper.now.missing)} van {len(catalogus().codes)}**"
    with st.container(horizontal=True, vertical_alignment="center"):
        st.markdown(f"{done} · {outlook_text(paper)} · {saved_text(paper)}")
        show_steps(paper, len(paper.now.missing))


def show_news(paper: FormState) -> None:
    """What came in just now: before that, something else was on the screen. A quick next click does not take it away."""
    came = dict.fromkeys(title_of(paper, *place) for came_at, *place in paper.elsewhere if paper.read - came_at < NEWS)
    if came:
        st.info(f"Intussen elders gewijzigd: {', '.join(came)}. Kijk of het zo klopt.")


def title_of(paper: FormState, kind: str, code: str) -> str:
    if kind in ("band", "toelichting"):
        return catalogus()[code].titel
    return next((f"“{escaped(vraag.tekst)}”" for vraag in paper.vragen if vraag.code == code), "een vraag")


def show_steps(paper: FormState, missing: int) -> None:
    if paper.before and missing:
        st.button(
            f"Overige {missing} ongewijzigd bevestigen",
            key=saving.key("bevestig", paper, "alle"),
            on_click=saving.confirm,
            args=(paper, paper.now.missing),
        )
    st.button(
        "Opnieuw indienen" if paper.submitted else "Indienen",
        # Of another name after something came in: a click on what was there before is no submission of it.
        key=named("indienen", paper, "alle", len(paper.elsewhere)),
        type="primary",
        disabled=bool(missing) or (paper.submitted is not None and not paper.is_changed),
        help=f"Nog {missing} te beoordelen, daarna kunt u indienen." if missing else None,
        on_click=saving.submit,
        args=(paper,),
    )


def outlook_text(paper: FormState) -> str:
    if paper.outlook is None:
        return f"score volgt bij 14 van 14 (landelijk {dutch.percent(paper.national)})"
    before = f"vorige keer {dutch.percent(paper.score_before)}, " if paper.before else ""
    verb = "score wordt" if paper.now.missing else "score"
    return f"{verb} **{whole_percent(paper.outlook)}%** ({before}landelijk {dutch.percent(paper.national)})"


def saved_text(paper: FormState) -> str:
    if paper.submitted and not paper.is_changed:
        return f":material/check: ingediend {when(paper, paper.submitted.ingediend_op)}, telt mee"
    return f"opgeslagen {when(paper, paper.now.saved_at)}" if paper.now.saved_at else "nog niets opgeslagen"

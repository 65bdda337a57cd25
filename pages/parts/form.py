"""The rows of the form and the bar below them. Shows what the database has; saving is in `saving`."""

import streamlit as st
from streamlit.elements.lib.grid_container import GridContainer

from landkaart.domein.band import Band
from landkaart.domein.catalogus import Fase, Mijlpaal, catalogus
from landkaart.domein.invulling import Antwoord, Wijze
from landkaart.domein.stand import shown
from landkaart.rapport import dutch
from pages.parts import conflict, saving
from pages.parts.paper import Paper, when
from pages.parts.text import band_label, escaped

BANDS = list(Band)
SEGMENTS = {band: f"{band.sign} {band.label}" for band in Band} | {saving.ONGEWIJZIGD: "Ongewijzigd"}
QUIET = "#5c5c5c"
WIJZEN = {
    Wijze.BIJGEWERKT: "bijgewerkt",
    Wijze.BEVESTIGD: "ongewijzigd bevestigd",
    Wijze.INGELEZEN: "ingelezen uit een bestand",
}


def show_fase(paper: Paper, fase: Fase, explain: bool) -> None:
    """Four cells for each mijlpaal, two beside each other: a grid costs less than columns, which are elements too."""
    with st.container(border=True):
        st.subheader(fase.naam)
        with st.grid(2, min_column_width=300) as grid:
            for mijlpaal in fase.mijlpalen:
                show_mijlpaal(grid, paper, mijlpaal, explain)


def show_mijlpaal(grid: GridContainer, paper: Paper, mijlpaal: Mijlpaal, explain: bool) -> None:
    """What is said now beside what it means; below it the toelichting beside what was said last time."""
    code = mijlpaal.code
    antwoord = paper.now.antwoorden.get(code)
    if is_troubled(paper, code, "band"):
        with grid.cell():
            ask_band(paper, mijlpaal, antwoord)
            conflict.show_question(paper, "band", code)
            saving.show_failure(paper, code)
    else:
        ask_band(paper, mijlpaal, antwoord)
    st.markdown(meaning(mijlpaal, antwoord, explain))
    if is_open(paper, code):
        with grid.cell():
            ask_toelichting(paper, mijlpaal)
    else:
        show_opener(paper, code)
    st.markdown(status(paper, code, antwoord))


def is_troubled(paper: Paper, code: str, kind: str) -> bool:
    """Whether there is more to say than fits in a cell of one element."""
    return saving.question(paper, kind, code) is not None or saving.failed(paper, code) is not None


def ask_band(paper: Paper, mijlpaal: Mijlpaal, antwoord: Antwoord | None) -> None:
    """The four bands and, while there is nothing yet and something to confirm, that it is as it was."""
    can_confirm = paper.before is not None and antwoord is None
    st.segmented_control(
        title(paper, mijlpaal),
        [*BANDS, saving.ONGEWIJZIGD] if can_confirm else BANDS,
        format_func=SEGMENTS.__getitem__,
        wrap=True,
        **saving.bound("band", paper, mijlpaal.code, antwoord and antwoord.band, saving.keep_band),
    )


def title(paper: Paper, mijlpaal: Mijlpaal) -> str:
    """With what it was last time, as a small mark."""
    before = paper.band_before(mijlpaal.code)
    mark = "" if before is None else f" &nbsp;:small[vorige keer {band_label(before)}]"
    return f"**{mijlpaal.titel}**{mark}"


def meaning(mijlpaal: Mijlpaal, antwoord: Antwoord | None, explain: bool) -> str:
    """The definition and what each band means for this mijlpaal; the chosen one stands out."""
    lines = [mijlpaal.definitie]
    if explain:
        chosen = antwoord and antwoord.band
        said = [f"{band_label(band)}: {mijlpaal.sentence(band)}" for band in Band]
        lines += [f"**{line}**" if band is chosen else line for band, line in zip(Band, said, strict=True)]
    return "  \n".join(f":small[{line}]" for line in lines)


def status(paper: Paper, code: str, antwoord: Antwoord | None) -> str:
    """What the database has for this mijlpaal, and since when; and what was said about it last time."""
    if antwoord is None:
        lines = [f':color[Nog niet beoordeeld]{{foreground="{QUIET}"}}']
    else:
        lines = [f":material/check: {WIJZEN[antwoord.wijze]}, opgeslagen {when(paper, antwoord.opgeslagen_op)}"]
    if paper.before and (said := paper.before.toelichtingen.get(code)):
        lines.append(f"Vorige keer ({paper.before_tertaal}): “{escaped(said)}”")
    return "  \n".join(f":small[{line}]" for line in lines)


def is_open(paper: Paper, code: str) -> bool:
    """Whether the toelichting can be seen: because there is one, because it is wanted, or because it was asked for here."""
    asked = f"open-{saving.key('toelichten', paper, code)}" in st.session_state
    asked = asked or saving.question(paper, "toelichting", code) is not None
    return asked or bool(paper.now.toelichtingen.get(code)) or paper.wants_toelichting(code)


def open_field(asked: str) -> None:
    st.session_state[f"open-{asked}"] = True


def show_opener(paper: Paper, code: str) -> None:
    asked = saving.key("toelichten", paper, code)
    st.button("Toelichting", key=asked, type="tertiary", icon=":material/edit:", on_click=open_field, args=(asked,))


def ask_toelichting(paper: Paper, mijlpaal: Mijlpaal) -> None:
    code = mijlpaal.code
    if paper.wants_toelichting(code):
        st.caption(f"{change_of(paper, code)} Wilt u dat toelichten? Het hoeft niet.")
    st.text_area(
        f"Toelichting bij {mijlpaal.titel}",
        label_visibility="collapsed",
        placeholder="Wat is er veranderd, of waarom juist niet?",
        height=80,
        **saving.bound("toelichting", paper, code, paper.now.toelichtingen.get(code, ""), saving.keep_toelichting),
    )
    conflict.show_question(paper, "toelichting", code)


def change_of(paper: Paper, code: str) -> str:
    before, now = paper.band_before(code), paper.now.banden[code]
    return f"Dit gaat van {before.label} naar {now.label}."


def show_bar(paper: Paper) -> None:
    """Stays in sight: how far, what it becomes, when it was saved, and the one next step."""
    saving.show_failure(paper, "alle")
    total = len(catalogus().codes)
    done = total - len(paper.now.missing)
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.markdown(f"**{done} van {total}** · {outlook_text(paper)} · {saved_text(paper)}", width="content")
        with st.container(horizontal=True, width="content"):
            if paper.before and paper.now.missing:
                st.button(
                    f"Overige {len(paper.now.missing)} ongewijzigd bevestigen",
                    key=saving.key("bevestig", paper, "alle"),
                    on_click=saving.confirm,
                    args=(paper, paper.now.missing),
                )
            st.button(
                "Opnieuw indienen" if paper.submitted else "Indienen",
                key=saving.key("indienen", paper, "alle"),
                type="primary",
                disabled=bool(paper.now.missing) or (paper.submitted is not None and not paper.is_changed),
                help=None if done == total else f"Nog {total - done} te beoordelen, daarna kunt u indienen.",
                on_click=saving.submit,
                args=(paper,),
            )


def outlook_text(paper: Paper) -> str:
    if paper.outlook is None:
        return f"score volgt bij 14 van 14 (landelijk {dutch.percent(paper.national)})"
    before = f"vorige keer {dutch.percent(paper.score_before)}, " if paper.before else ""
    verb = "score wordt" if paper.now.missing else "score"
    return f"{verb} **{shown(paper.outlook)}%** ({before}landelijk {dutch.percent(paper.national)})"


def saved_text(paper: Paper) -> str:
    if paper.submitted and not paper.is_changed:
        return f":material/check: ingediend {when(paper, paper.submitted.ingediend_op)}, telt mee"
    return f"opgeslagen {when(paper, paper.now.saved_at)}" if paper.now.saved_at else "nog niets opgeslagen"

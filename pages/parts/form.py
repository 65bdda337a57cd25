"""The rows of the form and the bar below them. Shows what the database has; saving is in `saving`."""

import streamlit as st

from landkaart.domein.band import Band
from landkaart.domein.catalogus import Mijlpaal, catalogus
from landkaart.domein.invulling import Antwoord, Wijze
from landkaart.domein.stand import shown
from landkaart.rapport import dutch
from pages.parts import conflict, saving
from pages.parts.paper import Paper, when
from pages.parts.text import band_label, escaped

BANDS = list(Band)
QUIET = "#5c5c5c"
WIJZEN = {
    Wijze.BIJGEWERKT: "bijgewerkt",
    Wijze.BEVESTIGD: "ongewijzigd bevestigd",
    Wijze.INGELEZEN: "ingelezen uit een bestand",
}


def show_row(paper: Paper, mijlpaal: Mijlpaal, explain: bool) -> None:
    """One mijlpaal: what it means and what was said last time, beside what is said now."""
    code = mijlpaal.code
    antwoord = paper.now.antwoorden.get(code)
    left, right = st.columns([5, 7], gap="medium")
    with left:
        st.markdown(meaning(paper, mijlpaal))
        show_buttons(paper, code)
    with right:
        st.segmented_control(
            mijlpaal.titel,
            BANDS,
            format_func=segment,
            label_visibility="collapsed",
            wrap=True,
            **saving.bound("band", paper, code, antwoord and antwoord.band, saving.keep_band),
        )
        conflict.show_question(paper, "band", code)
        explanation = sentences(mijlpaal, antwoord) if explain else []
        st.markdown("  \n".join([*explanation, saved_line(paper, antwoord)]))
        if is_open(paper, code):
            show_toelichting(paper, mijlpaal)
            conflict.show_question(paper, "toelichting", code)
        saving.show_failure(paper, code)


def meaning(paper: Paper, mijlpaal: Mijlpaal) -> str:
    lines = [f"**{mijlpaal.titel}**", f":small[{mijlpaal.definitie}]"]
    if (before := paper.band_before(mijlpaal.code)) is not None:
        lines.append(f":small[Vorige keer ({paper.before_tertaal}): {band_label(before)}]")
        if said := paper.before.toelichtingen.get(mijlpaal.code):
            lines.append(f":small[“{escaped(said)}”]")
    return "  \n".join(lines)


def segment(band: Band) -> str:
    return f"{band.sign} {band.label}"


def sentences(mijlpaal: Mijlpaal, antwoord: Antwoord | None) -> list[str]:
    """What each band means for this mijlpaal; the chosen one stands out."""
    chosen = antwoord and antwoord.band
    lines = [f"{band_label(band)}: {mijlpaal.sentence(band)}" for band in Band]
    lines = [f"**{line}**" if band is chosen else line for band, line in zip(Band, lines, strict=True)]
    return [f":small[{line}]" for line in lines]


def saved_line(paper: Paper, antwoord: Antwoord | None) -> str:
    """What the database has for this mijlpaal, and since when."""
    if antwoord is None:
        return f':small[:color[Nog niet beoordeeld]{{foreground="{QUIET}"}}]'
    return f":small[:material/check: {WIJZEN[antwoord.wijze]}, opgeslagen {when(paper, antwoord.opgeslagen_op)}]"


def show_buttons(paper: Paper, code: str) -> None:
    """Confirm, while there is nothing yet and something to confirm; write a toelichting, while the field is closed."""
    can_confirm, can_write = paper.before and code in paper.now.missing, not is_open(paper, code)
    if not can_confirm and not can_write:
        return
    with st.container(horizontal=True):
        if can_confirm:
            st.button(
                "Ongewijzigd bevestigen",
                key=saving.key("bevestig", paper, code),
                type="tertiary",
                icon=":material/done:",
                on_click=saving.confirm,
                args=(paper, [code]),
            )
        if can_write:
            asked = saving.key("toelichten", paper, code)
            st.button("Toelichting", key=asked, type="tertiary", icon=":material/edit:", on_click=open_field, args=(asked,))


def is_open(paper: Paper, code: str) -> bool:
    """Whether the toelichting can be seen: because there is one, because it is wanted, or because it was asked for here."""
    asked = f"open-{saving.key('toelichten', paper, code)}" in st.session_state
    asked = asked or saving.question(paper, "toelichting", code) is not None
    return asked or bool(paper.now.toelichtingen.get(code)) or paper.wants_toelichting(code)


def open_field(asked: str) -> None:
    st.session_state[f"open-{asked}"] = True


def show_toelichting(paper: Paper, mijlpaal: Mijlpaal) -> None:
    if paper.wants_toelichting(mijlpaal.code):
        st.caption(f"{change_of(paper, mijlpaal.code)} Wilt u dat toelichten? Het hoeft niet.")
    said = paper.now.toelichtingen.get(mijlpaal.code, "")
    st.text_area(
        f"Toelichting bij {mijlpaal.titel}",
        label_visibility="collapsed",
        placeholder="Wat is er veranderd, of waarom juist niet?",
        height=80,
        **saving.bound("toelichting", paper, mijlpaal.code, said, saving.keep_toelichting),
    )


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

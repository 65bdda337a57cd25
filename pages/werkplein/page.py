"""One werkplein: where it stands, how it came there, and who is near it."""

import streamlit as st

from landkaart.domein.rechten import Recht, mag
from landkaart.rapport.werkplein import why_no_stand
from landkaart.screens import Screen
from pages.contents import file_of
from pages.shared.afspraken import show_afspraken
from pages.shared.beeld import namen
from pages.shared.choose_tertaal import choose_tertaal
from pages.shared.contact import show_contact_of
from pages.shared.downloads import show_csv
from pages.shared.figuur_downloads import show_save
from pages.shared.frame import row_for_heading
from pages.shared.key_figures import show_figures
from pages.shared.markdown import escaped, legend
from pages.shared.notices import show_nothing_yet, show_reconstruction
from pages.shared.visitor import choose_any_werkplein, visitor
from pages.werkplein.figures import CARRIED, FILES, history_for_screen, plein
from pages.werkplein.ranglijst import show_rank
from pages.werkplein.toelichtingen import show_words

names = namen()

top = row_for_heading()
with st.container(horizontal=True, vertical_alignment="bottom"):
    code = choose_any_werkplein(names)
    tertaal = choose_tertaal()
top.title("Werkplein" if code is None else escaped(names[code]))
if not names or tertaal is None:
    show_nothing_yet()
    st.stop()
if code is None:
    st.info("Kies hierboven een werkplein, of typ een deel van de naam. U ziet dan waar het staat en hoe het daar kwam.")
    st.stop()

found = plein(code, tertaal)
beeld, now = found.beeld, found.now
if found.state:
    st.caption(found.state)
if now is None:
    st.info(f"{escaped(names[code])} heeft in {tertaal} geen stand. {why_no_stand(beeld, code)}")
    show_contact_of(code)
    st.stop()
with top:
    show_csv(tertaal, FILES, folder="figuur", werkplein=code)
show_reconstruction(beeld.reconstructie)

st.markdown(found.lead)
show_figures(beeld, *found.figures)

st.header("Score per tertaal")
st.vega_lite_chart(found.score_chart, theme=None, alt=found.score_title)
show_save("werkplein-score", str(tertaal), werkplein=code)
with st.expander("Score per tertaal als tabel", on_change="rerun", key="plein_score_open") as opened:
    if opened.open:
        history_for_screen(found.score_table, found.score_title)

st.markdown(f"## De 14 mijlpalen\n\n{legend()}&emsp;{CARRIED}")
st.vega_lite_chart(found.mijlpalen_chart, theme=None, alt=found.mijlpalen_title)
show_save("werkplein-mijlpalen", str(tertaal), werkplein=code)
with st.expander("De 14 mijlpalen als tabel", on_change="rerun", key="plein_mijlpalen_open") as opened:
    if opened.open:
        st.dataframe(found.mijlpalen_table, hide_index=True, height="content", alt=found.mijlpalen_title)
st.page_link(
    file_of(Screen.LEREN),
    label="Van wie kan dit werkplein leren?",
    icon=":material/handshake:",
    query_params={"werkplein": code},
)

st.header("Plaats onder de andere")
show_rank(found, code)

st.header("Wat het werkplein zegt")
show_words(code, tertaal, now.van)
show_contact_of(code)
show_afspraken(code, "Dat kan op de pagina Leren van.")
if mag(visitor().bevoegdheid, Recht.LOGBOEK_ZIEN, code):
    st.page_link(
        file_of(Screen.LOGBOEK),
        label="Logboek van dit werkplein",
        icon=":material/history:",
        query_params={"logboek_werkplein": code},
    )

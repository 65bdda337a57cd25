"""The elements of Invullen and nothing else: no guard, no database, no menu. What is left of its rerun is Streamlit's."""

import streamlit as st

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from pages.invullen.form import SEGMENTS
from pages.invullen.saving import ONGEWIJZIGD

st.title("Invullen")
for fase in catalogus().fasen:
    st.subheader(fase.naam, divider="gray")
    for mijlpaal in fase.mijlpalen:
        st.segmented_control(
            f"**{mijlpaal.titel}** :small[nog niet beoordeeld]",
            [*Band, ONGEWIJZIGD],
            format_func=SEGMENTS.__getitem__,
            key=mijlpaal.code,
            wrap=True,
        )
        st.markdown("  \n".join(mijlpaal.sentence(band) for band in Band))
        st.button("Toelichting", key=f"open-{mijlpaal.code}", type="tertiary", icon=":material/edit:")

"""How to work with the landkaart, for each role."""

import streamlit as st

from landkaart.domein.rollen import Rol
from landkaart.rapport.handleiding import Beeld, handleiding
from pages.shared.choices import Choice
from pages.shared.visit import visit

st.title("Handleiding")
own = visit().visitor.bevoegdheid.rol
# One's own first: without a choice that one is shown.
rollen = {rol.value: rol.label for rol in sorted(Rol, key=lambda rol: rol is not own)}
chosen = Choice("Voor wie", "voor", rollen).segment()
for part in handleiding(Rol(chosen)):
    if isinstance(part, Beeld):
        st.image(part.file, alt=part.toont)
    else:
        st.markdown(part)

"""Where everybody begins: what is to be done now, by when, and the way to it; a role sees its own part."""

import streamlit as st

from landkaart.domein.rechten import Recht, mag_ergens
from landkaart.domein.rollen import Rol
from landkaart.programma.namen import WERKPLEIN
from landkaart.screens import Screen
from pages.begin.ako import show_ako
from pages.begin.beheer import show_beheer
from pages.begin.eerste_stappen import show_first_steps
from pages.begin.land import show_land
from pages.begin.werkplein import show_werkplein
from pages.contents import file_of
from pages.shared.address import all_asked, asked
from pages.shared.frame import heading
from pages.shared.visit import visit

# The national page had this address before: a link that somebody kept leads there.
if asked("tertaal"):
    st.switch_page(file_of(Screen.LANDELIJK), query_params=all_asked())

heading("Begin")
may = visit().visitor.bevoegdheid
if mag_ergens(may, Recht.INVULLEN):
    show_werkplein()
elif may.rol is Rol.WERKPLEIN:
    st.info(
        f"U vult nog voor geen {WERKPLEIN} in. Vraag een coördinator van uw {WERKPLEIN} om u uit te nodigen, of de "
        f"beheerder van de landkaart om uw account aan een {WERKPLEIN} te koppelen."
    )
of_office = mag_ergens(may, Recht.UITVRAAG_UITVOEREN) or mag_ergens(may, Recht.ACCOUNTS_BEHEREN)
if not (of_office and show_first_steps()):
    if mag_ergens(may, Recht.UITVRAAG_UITVOEREN):
        show_ako()
    if mag_ergens(may, Recht.ACCOUNTS_BEHEREN):
        show_beheer()
    show_land()

"""Who fills in one's own werkplein, and letting colleagues in or taking them out; for its coördinator."""

import streamlit as st

from landkaart.programma.namen import WERKPLEIN, WERKPLEIN_KOP
from landkaart.rapport import dutch
from pages.collegas.colleagues import show_colleague, show_invite
from pages.collegas.prepared import collegas_of, own_werkpleinen
from pages.shared.choices import Choice
from pages.shared.markdown import escaped

namen = own_werkpleinen()
st.title("Collega's")
choice = Choice(WERKPLEIN_KOP, "werkplein", namen, "collegas-werkplein")
# Without a choice nobody asks: most are coördinator of one.
werkplein = choice.from_list(width=340) if len(namen) > 1 else choice.only()
found = collegas_of(werkplein)
st.markdown(
    f"**{dutch.counted(len(found), 'persoon vult', 'mensen vullen')}** {escaped(namen[werkplein])} in. U bent coördinator "
    f"van dit {WERKPLEIN}: u laat collega's toe en haalt wie vertrekt weg. Alles komt met uw naam in het logboek."
)
show_invite(werkplein, [each.account for each in found])
for each in found:
    show_colleague(werkplein, each)

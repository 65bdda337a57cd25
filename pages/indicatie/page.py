"""What the AKO expects of each werkplein, beside where it stands."""

import streamlit as st

from landkaart.domein.rechten import Recht
from landkaart.programma.namen import AKO, WERKPLEIN
from pages.indicatie.judging import show_judging
from pages.indicatie.oordelen import LABELS, lead, oordelen, show_counts, show_disagreeing
from pages.indicatie.tabel import show_judging_table
from pages.shared.downloads import show_csv
from pages.shared.tertaal_page import open_tertaal_page, require_stand
from pages.shared.visit import show_judged, visit

top, tertaal = open_tertaal_page(f"{AKO}-indicatie")
found = oordelen(tertaal)
require_stand(
    found.beeld, f"In {{tertaal}} heeft nog geen enkel {WERKPLEIN} een stand. Zodra er is ingediend, kan het {AKO} oordelen."
)

show_judged()
st.markdown(lead(found))
if visit().may(Recht.INDICATIE_GEVEN):
    show_judging_table(found.beeld)
    show_judging(found.beeld, found.not_judged)
chosen = show_counts(found)
show_disagreeing(found)
with top:
    whose = f"Oordeel en score: {LABELS[chosen].lower()}" if chosen else "Oordeel en score"
    show_csv({f"/download/{tertaal}/ako_indicatie.csv": whose}, {"oordeel": chosen} if chosen else {})

"""What the landkaart measures and how it counts, for whoever wants to check it."""

import streamlit as st

from landkaart.domein.achterblijvers import STANDAARD
from landkaart.domein.band import Band
from landkaart.domein.catalogus import N_MIJLPALEN, catalogus
from landkaart.domein.tertaal import PER_YEAR
from landkaart.programma import is_own
from landkaart.programma.namen import AKO, NAAM, TERTAAL, WERKPLEIN, WERKPLEINEN
from landkaart.rapport import dutch
from landkaart.rapport.explanation import RULES
from landkaart.settings import VERSION
from pages.shared.markdown import band_label

st.title("Hoe het telt")
st.markdown(
    f"Elk {WERKPLEIN} beoordeelt zichzelf {dutch.word(PER_YEAR)} keer per jaar op {N_MIJLPALEN} mijlpalen, in "
    f"{dutch.counted(len(catalogus().fasen), 'fase', 'fasen')}. Alle landelijke cijfers volgen uit die antwoorden; "
    "hieronder staat hoe."
)

st.header(f"De {dutch.word(len(Band))} banden")
st.markdown("\n".join(f"- {band_label(band)}: {band.range}, een antwoord telt als {band.edge}" for band in Band))

st.header("De rekenregels")
st.markdown("\n".join(f"- {rule}" for rule in RULES))
st.markdown(f"**Achterblijvers.** {STANDAARD.zin} De {AKO}-indicatie staat daarnaast: dat is een oordeel, geen berekening.")

st.header("De mijlpalen")
st.caption(catalogus().herkomst)
for fase in catalogus().fasen:
    st.subheader(fase.naam)
    for mijlpaal in fase.mijlpalen:
        with st.expander(mijlpaal.titel):
            st.markdown(mijlpaal.definitie)
            st.markdown("\n".join(f"- {band_label(band)}: {mijlpaal.sentence(band)}" for band in Band))

if is_own():
    st.header("Herkomst van de gegevens van 2009")
    st.markdown(
        f"Het rapport van het {AKO} over het 2e {TERTAAL} van 2009 drukt totalen af, niet de antwoorden per {WERKPLEIN}. De "
        "antwoorden in deze landkaart zijn een **reconstructie**: één verzameling antwoorden die alle gepubliceerde cijfers "
        f"tegelijk oplevert. Wat het rapport over een genoemd {WERKPLEIN} zegt, klopt ook hier; elk ander antwoord is "
        f"aangevuld. Van de 127 {WERKPLEINEN} worden er 33 in het rapport genoemd; de andere 94 zijn een aannemelijke "
        "aanvulling. Plaatsen: GeoNames, CC BY 4.0."
    )

st.caption(f"{NAAM}, versie {VERSION}. Licentie: EUPL-1.2.")

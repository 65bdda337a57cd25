"""All that the page of a werkplein shows, made once per state of the database."""

from dataclasses import dataclass

import pyarrow as pa
import streamlit as st

from landkaart.domein.band import Band
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport import werkplein
from pages.parts.beeld import Stempel, beeld_of, stempel


@dataclass(frozen=True)
class Plein:
    """Without a stand in the tertaal `score` is None, and only `why_none` says something."""

    beeld: Tertaalbeeld
    score: float | None = None
    why_none: str = ""
    band: Band | None = None
    change_text: str = ""
    place: str = ""
    submitted_text: str = ""
    mijlpalen: pa.Table | None = None


def plein(code: str, tertaal: Tertaal) -> Plein:
    return shaped(stempel(tertaal), code)


@st.cache_resource(max_entries=200, show_spinner=False)
def shaped(stempel: Stempel, code: str) -> Plein:
    beeld = beeld_of(stempel)
    score = werkplein.score_of(beeld, code)
    if score is None:
        return Plein(beeld, why_none=werkplein.why_none(beeld, code))
    return Plein(
        beeld=beeld,
        score=score,
        band=Band.of(score),
        change_text=werkplein.change_text(werkplein.change_of(beeld, code)),
        place=werkplein.place_text(beeld, code),
        submitted_text=werkplein.submitted_text(beeld, code),
        mijlpalen=pa.Table.from_pandas(werkplein.mijlpalen(beeld, code), preserve_index=False),
    )

"""A second click before the page was drawn anew."""

from streamlit.testing.v1 import AppTest

from landkaart.domein.band import Band
from tests.pages.invullen.test_gelijktijdig import ANALYSE, kept
from tests.steps.accounts import session_of


def two_clicks_on_one_paper(sessie, mijlpaal):
    """As when the second click comes before the page could be drawn anew: both come with what was first on the screen."""
    import streamlit as st

    from db.engine import read_session
    from db.queries.sessies import by_id
    from landkaart.domein.clock import system_now
    from landkaart.domein.tertaal import Tertaal
    from pages.invullen import saving
    from pages.invullen.form_state import fetch
    from pages.shared.moment import renew

    renew()
    with read_session() as session:
        by = by_id(session=session, sessie_id=sessie, now=system_now()).gebruiker
    paper = fetch("harderwijk", Tertaal(2009, 3), by, system_now())
    name = saving.key("band", paper, mijlpaal)
    for act in (lambda: saving.confirm(paper, [mijlpaal]), *[lambda: saving.keep_band(paper, mijlpaal, name)] * 2):
        st.session_state[name] = st.session_state["bands"].pop(0)
        act()
    st.write(str(saving.question(paper, "band", mijlpaal)))


def test_a_quick_second_click_is_no_conflict_with_oneself(landkaart_2009):
    sessie = session_of("werkplein", ["harderwijk"])
    at = AppTest.from_function(two_clicks_on_one_paper, kwargs={"sessie": sessie, "mijlpaal": ANALYSE})
    at.session_state["bands"] = [None, Band.NIET, Band.VOLLEDIG]
    at.run()

    assert not at.exception
    assert at.markdown[0].value == "None"
    assert kept().banden == {ANALYSE: Band.VOLLEDIG}

"""What the form is given by its page: what does not change while somebody fills in."""

from collections.abc import Mapping

from db.engine import read_session
from landkaart.domein.sessie import Aangemeld
from landkaart.domein.tertaal import Tertaal
from landkaart.web.api.form import data_of
from pages.shared.moment import per_change


@per_change(300)
def form_data(werkplein: str, tertaal: Tertaal, who: Aangemeld) -> Mapping[str, object]:
    """Without the state, which the form asks for itself: so the same at every run."""
    with read_session() as session:
        data = data_of(session, werkplein, tertaal, who)
    return {name: each for name, each in data.items() if name != "state"}

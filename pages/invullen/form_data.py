"""What the form is given by its page: what does not change while somebody fills in."""

from collections.abc import Mapping

from db.engine import read_session
from landkaart.domein.tertaal import Tertaal
from landkaart.web.api.form import data_of
from pages.shared.cache import figures_change, kept
from pages.shared.notices import RECONSTRUCTED_BEFORE
from pages.shared.visit import visit


@kept(until=figures_change, most=300, per_reader=True)
def form_data(werkplein: str, tertaal: Tertaal) -> Mapping[str, object]:
    """Return it: the same at every run, for what changes the form asks itself."""
    with read_session() as session:
        data = data_of(session, werkplein, tertaal, visit().visitor)
    stood = [each["vorige"] for fase in data["fasen"] for each in fase["mijlpalen"] if each["vorige"]]
    said = RECONSTRUCTED_BEFORE if any(vorige["reconstructie"] for vorige in stood) else None
    return data | {"reconstructie": said}

"""The opening of a page that lays a tertaal beside an earlier one."""

from typing import NamedTuple

from streamlit.delta_generator import DeltaGenerator

from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.programma.namen import TERTAAL
from landkaart.rapport.figuur_by_name import earlier_tertalen
from pages.shared.choices import Choice
from pages.shared.tertaal_page import open_tertaal_page
from pages.shared.tertaalbeeld import tertaalbeeld


class Compared(NamedTuple):
    """What such a page goes on with."""

    top: DeltaGenerator  # The row of the title, for the downloads.
    tertaal: Tertaal
    beeld: Tertaalbeeld
    met: Tertaal | None  # The earlier one; None when there is none.


def open_comparing_page(title: str) -> Compared:
    """Show the title and both choices; stop the run while there is nothing to choose from."""
    top, tertaal = open_tertaal_page(title)
    beeld = tertaalbeeld(tertaal)
    with top:
        met = choose_met(beeld)
    return Compared(top, tertaal, beeld, met)


def choose_met(beeld: Tertaalbeeld) -> Tertaal | None:
    """Return any earlier tertaal, at first the one before; None when this is the first. Kept in the address."""
    options = {str(tertaal): tertaal for tertaal in earlier_tertalen(beeld)}
    if not options:
        Choice("Vergeleken met", "met", {"": f"niets: dit is het eerste {TERTAAL}"}, "niets-ervoor").only()
        return None
    return options[Choice("Vergeleken met", "met", {text: text for text in options}, "met").from_list(width=140)]

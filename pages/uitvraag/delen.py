"""The parts of the page Uitvraag, for whoever leads to one of them."""

from landkaart.domein.tertaal import Tertaal

DATES, POST, QUESTIONS, EXCEPTIONS, NEW = "Datums", "Post", "Vragen", "Uitstel en vrijstelling", "Nieuwe uitvraag"
TABS = (DATES, POST, QUESTIONS, EXCEPTIONS, NEW)


def tab_of(tertaal: Tertaal) -> str:
    """Return the key under which stands which part of it is open."""
    return f"uitvraag-deel-{tertaal}"

"""The cells of afspraken.csv: the Plan van Aanpak."""

from landkaart.domein.plan import PlanStatus
from landkaart.invoer.choices import one_of, squeeze


def status(text: str) -> PlanStatus:
    """Read how an afspraak stands: loopt, gereed, te laat, vervallen.

    Raises OngeldigeInvoer.
    """
    return one_of(text, {squeeze(each.value): each for each in PlanStatus}, "status", list(PlanStatus.by_code()))

"""Why one page says that 102 submitted and another that 90 responded, in a sentence."""

from landkaart.domein.inzendingen import Inzendingen
from landkaart.domein.uitvraag import Uitvraag
from landkaart.programma.namen import TERTAAL
from landkaart.rapport import dutch


def why_not_the_same(found: Inzendingen, uitvraag: Uitvraag) -> str:
    """Say, as Markdown, both figures and what lies between them; nothing when they are one."""
    between = [
        (found.ervoor, f"al voor de opening op {dutch.opening(uitvraag.opent)}"),
        (found.erna, "pas na de sluiting, wat niet telt in wat toen is vastgesteld"),
    ]
    said = [f"{dutch.count(len(codes))} {when}" for codes, when in between if codes]
    about_earlier = f"{dutch.count(len(found.over_eerder))} met een invulling over een eerder {TERTAAL}"
    if not said and not found.over_eerder:
        return ""
    why = f", {dutch.enumeration(said)}" if said else ""
    also = f", {about_earlier}" if found.over_eerder else ""
    return (
        f"Ingediend over {uitvraag.tertaal}: **{dutch.count(len(found.ingediend))}**{why}. In de uitvraag zelf gereageerd, "
        f"en dat telt het landelijk beeld: **{dutch.count(len(found.gereageerd))}**{also}."
    )

"""An indiening in a sentence: when it came in, who stands behind it."""

from collections.abc import Sequence
from datetime import datetime

from landkaart.domein.invulling import Akkoord, Indiening
from landkaart.rapport import dutch
from pages.shared.markdown import escaped


def signed_text(indiening: Indiening, signed: Sequence[Akkoord]) -> str:
    """Return who signed this version, a line each, as Markdown."""
    if not signed:
        return f"Op versie {indiening.versie} heeft nog niemand akkoord gegeven."
    return "  \n".join([f"Akkoord met versie {indiening.versie}:", *map(signature, signed)])


def signature(akkoord: Akkoord) -> str:
    organisatie = f" ({escaped(akkoord.organisatie)})" if akkoord.organisatie else ""
    return f":material/check: {escaped(akkoord.naam)}{organisatie}, {on_day(akkoord.gegeven_op)}"


def submitted_text(indiening: Indiening) -> str:
    """Return when it was submitted: 1 september 2009 om 14:03."""
    return on_day(indiening.ingediend_op)


def on_day(moment: datetime) -> str:
    return f"{dutch.day(moment)} om {dutch.hour(moment)}"

"""How recent a werkplein's last invulling is, judged by the dates of an uitvraag."""

from datetime import datetime
from enum import Enum

from landkaart.domein.uitvraag import Uitvraag


class Actualiteit(Enum):
    """The value is the code in files, `label` what readers see."""

    DEZE_UITVRAAG = "deze_uitvraag"
    EERDER = "eerder"
    VEROUDERD = "verouderd"
    NOOIT = "nooit"

    @property
    def label(self) -> str:
        return LABELS[self]

    @classmethod
    def of(cls, ingediend_op: datetime | None, uitvraag: Uitvraag) -> "Actualiteit":
        """Where a last invulling falls; the edges belong to the more recent class."""
        if ingediend_op is None:
            return cls.NOOIT
        if ingediend_op >= uitvraag.opent:
            return cls.DEZE_UITVRAAG
        return cls.EERDER if ingediend_op >= uitvraag.actueel_vanaf else cls.VEROUDERD


LABELS = {
    Actualiteit.DEZE_UITVRAAG: "in deze uitvraag bijgewerkt",
    Actualiteit.EERDER: "eerder bijgewerkt, nog actueel",
    Actualiteit.VEROUDERD: "verouderd",
    Actualiteit.NOOIT: "nooit ingevuld",
}

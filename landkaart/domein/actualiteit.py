"""How recent a werkplein's last invulling is, judged by the dates of an uitvraag."""

from datetime import datetime

from landkaart.domein.labelled import Labelled
from landkaart.domein.uitvraag import Uitvraag


class Actualiteit(Labelled):
    """The value is the code in files, `label` what readers see."""

    DEZE_UITVRAAG = "deze_uitvraag", "in deze uitvraag bijgewerkt"
    EERDER = "eerder", "eerder bijgewerkt, nog actueel"
    VEROUDERD = "verouderd", "verouderd"
    NOOIT = "nooit", "nooit ingevuld"

    @classmethod
    def of(cls, ingediend_op: datetime | None, uitvraag: Uitvraag) -> "Actualiteit":
        """Return the class of a last invulling; the edges belong to the more recent one."""
        if ingediend_op is None:
            return cls.NOOIT
        if ingediend_op >= uitvraag.opent:
            return cls.DEZE_UITVRAAG
        return cls.EERDER if ingediend_op >= uitvraag.actueel_vanaf else cls.VEROUDERD

"""The AKO-indicatie: what the national office expects of a werkplein, judged and not computed."""

from enum import Enum


class Indicatie(Enum):
    """The value is the code in files, `label` what readers see."""

    DIT_JAAR = "dit_jaar"
    VOLGEND_JAAR = "volgend_jaar"
    NIET = "niet"
    SLUIT = "sluit"

    @property
    def label(self) -> str:
        return LABELS[self]


LABELS = {
    Indicatie.DIT_JAAR: "haalt het dit jaar",
    Indicatie.VOLGEND_JAAR: "haalt het volgend jaar",
    Indicatie.NIET: "haalt het niet",
    Indicatie.SLUIT: "sluit",
}

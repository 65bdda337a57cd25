"""The bands an answer can have, as the programme says: their edges, names, signs and colours, each in one place."""

from enum import IntEnum

from landkaart.programma import programma
from landkaart.programma.inhoud import BandInhoud


class Band(IntEnum):
    """Ordered from worst to best; `edge` is the lower edge in per cent, which is also what an answer counts for.

    The members are those of the programme, named by their code in capitals: NIET, IN_ONTWIKKELING, GEDEELTELIJK, VOLLEDIG
    for the SUWI-landkaart. What works for any programme speaks of HOOGSTE and LAAGSTE.
    """

    _ignore_ = "number entry"
    for number, entry in enumerate(programma().banden):
        vars()[entry.code.upper()] = number

    @property
    def inhoud(self) -> BandInhoud:
        return programma().banden[self]

    @property
    def edge(self) -> int:
        return self.inhoud.vanaf

    @property
    def code(self) -> str:
        """Return what stands in files and columns: "in_ontwikkeling"."""
        return self.inhoud.code

    @property
    def label(self) -> str:
        return self.inhoud.naam

    @property
    def range(self) -> str:
        """Return the scores that fall in it, as the report's tables print them (its running text gives other edges)."""
        return RANGES[self]

    @property
    def colour(self) -> str:
        """Return its colour, told apart by the colour-blind and in grey as well; never shown without `sign`."""
        return self.inhoud.kleur

    @property
    def colour_in_the_dark(self) -> str:
        """Return the same on a dark screen: of the same hue, and light enough to stand out there."""
        return self.inhoud.kleur_donker

    @property
    def text_colour(self) -> str:
        """Return what is readable on `colour`: at least 4.5 to 1."""
        return self.inhoud.tekstkleur

    @property
    def sign(self) -> str:
        return self.inhoud.teken

    @property
    def signed(self) -> str:
        """Write it for where colours do not reach: "◆ Volledig"."""
        return f"{self.sign} {self.label}"

    @classmethod
    def of(cls, score: float) -> "Band":
        """Return the band a mean falls in, judged on the exact value: 99.6 is not VOLLEDIG."""
        return max(band for band in cls if score >= band.edge)

    @classmethod
    def parse(cls, code: str) -> "Band":
        """Read a code.

        Raises KeyError for a code that is none of them.
        """
        return BY_CODE[code]


LAAGSTE, HOOGSTE = min(Band), max(Band)
RANGES = [f"{band.edge}-{Band(band + 1).edge - 1}%" for band in Band if band < HOOGSTE] + [f"{HOOGSTE.edge}%"]
BY_CODE = {band.code: band for band in Band}
# A score from here to the last band is nearly there.
BIJNA_GROEN = programma().regels.bijna
# Below this band an answer is low.
LAAG_ONDER = BY_CODE[programma().regels.laag_onder]

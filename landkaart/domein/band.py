"""The four bands an answer can have. The only place where their edges, names, shapes and colours stand."""

from enum import IntEnum


class Band(IntEnum):
    """Ordered from worst to best; `edge` is the lower edge in per cent, which is also what an answer counts for."""

    NIET = 0
    IN_ONTWIKKELING = 1
    GEDEELTELIJK = 2
    VOLLEDIG = 3

    @property
    def edge(self) -> int:
        return (0, 33, 66, 100)[self]

    @property
    def code(self) -> str:
        """Return what stands in files and columns: "in_ontwikkeling"."""
        return self.name.lower()

    @property
    def label(self) -> str:
        return self.name.replace("_", " ").capitalize()

    @property
    def range(self) -> str:
        """Return the scores that fall in it, as the report's tables print them (its running text gives other edges)."""
        return ("0-32%", "33-65%", "66-99%", "100%")[self]

    @property
    def colour(self) -> str:
        """Return its colour, told apart by the colour-blind and in grey as well; never shown without `sign`."""
        return ("#c2410c", "#ffb843", "#4d9cd0", "#035544")[self]

    @property
    def colour_in_the_dark(self) -> str:
        """Return the same on a dark screen: of the same hue, and light enough to stand out there."""
        return ("#ed693d", "#fec56e", "#68b7ec", "#24836c")[self]

    @property
    def text_colour(self) -> str:
        """Return what is readable on `colour`: at least 4.5 to 1."""
        return ("#ffffff", "#000000", "#000000", "#ffffff")[self]

    @property
    def sign(self) -> str:
        return "▼■●◆"[self]

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

        Raises KeyError for a code that is not one of the four.
        """
        return BY_CODE[code]


# A score from here to the last band is nearly there.
BIJNA_GROEN = 90
BY_CODE = {band.code: band for band in Band}

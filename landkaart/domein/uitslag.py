"""What the werkpleinen said to a question on top of the 14: who ja, who nee, who nothing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from landkaart.domein.labelled import Labelled


class Gezegd(Labelled):
    """The value is the code in addresses, `label` what readers see. To say nothing is a class, and no answer."""

    JA = "ja"
    NEE = "nee"
    NIETS = "niets", "Niet beantwoord"


@dataclass(frozen=True)
class Uitslag:
    """Of one vraag, over the werkpleinen that were asked: those that are open at the closing.

    `gezegd` and `toelichtingen` by code of the werkplein; `gezegd` has everybody who was asked, `toelichtingen` only who
    wrote one. `niet_gevraagd`: who answered and was not open then, which counts nowhere.
    """

    vraag: str
    tekst: str
    gezegd: Mapping[str, Gezegd]
    toelichtingen: Mapping[str, str]
    niet_gevraagd: Collection[str] = ()

    @property
    def n(self) -> int:
        return len(self.gezegd)

    @property
    def beantwoord(self) -> int:
        return self.n - len(self.who(Gezegd.NIETS))

    def who(self, klasse: Gezegd) -> list[str]:
        """Return who said so, by code of the werkplein."""
        return [code for code, gezegd in self.gezegd.items() if gezegd is klasse]

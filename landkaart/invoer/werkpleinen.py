"""Which werkplein a cell is about: its code or, as people write it, its naam."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.typed_text import distinct, seen
from landkaart.domein.werkplein import CODE
from landkaart.invoer import cells
from landkaart.invoer.choices import NietBekend, squeeze
from landkaart.invoer.faults import quote
from landkaart.invoer.records import WerkpleinRecord
from landkaart.programma.namen import WERKPLEIN, WERKPLEINEN


@dataclass(frozen=True)
class Werkpleinnamen:
    """The codes by naam. `read`: what was read by its naam so far, with its code."""

    codes: Mapping[str, list[str]]
    namen: Mapping[str, str]
    read: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, namen: Mapping[str, str], come: Iterable[WerkpleinRecord] = ()) -> "Werkpleinnamen":
        """Make it of the naam by code, and of what comes in the same delivery."""
        together = {**namen, **{record.code: record.naam for record in come}}
        codes = defaultdict(list)
        for code, naam in sorted(together.items()):
            codes[squeeze(naam)].append(code)
        # As they are told apart on the screen and in what leaves: "Bergen (bergen-nh)".
        for code, naam in distinct(together).items():
            codes.setdefault(squeeze(naam), [code])
        return cls(codes, together)

    def code(self, text: str) -> str:
        """Return the code that a cell gives, or that belongs to the naam in it; a code may be unknown yet.

        Raises OngeldigeInvoer.
        """
        text = seen(text).strip()
        if CODE.fullmatch(text):
            return text
        naam = squeeze(text)
        # Also "Werkplein Assen", as it stands above a letter.
        found = self.codes.get(naam) or self.codes.get(naam.removeprefix("werkplein")) or []
        found = found or [code for code in (text.lower(),) if code in self.namen]
        if len(found) > 1:
            raise OngeldigeInvoer(f"{len(found)} {WERKPLEINEN} heten {quote(text)}. Schrijf de code: {' of '.join(found)}.")
        if not found and not self.namen:
            return cells.code(text)
        if not found:
            raise NietBekend(f"{quote(text)} is geen bekend {WERKPLEIN}.", text, [*self.namen.values(), *self.namen])
        self.read[text] = found[0]
        return found[0]

"""The fasen of the programme and their mijlpalen: 6 and 14 for the SUWI-landkaart."""

from dataclasses import dataclass
from functools import cache, cached_property

from landkaart.programma import programma
from landkaart.programma.inhoud import Fase, Mijlpaal


@dataclass(frozen=True)
class Catalogus:
    """`herkomst`: where the wording comes from, a Dutch sentence for readers."""

    fasen: tuple[Fase, ...]
    herkomst: str

    @cached_property
    def mijlpalen(self) -> tuple[Mijlpaal, ...]:
        """Return all of them, in the order in which the report prints them."""
        return tuple(mijlpaal for fase in self.fasen for mijlpaal in fase.mijlpalen)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        return tuple(mijlpaal.code for mijlpaal in self.mijlpalen)

    def __getitem__(self, code: str) -> Mijlpaal:
        return next(mijlpaal for mijlpaal in self.mijlpalen if mijlpaal.code == code)


@cache
def catalogus() -> Catalogus:
    found = programma()
    return Catalogus(found.fasen, found.herkomst)


# For sentences: "de 14 mijlpalen".
N_MIJLPALEN = len(catalogus().codes)

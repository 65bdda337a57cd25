"""Which uitvraag one werkplein has before it: those it can fill in now, the last that closed, the next to open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from landkaart.domein.tertaal import Tertaal
from landkaart.domein.uitvraag import Uitvraag


@dataclass(frozen=True)
class Rondes:
    """`te_doen`: open to this werkplein, the first to close first; with uitstel there can be two.

    `uitgesteld`: until when it has uitstel, by tertaal.
    """

    te_doen: tuple[Uitvraag, ...]
    laatste: Uitvraag | None
    volgende: Uitvraag | None
    uitgesteld: Mapping[Tertaal, datetime]

    @property
    def to_show(self) -> Uitvraag | None:
        """Return what there is to show while nothing can be filled in: the last that closed, else the one to open."""
        return self.laatste or self.volgende

    def closes(self, uitvraag: Uitvraag) -> datetime:
        """Return the first moment that is too late for this werkplein."""
        return uitvraag.closes_for(self.uitgesteld.get(uitvraag.tertaal))


def rondes_of(uitvragen: Iterable[Uitvraag], uitgesteld: Mapping[Tertaal, datetime], now: datetime) -> Rondes:
    known = sorted(uitvragen, key=lambda uitvraag: uitvraag.opent)
    todo = [uitvraag for uitvraag in known if uitvraag.is_open(now, uitgesteld.get(uitvraag.tertaal))]
    closed = [uitvraag for uitvraag in known if uitvraag.opent <= now and uitvraag not in todo]
    ahead = [uitvraag for uitvraag in known if now < uitvraag.opent]
    found = Rondes(tuple(todo), closed[-1] if closed else None, ahead[0] if ahead else None, uitgesteld)
    return Rondes(tuple(sorted(todo, key=found.closes)), found.laatste, found.volgende, uitgesteld)

"""Reports that are made: one at a time, in turn, for whoever asks; what is being made is known by what it is made from.

The same report is made once, for all who ask, and kept for a while.
"""

import hashlib
import logging
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from threading import Lock

from landkaart.domein.labelled import Labelled
from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.rapport import dutch
from landkaart.rapport.rapportage.maker import MAKER
from landkaart.rapport.rapportage.making import MaakStap, RapportSoort
from landkaart.web.serving.turns import Turns

logger = logging.getLogger(__name__)
# One process makes them all; so many may wait for one account, and for all together.
EACH, IN_ALL = 3, 30
TURNS = Turns("rapport", threads=1, each=EACH, in_all=IN_ALL)
# So many reports are kept, the ones last asked for: some two megabytes each.
MOST = 12
WAITING = "In de rij"


@dataclass
class RapportWerk:
    """One report that is waited for, being made, or there. Read from every thread, changed by the one that makes it.

    `over`: what it is, so that nobody finds it as something else; `soorten`: the kinds of file that it is once it is there.
    """

    merk: str
    over: str
    soorten: Iterable[Labelled] = tuple(RapportSoort)
    wat: str = WAITING
    klaar: int = 0
    van: int = 1
    bestanden: dict[Labelled, bytes] = field(default_factory=dict)
    fout: str = ""

    @property
    def is_done(self) -> bool:
        return set(self.soorten) <= set(self.bestanden)

    @property
    def is_busy(self) -> bool:
        return not self.is_done and not self.fout


class Jobs:
    """Every report that was asked for lately, by its mark."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.known: OrderedDict[str, RapportWerk] = OrderedDict()

    def ask(self, asker: int, found: RapportGegevens) -> RapportWerk:
        """Return the report that is made of this, there or under way; or else have it made in the turn of `asker`.

        Raises TeVeel, TeDruk.
        """
        return self.start(asker, RapportWerk(mark_of(found), over_rapport(found)), lambda: MAKER.make(found))

    def start(self, asker: int, job: RapportWerk, steps: Callable[[], Iterator[MaakStap]]) -> RapportWerk:
        """Return the work of the same mark, there or under way; or else have `job` done, in the turn of `asker`.

        Raises TeVeel, TeDruk.
        """
        merk = job.merk
        with self.lock:
            there = self.known.get(merk)
            if there is not None and not there.fout:
                self.known.move_to_end(merk)
                return there
            TURNS.submit(asker, lambda: make(job, steps))
            self.known[merk] = job
            self.forget()
        return job

    def forget(self) -> None:
        """Let go of what was asked longest ago; never of what is still to come."""
        for merk in [merk for merk, job in self.known.items() if not job.is_busy][: max(len(self.known) - MOST, 0)]:
            del self.known[merk]

    def find(self, merk: str, over: str | None = None) -> RapportWerk | None:
        """Return the work of this mark; None also when it is not that of `over`, for an address can name any mark."""
        with self.lock:
            found = self.known.get(merk)
        return found if found and over in (None, found.over) else None


def make(job: RapportWerk, steps: Callable[[], Iterator[MaakStap]]) -> None:
    """Have it made, and write down how far it is; what goes wrong is logged, and said to who waits."""
    try:
        for step in steps():
            job.wat, job.klaar, job.van = step.wat, step.klaar, step.van
            if step.soort:
                job.bestanden[step.soort] = step.bestand
    except Exception:
        logger.exception("a report could not be made")
        job.fout = "Het maken is niet gelukt. Probeer het opnieuw; blijft het misgaan, meld het de beheerder."


def over_rapport(found: RapportGegevens) -> str:
    """Name the report: of which tertaal, and which edition of it."""
    return f"rapport {found.beeld.tertaal} {found.editie.nummer if found.editie else 'levend'}"


def mark_of(found: RapportGegevens) -> str:
    """Return what tells a report from any other: all that is said in it; of what is not fixed also up to which minute."""
    beeld = found.beeld
    read = "" if found.editie else dutch.day_and_hour(found.nu)
    counted = (beeld.tertaal, beeld.geschiedenis, beeld.uitvraag, beeld.ingediend_op, beeld.indicaties, beeld.namen)
    beside = (beeld.gewijzigd, beeld.reconstructie, beeld.werkpleinen, found.editie, read, found.adres)
    typed = (found.rapportage, found.uitslagen, found.oordelen, found.vastgesteld, found.verouderd)
    around = (found.kengetallen, found.plan)
    mark = hashlib.sha256(repr((counted, beside, typed, around)).encode())
    for tertaal, stand in beeld.stands.items():
        mark.update(f"{tertaal} {list(stand.bands.index)}".encode() + stand.bands.to_numpy().tobytes())
    return mark.hexdigest()[:32]


JOBS = Jobs()

"""Has a report made in a process of its own (`making_process`), and hears how far it is."""

import atexit
import pickle
from collections.abc import Iterator

from landkaart.domein.rapport_gegevens import RapportGegevens
from landkaart.domein.werkpleinblad import Bladen
from landkaart.rapport.own_process import OwnProcess
from landkaart.rapport.rapportage.making import MaakStap

# In seconds, for one step; no step of ours takes a tenth of it.
PATIENCE = 120
LASTS = 20


class MakenMislukt(Exception):
    """The report could not be made, or the process that made it stopped."""


class Maker(OwnProcess):
    """Makes one report at a time."""

    def __init__(self) -> None:
        super().__init__("landkaart.rapport.rapportage.making_process", LASTS)

    def make(self, found: RapportGegevens | Bladen) -> Iterator[MaakStap]:
        """Have a report made, or all sheets; yield its steps as they come.

        Raises MakenMislukt.
        """
        finished = False
        try:
            self.ask(pickle.dumps(found))
            while (step := self.next_step()) is not None:
                if isinstance(step, str):
                    raise MakenMislukt(step)
                yield step
            finished = True
        except (OSError, EOFError) as error:
            raise MakenMislukt("the process that makes reports stopped, or took too long") from error
        finally:
            # Also when nobody waits for the rest any more.
            self.answer_ended(finished)

    def next_step(self) -> MaakStap | str | None:
        """Read the next step, a reason why there is none, or None at the end."""
        found: MaakStap | str | None = pickle.loads(self.hear(PATIENCE))
        return found


MAKER = Maker()
atexit.register(MAKER.stop)

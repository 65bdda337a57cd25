"""Whether the clock of this machine is believed: what cannot be undone waits until it is."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from landkaart.domein.fouten import Fout
from landkaart.programma.namen import AKO

# A machine that runs gives a sign of life every few minutes: a longer silence is a jump, or a machine that was off.
JUMP = timedelta(hours=1)
# Machines put their clocks right by seconds; what is more is a clock that ran ahead.
SLACK = timedelta(minutes=1)
# How far a clock and the machine's own count may run apart, of each second.
DRIFT = 0.001
# How long a clock must go on after a jump before it is believed by itself: see docs/besluiten.md, 55.
LASTS = timedelta(hours=24)


class KlokOnzeker(Fout):
    """Something that cannot be undone was asked at a moment that is not believed."""

    def __init__(self) -> None:
        super().__init__(
            "De klok van de server sprong vooruit of loopt achter. Wat niet ongedaan te maken is, wacht tot hij weer "
            f"vertrouwd is. Laat het {AKO} of de beheerder de klok controleren en bevestigen. Er is niets opgeslagen."
        )


@dataclass(frozen=True)
class Uptime:
    """What a machine counted itself, in seconds, since it was started; `start` tells that start from every other."""

    start: str
    seconds: float

    def since(self, before: "Uptime | None") -> timedelta | None:
        """Return how long it is ago; None where the machine was started anew, or it is another one."""
        same = before is not None and before.start == self.start
        return timedelta(seconds=self.seconds - before.seconds) if before and same else None


@dataclass(frozen=True)
class Signs:
    """What was seen of the clock of this machine, in its own time.

    `gezien`: the last sign of life. `sprong_van`: the one before a jump ahead that is not believed yet, None without one;
    `geleefd`: for how long the machine was seen to go on since. `uptime`: its own count at the last sign.
    """

    gezien: datetime
    sprong_van: datetime | None = None
    geleefd: timedelta = timedelta()
    uptime: Uptime | None = field(default=None, compare=False)

    def at(self, now: datetime, uptime: Uptime | None = None) -> "Signs":
        """Return what is known when the clock shows `now` and the machine itself counted `uptime`."""
        step = now - self.gezien
        if step > JUMP and not self.is_counted(step, uptime):
            return Signs(now, self.sprong_van or self.gezien, self.geleefd, uptime)
        if self.sprong_van is None or now - self.sprong_van <= JUMP:
            # A step back that undoes the jump: it was the jump that was wrong.
            return Signs(now, uptime=uptime)
        lived = self.geleefd + max(step, timedelta()) if step > -SLACK else timedelta()
        return Signs(now, uptime=uptime) if lived >= LASTS else Signs(now, self.sprong_van, lived, uptime)

    def is_counted(self, step: timedelta, uptime: Uptime | None) -> bool:
        """Tell whether the machine ran all that time: then the program was off, and the clock did not jump."""
        passed = uptime.since(self.uptime) if uptime else None
        return passed is not None and abs(step - passed) <= SLACK + DRIFT * abs(passed)


@dataclass(frozen=True)
class Doubt:
    """Why the clock is not believed at a moment; all of it in the time of the landkaart.

    `laatste`: the last sign of life before a jump ahead or, when `loopt_achter`, the last line of the log. `nog`: how long
    it must still go on to be believed by itself.
    """

    nu: datetime
    laatste: datetime
    loopt_achter: bool
    nog: timedelta = timedelta()


def doubt_of(
    signs: Signs | None, last_line: datetime | None, offset: timedelta, now: datetime, uptime: Uptime | None = None
) -> Doubt | None:
    """Judge the clock; None when it is believed.

    `now` and `signs` are of this machine, `last_line` (of the log) is of the landkaart, which is `offset` ahead of it. Where
    no sign was kept yet, the last line is the last one. `uptime`: what this machine counted itself by now.
    """
    here = now + offset
    if last_line is not None and here < last_line:
        return Doubt(here, last_line, loopt_achter=True)
    known = signs or (Signs(last_line - offset) if last_line else Signs(now))
    found = known.at(now, uptime)
    if found.sprong_van is None:
        return None
    return Doubt(here, found.sprong_van + offset, loopt_achter=False, nog=LASTS - found.geleefd)

"""What this machine itself counted since it was started: seconds that nobody can set, beside the clock that anybody can."""

import time
from functools import cache
from pathlib import Path

from landkaart.domein.clock_trust import Uptime

# What Linux calls this start of the machine; the same in every container on it.
START = Path("/proc/sys/kernel/random/boot_id")


def machine_uptime() -> Uptime | None:
    """Return it, with the time that the machine slept; None where there is no such count."""
    start = this_start()
    return None if start is None else Uptime(start, time.clock_gettime(time.CLOCK_BOOTTIME))


@cache
def this_start() -> str | None:
    try:
        return START.read_text(encoding="ascii").strip() if hasattr(time, "CLOCK_BOOTTIME") else None
    except OSError:
        return None

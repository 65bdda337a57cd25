"""Work that is dear: pictures, workbooks, every file that is made when it is asked for. An account at a time, in turn, on
threads of its own, so that whoever asks for sixty of them holds up nobody but himself.
"""

from asyncio import shield, wrap_future
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from landkaart.rapport.once import UnderWay
from landkaart.web.serving.turns import TeDruk, TeVeel, Turns

T = TypeVar("T")
# So many may wait for one account, and for all together.
EACH, IN_ALL = 10, 200
WORK = Turns("maken", threads=2, each=EACH, in_all=IN_ALL)
FLYING: UnderWay[Any] = UnderWay()
# In seconds: what the answer advises.
LATER = 10
YOURS = f"Er worden al {EACH} bestanden voor u gemaakt. Wacht tot die er zijn en vraag dit daarna opnieuw."
ALL = "Het is druk: er wachten al veel bestanden om gemaakt te worden. Probeer het over een halve minuut opnieuw."


async def in_turn(request: Request, work: Callable[[], T], same: Hashable = None) -> T:
    """Do the work when it is the turn of who asks; what has the same `same` and is under way is not done again.

    Raises TeVeel, TeDruk, and what `work` raises.
    """
    asker = asker_of(request)
    if same is None:
        return await wrap_future(WORK.submit(asker, work))
    # Who goes away takes nothing from the others who wait for it.
    found: T = await shield(wrap_future(FLYING.join(same, lambda: WORK.submit(asker, work))))
    return found


def asker_of(request: Request) -> Hashable:
    """Return whose queue it is: that of an account or, for who is not in, of where he comes from."""
    who = getattr(request.state, "aangemeld", None)
    return who.account_id if who else request.client and request.client.host


def too_much(error: TeVeel | TeDruk) -> Response:
    """Say that it is too much, and when to try again."""
    later = {"Retry-After": str(LATER)}
    return PlainTextResponse(YOURS, 429, later) if isinstance(error, TeVeel) else PlainTextResponse(ALL, 503, later)

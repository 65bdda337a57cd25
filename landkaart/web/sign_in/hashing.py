"""Where passwords are hashed: on a few threads, in turn for each machine that asks. Nothing else waits behind them."""

from asyncio import wrap_future
from collections.abc import Callable, Hashable

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from landkaart.web.serving.turns import TeDruk, TeVeel, Turns
from landkaart.web.sign_in.forms import herkomst

# A hash keeps a core busy for a moment. From one machine two at a time: many people may stand behind it.
SIGN_INS = Turns("aanmelden", threads=4, each=25, in_all=100, at_once=2)
# In seconds: what the answer advises.
LATER = 10
BUSY = "Het is nu te druk bij het aanmelden. Wacht een halve minuut en probeer het opnieuw."


async def hashing(request: Request, work: Callable[[], Response]) -> Response:
    """Answer with what the work makes of it when it is its turn, or say at once that it is too busy (503)."""
    try:
        return await wrap_future(SIGN_INS.submit(asker_of(request), work))
    except (TeVeel, TeDruk):
        return PlainTextResponse(BUSY, 503, {"Retry-After": str(LATER)})


def asker_of(request: Request) -> Hashable:
    """Return whose queue it is: who is in has one of his own."""
    who = getattr(request.state, "aangemeld", None)
    return who.account_id if who else herkomst(request)

"""Another address for one's own account, and for the beheerder of the first start his name: a part of the page of that."""

from functools import partial

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from db.act import begin_act
from db.actions.own_account import give_own_address
from db.actions.sessies import forgive_try
from db.engine import read_session
from db.queries.accounts import account
from landkaart.domein.fouten import Fout
from landkaart.domein.sessie import Aangemeld
from landkaart.post.toegang import Notice
from landkaart.screens import PlainPage
from landkaart.web.sign_in.forms import fields
from landkaart.web.sign_in.hashing import hashing
from landkaart.web.sign_in.my_account import account_page, require_himself
from landkaart.web.sign_in.outbox import tell_owner
from landkaart.web.sign_in.tries import begin_own_try

KEPT = "Uw adres is bewaard. Meld u voortaan met dit adres aan."


async def save_address(request: Request) -> Response:
    """Take the form up, in a thread."""
    texts = await fields(request, "naam", "adres", "oud")
    return await hashing(request, partial(change, request.state.aangemeld, **texts))


def change(who: Aangemeld, naam: str, adres: str, oud: str) -> Response:
    """Keep them, and tell both addresses: a slip of the pen, or of somebody else, is found out before it is needed."""
    try:
        number = begin_own_try(who)
        require_himself(who, oud)
        with begin_act(who.gebruiker) as act:
            forgive_try(session=act.session, number=number)
            before = give_own_address(act, adres=adres, naam=naam)
    except Fout as error:
        return account_page(who, fout=str(error))
    with read_session() as session:
        found = account(session=session, account_id=who.account_id)
    if found is not None:
        tell_owner(found, Notice.ADRES)
        tell_owner(before, Notice.ADRES_WEG)
    return account_page(who, goed=KEPT)


ROUTES = [Route(PlainPage.ACCOUNT_ADRES, save_address, methods=["POST"])]

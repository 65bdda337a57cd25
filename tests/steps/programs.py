"""A program with somebody's token, in front of the guard."""

from starlette.testclient import TestClient

from db.act import begin_act
from db.actions.apitokens import make_apitoken
from db.engine import read_session
from db.queries.sessies import by_token
from landkaart.domein.clock import system_now
from tests.steps.accounts import make_account, open_session
from tests.steps.visitors import browser


def token_of(rol: str, naam: str = "Programma") -> str:
    """The token of a new account."""
    cookie = open_session(make_account(rol))
    with read_session() as session:
        who = by_token(session=session, token=cookie, now=system_now())
    with begin_act(who.gebruiker) as act:
        return make_apitoken(act, naam=naam)


def program(token: str) -> TestClient:
    """One that brings this token with all it asks."""
    found = browser()
    found.headers["Authorization"] = f"Bearer {token}"
    return found


def program_of(rol: str) -> TestClient:
    return program(token_of(rol))

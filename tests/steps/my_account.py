"""Somebody at the page of his own account."""

import re

import pyotp
from httpx2 import Response
from sqlmodel import select
from starlette.testclient import TestClient

from db import models
from db.engine import read_session
from db.sealing import Purpose, unseal
from landkaart.domein.clock import system_now
from tests.steps.visitors import ADRES, PASSWORD

OTHER = "heel iets anders nu"


def come_in(visitor: TestClient, wachtwoord: str = PASSWORD, code: str = "") -> TestClient:
    visitor.post("/inloggen", data={"adres": ADRES, "wachtwoord": wachtwoord, "code": code})
    return visitor


def renew(visitor: TestClient, oud: str = PASSWORD, nieuw: str = OTHER, nogmaals: str | None = None) -> Response:
    """Asks for another password."""
    return visitor.post("/account/wachtwoord", data={"oud": oud, "nieuw": nieuw, "nogmaals": nogmaals or nieuw})


def turn_on(visitor: TestClient, code: str | None = None, wachtwoord: str = PASSWORD, geheim: str | None = None) -> Response:
    """Turns the second factor on, with the secret that the page shows, unless told otherwise."""
    secret, sealed = offered(visitor)
    given = {"geheim": sealed if geheim is None else geheim, "wachtwoord": wachtwoord}
    return visitor.post("/account/tweede-factor", data={"act": "aan", "code": code or code_of(secret), **given})


def offered(visitor: TestClient) -> tuple[str, str]:
    """The secret that the page shows, and how it takes it along."""
    text = visitor.get("/account").text
    return re.search(r"Sleutel: <code>(\w{32})</code>", text)[1], re.search(r'name="geheim" value="([^"]+)"', text)[1]


def turn_off(visitor: TestClient, code: str) -> Response:
    return visitor.post("/account/tweede-factor", data={"act": "uit", "code": code})


def new_noodcodes(visitor: TestClient, code: str) -> Response:
    return visitor.post("/account/tweede-factor", data={"act": "noodcodes", "code": code})


def noodcodes_on(answer: Response) -> list[str]:
    """The noodcodes on a page."""
    return re.findall(r"<li><code>([^<]+)</code></li>", answer.text)


def code_of(secret: str) -> str:
    return pyotp.TOTP(secret).at(system_now())


def kept() -> models.Account:
    """The one account that there is."""
    with read_session() as session:
        return session.exec(select(models.Account)).one()


def kept_secret() -> str | None:
    sealed = kept().totp_geheim
    return sealed and unseal(Purpose.TOTP, sealed)


def log() -> list[str]:
    """What every line says it became."""
    with read_session() as session:
        return [line.nieuw for line in session.exec(select(models.Logregel).order_by(models.Logregel.id))]

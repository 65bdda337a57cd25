"""Managers of werkpleinen who fill in as their browsers would: over HTTP, with the cookie of a session."""

from collections.abc import Iterable

import httpx2 as httpx
from sqlmodel import select

from db import models
from db.engine import read_session
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from tests.steps.accounts import open_session
from tests.steps.landkaart_server import Server

CODES = catalogus().codes


def session_with(adres: str) -> str:
    """Somebody who is in already, by his address."""
    with read_session() as session:
        number = session.exec(select(models.Account.id).where(models.Account.adres == adres)).one()
    return open_session(number)


def take_up(server: Server, link: str, wachtwoord: str) -> str:
    """Choose a password at the link of an invitation; the token of the session that this begins."""
    given = {"nieuw": wachtwoord, "nogmaals": wachtwoord}
    answer = httpx.post(link, data=given, headers={"origin": server.address})
    assert answer.status_code == 303, answer.text
    return answer.cookies["sessie"]


def fill_in_and_submit(
    client: httpx.Client, server: Server, token: str, werkplein: str, tertaal: str, bands: Iterable[Band]
) -> None:
    """All 14, each saved by itself, then submitted. `client`: one for all of them, which takes long to make."""
    base, headers = f"{server.address}/api/invullen/{werkplein}/{tertaal}", {"cookie": f"sessie={token}"}
    seen = {}
    for code, band in zip(CODES, bands, strict=True):
        given = {"waarde": band.code, "gezien": None}
        answer = client.put(f"{base}/veld/band/{code}", json=given, headers=headers)
        seen[f"band/{code}"] = answer.raise_for_status().json()["veld"]["versie"]
    client.post(f"{base}/indien", json={"gezien": seen}, headers=headers).raise_for_status()

"""The werkpleinen that somebody is coördinator of, and who fills them in."""

from collections.abc import Sequence

from db.engine import read_session
from db.queries.accounts import accounts_of
from db.queries.toegang import toegangen
from db.queries.werkpleinen import names
from landkaart.domein.clock import system_now
from landkaart.domein.toegang import Staat, Toegang
from landkaart.domein.typed_text import distinct
from pages.shared.visit import visit


def own_werkpleinen() -> dict[str, str]:
    """Return what they are called, by code; whoever has none does not have this page."""
    leads = visit().visitor.bevoegdheid.coordinator_van
    with read_session() as session:
        found = distinct(names(session=session))
    return {code: naam for code, naam in found.items() if code in leads}


def collegas_of(werkplein: str) -> Sequence[Toegang]:
    """Return who fills it in, by naam; not who was disabled."""
    with read_session() as session:
        ids = accounts_of(session=session, werkplein=werkplein)
        found = toegangen(session=session, now=system_now(), ids=ids)
    return [each for each in found if each.staat is not Staat.UITGEZET]

"""The page Beheer as a beheerder uses it."""

import re

from db.engine import read_session
from db.queries.accounts import accounts
from db.queries.werkpleinen import werkplein

LINK = re.compile(r"http://localhost:8501/toegang/([\w-]{43})")


def named(elements, label, place=""):
    """The one with this label; `place`: the beginning of its key."""
    [found] = [element for element in elements if element.label == label and (element.key or "").startswith(place)]
    return found


def click(at, label, place=""):
    return named(at.button, label, place).click().run()


def fill(at, place, **fields):
    """By the names of the fields, in the round that the form of this place is in; `at` is not run."""
    done = at.session_state["gedaan"].get(place, 0) if "gedaan" in at.session_state else 0
    for name, value in fields.items():
        at.get_by_key(f"{place}-{name}-{done}").set_value(value)
    return at


def open_row(at, row):
    at.button(key=f"openen-{row}").click().run()
    return at


def found(adres):
    with read_session() as session:
        return next((account for account in accounts(session=session) if account.adres == adres), None)


def kept(code):
    with read_session() as session:
        return werkplein(session=session, code=code)


def links(at):
    return [LINK.fullmatch(element.value)[1] for element in at.code]


def invite(at, **other):
    person = {"adres": "Iemand@gemeente.nl", "naam": "Iemand", "organisatie": "Gemeente Assen", "werkpleinen": ["assen"]}
    fill(at, "uitnodigen", **person | other)
    return click(at, "Uitnodigen")


def open_werkpleinen(at, row=None):
    at.session_state["beheer-deel"] = "Werkpleinen"
    at.run()
    return open_row(at, row) if row else at

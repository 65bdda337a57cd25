"""All that Beheer shows, read once until anything changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from db.engine import read_session
from db.queries.accounts import accounts
from db.queries.werkpleinen import werkpleinen
from landkaart.domein.account import Account
from landkaart.domein.typed_text import distinct
from landkaart.domein.werkplein import Werkplein
from pages.shared.cache import anything_changes, kept
from pages.shared.name_search import plain


@dataclass(frozen=True)
class Beheer:
    """Who may come in, and which werkpleinen there are and were."""

    accounts: Sequence[Account]  # By naam.
    werkpleinen: Sequence[Werkplein]  # By naam.

    @cached_property
    def namen(self) -> dict[str, str]:
        """Return by code what every werkplein is called."""
        return distinct({werkplein.code: werkplein.naam for werkplein in self.werkpleinen})

    @cached_property
    def staying(self) -> dict[str, str]:
        """Return the same without those that were closed, or will be.

        Nobody new is put on them, and nothing merges into them.
        """
        return {each.code: self.namen[each.code] for each in self.werkpleinen if each.actief_tot is None}

    @cached_property
    def account_texts(self) -> list[str]:
        """Return what can be searched for, one for each account in the same order."""
        return [plain(account_text(account, self.namen)) for account in self.accounts]

    @cached_property
    def werkplein_texts(self) -> list[str]:
        """Return what can be searched for, one for each werkplein in the same order."""
        return [plain(werkplein_text(werkplein)) for werkplein in self.werkpleinen]

    @cached_property
    def regions(self) -> dict[str, list[str]]:
        """Return those that there are, by field."""
        fields = ("provincie", "arbeidsmarktregio")
        return {field: sorted({getattr(werkplein, field) for werkplein in self.werkpleinen}) for field in fields}


@kept(until=anything_changes, most=3)
def beheer() -> Beheer:
    """Return it; who sees this page sees all of it."""
    with read_session() as session:
        return Beheer(accounts(session=session), werkpleinen(session=session))


@kept(until=anything_changes, most=3)
def open_on(day: date) -> int:
    """Return how many werkpleinen are open on a day."""
    return sum(werkplein.is_open(day) for werkplein in beheer().werkpleinen)


def account_text(account: Account, namen: dict[str, str]) -> str:
    own = (namen[code] for code in account.werkpleinen)
    return " ".join([account.naam, account.adres, account.organisatie, account.rol.label, *own])


def werkplein_text(werkplein: Werkplein) -> str:
    former = (naam for naam, _ in werkplein.vroeger)
    where = (werkplein.plaats, werkplein.gemeente, werkplein.provincie, werkplein.arbeidsmarktregio)
    return " ".join([werkplein.naam, werkplein.code, *where, *former])

"""All that Beheer shows, read once per state of the log."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from db.engine import read_session
from db.queries.accounts import accounts
from db.queries.werkpleinen import werkpleinen
from landkaart.domein.account import Account
from landkaart.domein.werkplein import Werkplein
from pages.shared.beeld import Laatste
from pages.shared.name_search import plain
from pages.shared.remembered import remembered


@dataclass(frozen=True)
class Beheer:
    """`accounts` and `werkpleinen` by naam; the texts are what can be searched for, one for each in the same order."""

    accounts: Sequence[Account]
    werkpleinen: Sequence[Werkplein]

    @cached_property
    def namen(self) -> dict[str, str]:
        return {werkplein.code: werkplein.naam for werkplein in self.werkpleinen}

    @cached_property
    def staying(self) -> dict[str, str]:
        """The same without those that were closed, or will be: nobody new is put on them, and nothing merges into them."""
        return {werkplein.code: werkplein.naam for werkplein in self.werkpleinen if werkplein.actief_tot is None}

    @cached_property
    def account_texts(self) -> list[str]:
        return [plain(account_text(account, self.namen)) for account in self.accounts]

    @cached_property
    def werkplein_texts(self) -> list[str]:
        return [plain(werkplein_text(werkplein)) for werkplein in self.werkpleinen]

    @cached_property
    def regions(self) -> dict[str, list[str]]:
        """Those that there are, by field."""
        fields = ("provincie", "arbeidsmarktregio")
        return {field: sorted({getattr(werkplein, field) for werkplein in self.werkpleinen}) for field in fields}


@remembered(3)
def beheer_of(laatste: Laatste) -> Beheer:
    with read_session() as session:
        return Beheer(accounts(session=session), werkpleinen(session=session))


@remembered(3)
def open_of(laatste: Laatste, day: date) -> int:
    """How many werkpleinen are open on a day."""
    return sum(werkplein.is_open(day) for werkplein in beheer_of(laatste).werkpleinen)


def account_text(account: Account, namen: dict[str, str]) -> str:
    own = (namen[code] for code in account.werkpleinen)
    return " ".join([account.naam, account.adres, account.organisatie, account.rol.label, *own])


def werkplein_text(werkplein: Werkplein) -> str:
    former = (naam for naam, _ in werkplein.vroeger)
    where = (werkplein.plaats, werkplein.gemeente, werkplein.provincie, werkplein.arbeidsmarktregio)
    return " ".join([werkplein.naam, werkplein.code, *where, *former])

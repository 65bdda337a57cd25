"""What the page Beheer refuses about accounts, a file may not do either."""

from collections.abc import Iterator

from db.actions.import_accounts import is_same, wanted_of
from db.actions.import_omgeving import Omgeving
from db.queries.accounts import accounts
from landkaart.domein.account import LAST_BEHEERDER, Account
from landkaart.domein.rollen import Rol
from landkaart.invoer.aanlevering import Aanlevering
from landkaart.invoer.faults import Fault
from landkaart.invoer.records import AccountRecord


def account_faults(aanlevering: Aanlevering, around: Omgeving) -> Iterator[Fault]:
    """Refuse who is put on a werkplein that is closed or will be, and what would leave nobody to let people in."""
    if not aanlevering.accounts:
        return
    before = {each.adres: each for each in accounts(session=around.session)}
    able = {each.adres for each in before.values() if is_beheerder(each) and each.can_sign_in}
    demoted = {each.adres for each in aanlevering.accounts if each.rol is not Rol.BEHEER}
    for record in aanlevering.accounts:
        known = before.get(record.adres)
        if known is not None and is_same(wanted_of(record, known), known):
            continue
        yield from closed_faults(record, known, around)
        if known is not None and is_beheerder(known) and record.adres in demoted and not able - demoted:
            yield Fault(record.bestand, record.regel, "rol", LAST_BEHEERDER)


def is_beheerder(account: Account) -> bool:
    return account.rol is Rol.BEHEER and account.uitgezet_op is None


def closed_faults(record: AccountRecord, known: Account | None, around: Omgeving) -> Iterator[Fault]:
    had = set(known.werkpleinen) if known else set()
    for code in record.werkpleinen:
        found = around.after.werkpleinen.get(code)
        if code not in had and found is not None and found.actief_tot is not None:
            reden = f"{found.naam} sluit of is gesloten: daar komt niemand meer bij."
            yield Fault(record.bestand, record.regel, "werkpleinen", reden)

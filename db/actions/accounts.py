"""Accounts: who may come in, as what, for which werkpleinen. Every change ends the sessions that it touches."""

from sqlalchemy import delete
from sqlmodel import select

from db import models
from db.act import Act
from db.actions.account_rows import columns, keep_a_beheerder, keep_werkpleinen, log_change, require_account
from db.actions.ways_in import end_sessions, make_link
from db.actions.wissen import erase_traces, known_as
from db.queries.accounts import ASKED, by_adres
from landkaart.domein.account import Profiel, require_address
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.rechten import Recht
from landkaart.domein.rollen import Rol

FIRST = "beheer@landkaart.invalid"
DEMO_WERKPLEINEN = ("assen", "harderwijk")


def invite(act: Act, *, adres: str, profiel: Profiel, koppelbaar: bool = True) -> str:
    """Make an account and return the token of its invitation.

    `koppelbaar`: the invited may also come in by the organisation's own sign-in, where it vouches for this address.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.ACCOUNTS_BEHEREN)
    adres = require_address(adres.strip())
    if act.session.exec(select(models.Account.id).where(models.Account.adres == adres)).first() is not None:
        raise OngeldigeInvoer("Er is al een account met dit e-mailadres.")
    row = models.Account(adres=adres, koppelbaar=koppelbaar, **columns(profiel))
    act.session.add(row)
    act.session.flush()
    keep_werkpleinen(act.session, row.id, profiel)
    log_change(act, None, row.id)
    return make_link(act.session, row.id, "uitnodiging")


def change(act: Act, *, account_id: int, profiel: Profiel) -> None:
    """Change who somebody is; another role or other werkpleinen end his sessions. The last beheerder stays beheerder.

    Raises as `invite`.
    """
    act.require(Recht.ACCOUNTS_BEHEREN)
    before = require_account(act.session, account_id)
    if profiel.rol is not Rol.BEHEER:
        keep_a_beheerder(act.session, before)
    act.session.get(models.Account, account_id).sqlmodel_update(columns(profiel))
    keep_werkpleinen(act.session, account_id, profiel)
    if (profiel.rol, set(profiel.werkpleinen)) != (before.rol, set(before.werkpleinen)):
        end_sessions(act.session, account_id)
    log_change(act, before, account_id)


def disable(act: Act, *, account_id: int) -> None:
    """End somebody's access at once; the last beheerder cannot be disabled.

    Raises as `invite`.
    """
    act.require(Recht.ACCOUNTS_BEHEREN)
    before = require_account(act.session, account_id)
    keep_a_beheerder(act.session, before)
    act.session.get(models.Account, account_id).uitgezet_op = act.now
    end_sessions(act.session, account_id)
    log_change(act, before, account_id)


def enable(act: Act, *, account_id: int) -> None:
    """Let somebody in again who was disabled.

    Raises as `invite`.
    """
    act.require(Recht.ACCOUNTS_BEHEREN)
    before = require_account(act.session, account_id)
    act.session.get(models.Account, account_id).uitgezet_op = None
    log_change(act, before, account_id)


def reset(act: Act, *, account_id: int) -> str:
    """Make a link to choose a new password, also for who lost the second factor; return its token.

    Whoever is in as this account is out at once, apart from the beheerder himself. The second factor stays on until the
    link is used: nobody comes in on a password alone meanwhile.

    Raises as `invite`.
    """
    act.require(Recht.ACCOUNTS_BEHEREN)
    before = require_account(act.session, account_id)
    end_sessions(act.session, account_id, but=act.by.sessie_id)
    soort = "herstel" if before.heeft_wachtwoord else "uitnodiging"
    if not before.can_sign_in and not before.heeft_totp and not before.demo:
        # Invited anew.
        act.session.get(models.Account, account_id).koppelbaar = True
    log_change(act, before, account_id, herstellink=True)
    return make_link(act.session, account_id, soort, factor_uit=before.heeft_totp)


def reset_by_adres(act: Act, *, adres: str) -> str:
    """Make the link of `reset` for the account with this address: the operator's way when no beheerder can come in.

    Raises as `invite`.
    """
    act.require(Recht.ACCOUNTS_BEHEREN)
    found = by_adres(session=act.session, adres=adres.strip().lower())
    if found is None or found.uitgezet_op is not None:
        raise OngeldigeInvoer("Er is geen account met dit e-mailadres dat aan staat.")
    return reset(act, account_id=found.id)


def change_address(act: Act, *, account_id: int, adres: str) -> str:
    """Give somebody another mail address; return the token of the link with which he chooses a password from there.

    Until he does, there is no way in: whoever reads that mailbox must show that he does. So a binding to the organisation's
    own sign-in ends as well. A second factor stays on, with its noodcodes.

    Raises as `invite`.
    """
    act.require(Recht.ACCOUNTS_BEHEREN)
    before, adres = require_account(act.session, account_id), require_address(adres.strip())
    if before.uitgezet_op is not None:
        raise OngeldigeInvoer("Dit account staat uit. Zet het eerst weer aan.")
    if before.adres == adres:
        raise OngeldigeInvoer("Dit adres heeft het account al.")
    if act.session.exec(select(models.Account.id).where(models.Account.adres == adres)).first() is not None:
        raise OngeldigeInvoer("Er is al een account met dit e-mailadres.")
    if before.can_sign_in:
        keep_a_beheerder(act.session, before)
    row = act.session.get(models.Account, account_id)
    row.adres, row.wachtwoord = adres, None
    row.onderwerp, row.gekoppeld_op, row.koppelbaar = None, None, False
    end_sessions(act.session, account_id)
    act.session.exec(delete(models.Poging).where(models.Poging.adres == before.adres))
    log_change(act, before, account_id)
    return make_link(act.session, account_id, "uitnodiging")


def erase(act: Act, *, account_id: int) -> None:
    """Take somebody out of everything: what he did stays, under the number of his account. There is no way back.

    Raises as `invite`.
    """
    act.require(Recht.ACCOUNTS_BEHEREN)
    keep_a_beheerder(act.session, require_account(act.session, account_id))
    erase_account(act, account_id)


def erase_account(act: Act, account_id: int) -> None:
    """Take an account out with all that hangs on it, and leave the line: a part of what erases one, or many."""
    session, who = act.session, known_as(act.session, account_id)
    codes = erase_traces(session, who)
    session.exec(
        delete(models.Poging).where(models.Poging.adres.in_([*who.adressen, *(ASKED + each for each in who.adressen)]))
    )
    ways_in = (models.Sessie, models.Apitoken, models.Toegangslink, models.Noodcode, models.Uitnodiging)
    for model in (*ways_in, models.AccountWerkplein):
        session.exec(delete(model).where(model.account_id == account_id))
    row = session.get(models.Account, account_id)
    row.adres, row.naam, row.organisatie, row.gewist_op = who.adres, who.nummer, "", act.now
    row.wachtwoord = row.totp_geheim = row.totp_stap = row.onderwerp = row.gekoppeld_op = None
    row.koppelbaar = False
    row.uitgezet_op = row.uitgezet_op or act.now
    session.flush()
    act.log(Handeling.ACCOUNT, nieuw={"account": account_id, "gewist": True, "was_contact_van": codes})


def first_beheerder(act: Act) -> str | None:
    """Make a link that signs in as beheerder once and return its token; None when a beheerder has a way in of his own.

    Raises NietToegestaan, NietAangemeld.
    """
    act.require(Recht.ACCOUNTS_BEHEREN)
    real = (models.Account.rol == Rol.BEHEER.value) & models.Account.demo.is_(False) & models.Account.uitgezet_op.is_(None)
    found = act.session.exec(select(models.Account).where(real)).all()
    if any(row.wachtwoord or row.onderwerp for row in found):
        return None
    row = found[0] if found else models.Account(adres=FIRST, naam="Beheerder", rol=Rol.BEHEER.value)
    if row.id is None:
        act.session.add(row)
        act.session.flush()
        log_change(act, None, row.id)
    act.log(Handeling.ACCOUNT, nieuw={"adres": row.adres, "link": "eerste start"})
    return make_link(act.session, row.id, "eerste_start")


def add_demo_accounts(act: Act, *, wachtwoord_hash: str) -> None:
    """Make one per role, with a password that everybody may know; only ever beside the data of 2009.

    Raises NietToegestaan, NietAangemeld.
    """
    act.require(Recht.ACCOUNTS_BEHEREN)
    for rol in Rol:
        naam = f"Demo {rol.label}"
        row = models.Account(adres=f"{rol.value}@demo.nl", naam=naam, rol=rol.value, wachtwoord=wachtwoord_hash, demo=True)
        act.session.add(row)
        act.session.flush()
        own = DEMO_WERKPLEINEN if rol is Rol.WERKPLEIN else ()
        keep_werkpleinen(act.session, row.id, Profiel(naam, "", rol, own))
        log_change(act, None, row.id)


def end_demo(act: Act) -> None:
    """Disable every demo account: real data came in, and whoever knows their password must not see those.

    Raises NietToegestaan, NietAangemeld.
    """
    act.require(Recht.GEGEVENS_LADEN)
    demo = models.Account.demo.is_(True) & models.Account.uitgezet_op.is_(None)
    for row in act.session.exec(select(models.Account).where(demo)).all():
        before = require_account(act.session, row.id)
        row.uitgezet_op = act.now
        end_sessions(act.session, row.id)
        log_change(act, before, row.id)

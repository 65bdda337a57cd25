"""Addresses where mail does not arrive are marked, by what came back or by hand, and the mark is taken off again."""

import json
from collections.abc import Sequence
from dataclasses import replace

from sqlmodel import Session

from db import models
from db.act import Act
from db.queries.onbestelbaar import MAILBOX
from landkaart.domein.account import require_address
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.onbestelbaar import Bron, Postbus, Retour
from landkaart.domein.rechten import Recht
from landkaart.domein.uitzondering import require_reden
from landkaart.errors import without_addresses


def mark_undeliverable(act: Act, *, adres: str, reden: str) -> None:
    """Mark an address: nothing of an uitvraag is mailed there any more. One that is marked stays as it is.

    Raises NietToegestaan, NietAangemeld, OngeldigeInvoer.
    """
    act.require(Recht.CONTACT_WIJZIGEN)
    why = require_reden(reden, models.REDEN_LENGTH)
    keep_mark(act, Retour(require_address(adres.strip()), why), Bron.HAND)


def mark_deliverable(act: Act, *, adres: str) -> None:
    """Take the mark off: from here on it is mailed again.

    Raises as `mark_undeliverable`.
    """
    act.require(Recht.CONTACT_WIJZIGEN)
    row = act.session.get(models.Onbestelbaar, adres)
    if row is None:
        raise OngeldigeInvoer("Dit adres is niet (meer) gemarkeerd als onbestelbaar. Ververs de pagina.")
    act.log(Handeling.ONBESTELBAAR, oud=as_logged(Retour(row.adres, row.reden), Bron(row.bron)))
    act.session.delete(row)
    act.session.flush()


def take_bounces(act: Act, *, retouren: Sequence[Retour], postbus: Postbus) -> int:
    """Mark what came back, and keep where the mailbox was read to, together; return how many are new.

    Raises NietToegestaan, NietAangemeld.
    """
    act.require(Recht.POST_VERSTUREN)
    marked = sum(keep_mark(act, each, Bron.RETOUR) for each in retouren)
    keep_postbus(act.session, postbus)
    return marked


def keep_mark(act: Act, retour: Retour, bron: Bron) -> bool:
    """Write a mark and its line; false when the address has one."""
    if act.session.get(models.Onbestelbaar, retour.adres) is not None:
        return False
    # Whoever is erased later must not be left in a reason.
    retour = replace(retour, reden=without_addresses(retour.reden))
    act.session.add(models.Onbestelbaar(adres=retour.adres, reden=retour.reden, bron=bron.value, sinds=act.now))
    act.session.flush()
    act.log(Handeling.ONBESTELBAAR, nieuw=as_logged(retour, bron))
    return True


def keep_postbus(session: Session, postbus: Postbus) -> None:
    kept: dict[str, object] = {"uidvalidity": postbus.uidvalidity, "uid": postbus.uid, "fout": postbus.fout}
    kept["gelezen"] = postbus.gelezen and postbus.gelezen.isoformat()
    session.merge(models.Instelling(sleutel=MAILBOX, waarde=json.dumps(kept, ensure_ascii=False)))


def as_logged(retour: Retour, bron: Bron) -> dict[str, object]:
    return {"adres": retour.adres, "reden": retour.reden, "bron": bron.value}

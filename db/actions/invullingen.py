"""Filling in: every answer and every toelichting is kept the moment it is given."""

from collections.abc import Iterable
from datetime import datetime

from db import models
from db.act import Act
from db.actions.open_invulling import OpenInvulling, open_at, open_invulling
from db.queries.invullingen import indiening_before, indieningen, last_change
from db.shapes import AnyRow
from landkaart.domein import conflict
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.fouten import NietCompleet, OngeldigeInvoer
from landkaart.domein.handeling import Handeling
from landkaart.domein.invulling import Seen, Veld, Wijze
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.typed_text import clean


def save_answer(
    act: Act, *, veld: Veld, band: Band | None, seen: datetime | Seen | None = Seen.NOTHING_SHOWN
) -> datetime | None:
    """Keep the answer to one mijlpaal, or with None take it back; return the moment of the answer that it left.

    The same answer twice is one change. `seen`: the moment of the answer that was on the screen, None when there was none.

    Raises NietToegestaan, NietAangemeld, Gesloten, OngeldigeInvoer, and AndersGewijzigd when something else than `seen`
    stands there by now.
    """
    invulling, before = open_at(act, veld, models.Antwoord)
    require_mijlpaal(veld.code)
    require_band(band)
    before_band = None if before is None else Band(before.band)
    if before_band == band and (before is None or before.wijze == Wijze.BIJGEWERKT.value):
        return saved_at(before)
    # The same band over one that was confirmed or came from a file says only that it was chosen: no conflict with anybody.
    if before_band != band:
        require_answer_as_seen(act, veld, Handeling.ANTWOORD, before, seen)
    if band is None:
        invulling.remove(models.Antwoord, veld.code)
    else:
        put_answer(act, invulling, veld.code, band, Wijze.BIJGEWERKT)
    oud, nieuw = (None if each is None else each.code for each in (before_band, band))
    act.log(Handeling.ANTWOORD, invulling.about(veld.code), oud=oud, nieuw=nieuw)
    return None if band is None else act.now


def confirm(act: Act, *, werkplein: str, tertaal: Tertaal, mijlpalen: Iterable[str]) -> dict[str, datetime]:
    """Say of these that they are as they were, toelichting included; return the moment of what it confirmed, by mijlpaal.

    What is already answered stays as it is.

    Raises NietToegestaan, NietAangemeld, Gesloten, OngeldigeInvoer, and NietCompleet when there is nothing to confirm.
    """
    invulling = open_invulling(act, werkplein, tertaal)
    before = indiening_before(session=act.session, werkplein=werkplein, tertaal=tertaal)
    if before is None:
        raise NietCompleet("Er is geen eerdere invulling om te bevestigen. Kies per mijlpaal een band.")
    confirmed = {}
    for mijlpaal in mijlpalen:
        require_mijlpaal(mijlpaal)
        if invulling.find(models.Antwoord, mijlpaal) is not None:
            continue
        band, toelichting = before[1].banden[mijlpaal], before[1].toelichtingen.get(mijlpaal)
        put_answer(act, invulling, mijlpaal, band, Wijze.BEVESTIGD)
        if toelichting and invulling.find(models.Toelichting, mijlpaal) is None:
            invulling.save(models.Toelichting, mijlpaal, tekst=toelichting, opgeslagen_op=act.now)
        act.log(Handeling.BEVESTIGING, invulling.about(mijlpaal), nieuw=band.code)
        confirmed[mijlpaal] = act.now
    return confirmed


def unconfirm(act: Act, *, werkplein: str, tertaal: Tertaal, mijlpalen: Iterable[str]) -> list[str]:
    """Take a confirming back as a whole, with the toelichtingen that came along; return what has no answer any more.

    What was changed since stays as it is.

    Raises NietToegestaan, NietAangemeld, Gesloten, and OngeldigeInvoer, the last also once something was submitted.
    """
    invulling = open_invulling(act, werkplein, tertaal)
    if indieningen(session=act.session, werkplein=werkplein, tertaal=tertaal):
        raise OngeldigeInvoer("Er is al ingediend: bevestigen kan niet meer als geheel terug. Wijzig het per mijlpaal.")
    taken = []
    for mijlpaal in mijlpalen:
        require_mijlpaal(mijlpaal)
        answer, said = invulling.find(models.Antwoord, mijlpaal), invulling.find(models.Toelichting, mijlpaal)
        if answer is None or answer.wijze != Wijze.BEVESTIGD.value:
            continue
        invulling.remove(models.Antwoord, mijlpaal)
        if said is not None and said.opgeslagen_op == answer.opgeslagen_op:
            invulling.remove(models.Toelichting, mijlpaal)
        act.log(Handeling.BEVESTIGING, invulling.about(mijlpaal), oud=Band(answer.band).code)
        taken.append(mijlpaal)
    return taken


def save_toelichting(
    act: Act, *, veld: Veld, tekst: str, seen: datetime | Seen | None = Seen.NOTHING_SHOWN
) -> datetime | None:
    """Keep the toelichting of one mijlpaal; an empty text takes it away. For the rest as `save_answer`."""
    invulling, before = open_at(act, veld, models.Toelichting)
    require_mijlpaal(veld.code)
    tekst = clean(tekst, models.TOELICHTING_LENGTH)
    oud = before.tekst if before else ""
    if tekst == oud:
        return saved_at(before)
    require_answer_as_seen(act, veld, Handeling.TOELICHTING, before, seen)
    if tekst:
        invulling.save(models.Toelichting, veld.code, tekst=tekst, opgeslagen_op=act.now)
    else:
        invulling.remove(models.Toelichting, veld.code)
    act.log(Handeling.TOELICHTING, invulling.about(veld.code), oud=oud or None, nieuw=tekst or None)
    return act.now if tekst else None


def saved_at(kept: AnyRow | None) -> datetime | None:
    """Return when an answer or a toelichting was kept: the mark of what was on a screen."""
    return None if kept is None else kept.opgeslagen_op


def require_answer_as_seen(act: Act, veld: Veld, what: Handeling, kept: AnyRow | None, seen: datetime | Seen | None) -> None:
    """Let through who saw what is kept: an answer or a toelichting (`what`).

    Raises AndersGewijzigd.
    """
    version = saved_at(kept)
    waarde = kept and (Band(kept.band) if what is Handeling.ANTWOORD else kept.tekst)
    conflict.require_answer_as_seen(
        version, seen, waarde, lambda: last_change(session=act.session, veld=veld, what=what, saved_at=version)
    )


def require_mijlpaal(code: str) -> None:
    if code not in catalogus().codes:
        raise OngeldigeInvoer("Deze mijlpaal bestaat niet. Ververs de pagina en kies opnieuw.")


def require_band(band: Band | None) -> None:
    if band is not None and not isinstance(band, Band):
        raise OngeldigeInvoer("Deze band bestaat niet. Ververs de pagina en kies opnieuw.")


def put_answer(act: Act, invulling: OpenInvulling, mijlpaal: str, band: Band, wijze: Wijze) -> None:
    values = {"band": int(Band(band)), "wijze": wijze.value, "opgeslagen_op": act.now}
    invulling.save(models.Antwoord, mijlpaal, **values)

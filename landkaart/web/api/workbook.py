"""A workbook that was filled in elsewhere: first what it would change, then, when that is agreed to, the same saving."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from starlette.responses import Response

from db.act import Act, begin_act
from db.actions import invullingen
from db.engine import Session, read_session
from db.queries.vragen import vraag_antwoorden as said_to
from db.queries.vragen import vragen
from db.queries.wijzigingen import Wijzigingen, left_by, wijzigingen
from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.formulier import Formulier, Onderdeel
from landkaart.domein.fouten import Gesloten, OngeldigeInvoer
from landkaart.domein.invulling import Veld
from landkaart.domein.vraag import Vraag, VraagAntwoord
from landkaart.domein.vraagvorm import VraagSoort
from landkaart.domein.werkmap import Voorstel, Waarde, compare, digest
from landkaart.invoer.faults import Onleesbaar
from landkaart.invoer.formulier import Werkmap, read
from landkaart.rapport import formulier as sentences
from landkaart.web.api.answers import answer
from landkaart.web.api.asked import Asked
from landkaart.web.api.saving import SOORTEN
from landkaart.web.api.state import form_of, state_of

TOO_LARGE = "Dit bestand is groter dan 2 MB. Haal het formulier opnieuw op en vul dat in."
CHANGED = "Intussen is het formulier gewijzigd; er is niets opgeslagen. Kijk na wat er nu zou veranderen."
# A text before its answer, because confirming brings along what was said last time where nothing was said yet.
ORDER = ("toelichting", "band", "antwoord", "uitleg")


@dataclass(frozen=True)
class Naast:
    """A workbook beside the form: what it would change, the vragen by code, who did what stands there, and what it lacks."""

    form: Formulier
    voorstel: Sequence[Voorstel]
    vragen: Mapping[str, Vraag]
    gemaakt: Wijzigingen
    zonder_rij: Sequence[str]


def parse(asked: Asked, data: bytes) -> Werkmap | Response:
    """Read what was changed in a workbook, or answer 422 with everything that is wrong with it.

    Apart from what follows: it takes a while, and nobody who saves should wait for it.
    Raises Onbekend, Gesloten, OngeldigeInvoer.
    """
    with read_session() as session:
        form = form_of(session, **asked.place)
        known = {each.code: each for each in vragen(session=session, tertaal=asked.tertaal)}
    if not form.ronde.is_open:
        raise Gesloten(f"{sentences.reden(form.ronde)} Er is niets opgeslagen.")
    try:
        given = read(data, asked.werkplein, asked.tertaal, known, form.before.banden if form.before else {})
    except Onleesbaar as error:
        raise OngeldigeInvoer(f"Dit bestand is niet te gebruiken: {error}") from error
    return wrong(given) if given.fouten else given


def propose(asked: Asked, given: Werkmap) -> dict[str, Any]:
    """Return what would change: old, new, and who changed it meanwhile."""
    with read_session() as session:
        return described(beside(session, asked, given))


def keep(asked: Asked, given: Werkmap, agreed: str) -> dict[str, Any] | Response:
    """Save all of it or nothing, never submit; `agreed`: the mark of the proposal as it was shown.

    409, with the proposal as it is now, when something was changed since.
    """
    with begin_act(asked.by) as act:
        found = beside(act.session, asked, given)
        if digest(found.voorstel) != agreed:
            return answer(409, "anders", **described(found) | {"zin": CHANGED})
        save_all(act, asked, found.voorstel)
        state = state_of(act.session, asked.werkplein, asked.tertaal, asked.by)
    return state | {"opgeslagen": len(found.voorstel)}


def wrong(given: Werkmap) -> Response:
    many = "Er klopt iets niet" if len(given.fouten) == 1 else f"Er kloppen {len(given.fouten)} dingen niet"
    zin = f"{many} in het bestand; er is niets opgeslagen. Verbeter dit en bied het opnieuw aan."
    return answer(422, "invoer", zin, fouten=given.fouten)


def beside(session: Session, asked: Asked, given: Werkmap) -> Naast:
    form = form_of(session, **asked.place)
    found = vragen(session=session, tertaal=asked.tertaal)
    now = contents(form, said_to(session=session, **asked.place), [each.code for each in found])
    proposed = compare(given.ingevuld, now, form.before.banden if form.before else {})
    versions = [each.versie for each in proposed if each.versie]
    made = wijzigingen(session=session, versions=versions, **asked.place)
    return Naast(form, proposed, {each.code: each for each in found}, made, given.zonder_rij)


def contents(
    form: Formulier, answers: Mapping[str, VraagAntwoord], codes: Sequence[str]
) -> dict[Onderdeel, tuple[Waarde, datetime | None]]:
    """Return every part of the form, with its version."""
    found: dict[Onderdeel, tuple[Waarde, datetime | None]] = {}
    for code in catalogus().codes:
        found["band", code] = (form.now.banden.get(code), form.now.versions.get(("band", code)))
        found["toelichting", code] = (form.now.toelichtingen.get(code, ""), form.now.toegelicht_op.get(code))
    for code in codes:
        answer = answers.get(code)
        version = answer.version if answer else None
        found["antwoord", code] = (answer.antwoord if answer else None, version)
        found["uitleg", code] = ((answer.toelichting if answer else None) or "", version)
    return found


def described(found: Naast) -> dict[str, Any]:
    return {
        "voorstel": digest(found.voorstel),
        "zin": sentences.proposal(len(found.voorstel), sum(each.intussen for each in found.voorstel), found.zonder_rij),
        "wijzigingen": [as_row(each, found) for each in found.voorstel],
    }


def as_row(each: Voorstel, found: Naast) -> dict[str, Any]:
    kind, code = each.deel
    is_mijlpaal = SOORTEN[kind].about == "mijlpaal"
    vraag = found.vragen[code] if kind == "antwoord" else None
    nieuw = label(each.nieuw, vraag)
    return {
        "veld": f"{kind}/{code}",
        "titel": catalogus()[code].titel if is_mijlpaal else found.vragen[code].tekst,
        "wat": what(kind, vraag),
        "oud": label(each.oud, vraag),
        "nieuw": f"Ongewijzigd: {nieuw}" if each.bevestigt else nieuw,
        "intussen": meanwhile(each, found) if each.intussen else None,
    }


def meanwhile(each: Voorstel, found: Naast) -> dict[str, Any]:
    """Say who did what stands there, or took away what stood there, since the workbook was made."""
    who, act = left_by(found.gemaakt, each.deel, each.versie), "gewijzigd" if each.versie else "gewist"
    if who is None or who.op is None:
        return {"door": None, "zin": f"Intussen {act} in het formulier."}
    return {"door": who.door, "zin": f"Intussen {act} door {who.door}, {sentences.when(who.op, found.form.ronde.moment)}."}


def what(kind: str, vraag: Vraag | None) -> str:
    if kind not in ("band", "antwoord"):
        return "Toelichting"
    typed = vraag is not None and vraag.vorm.soort in (VraagSoort.GETAL, VraagSoort.TEKST)
    return "Antwoord" if typed else "Keuze"


def label(value: Waarde, vraag: Vraag | None) -> str:
    if value is None or value == "":
        return ""
    if vraag is not None and not isinstance(value, Band):
        return vraag.vorm.shown(value)
    return value if isinstance(value, str) else value.label


def save_all(act: Act, asked: Asked, proposed: Sequence[Voorstel]) -> None:
    """Do the acts of the form, in this transaction.

    Raises what they raise.
    """
    left: dict[str, datetime | None] = {}
    for each in sorted(proposed, key=lambda each: ORDER.index(each.deel[0])):
        kind, code = each.deel
        if each.bevestigt:
            invullingen.confirm(act, mijlpalen=[code], **asked.place)
            continue
        soort = SOORTEN[kind]
        # An answer and what is said to it are one row: after the first, the second has another version.
        seen = left.get(code, each.versie) if kind == "uitleg" else each.versie
        veld = Veld(asked.werkplein, asked.tertaal, code)
        moment = soort.act(act, veld=veld, seen=seen, **{soort.what: each.nieuw})
        if kind == "antwoord":
            left[code] = moment

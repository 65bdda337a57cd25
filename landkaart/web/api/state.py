"""The state of a form as its screen knows it: every part with its version, the bar, what was submitted."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from db.engine import Session
from db.queries.formulier import formulier, plaats, ronde
from db.queries.invullingen import akkoorden
from db.queries.navragen import navragen
from db.queries.vragen import vraag_antwoorden, vragen
from db.queries.wijzigingen import left_by, wijzigingen
from landkaart.domein.catalogus import catalogus
from landkaart.domein.formulier import Formulier, Onderdeel
from landkaart.domein.invulling import Akkoord, Invulling, Wijziging, score
from landkaart.domein.navraag import NavraagStatus
from landkaart.domein.rechten import Gebruiker, Weg
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.vraag import INGELEZEN, Vraag, VraagAntwoord
from landkaart.domein.vraagvorm import VraagSoort
from landkaart.programma.namen import WERKPLEIN
from landkaart.rapport import formulier as sentences
from landkaart.rapport.navraag import in_the_form
from landkaart.web.api.answers import Onbekend

MISSING = f"Dit formulier bestaat niet. Ga terug naar Invullen en kies uw {WERKPLEIN}."

# What stands in one part of the form, and since when; of a band also how it came there.
Inhoud = tuple[Any, datetime | None, Mapping[str, str]]


def form_of(session: Session, werkplein: str, tertaal: Tertaal, toelichtingen: bool = True) -> Formulier:
    """Read the form as `formulier` does.

    Raises Onbekend.
    """
    found = formulier(session=session, werkplein=werkplein, tertaal=tertaal, toelichtingen=toelichtingen)
    if found is None:
        raise Onbekend(MISSING)
    return found


def version_now(session: Session, werkplein: str, tertaal: Tertaal) -> str:
    """Return the version of the state, in one statement.

    Raises Onbekend.
    """
    found = ronde(session=session, werkplein=werkplein, tertaal=tertaal)
    if found is None:
        raise Onbekend(MISSING)
    return found.version


def state_of(session: Session, werkplein: str, tertaal: Tertaal, by: Gebruiker) -> dict[str, Any]:
    """Return all that can change while it is on a screen.

    Raises Onbekend.
    """
    form = form_of(session, werkplein, tertaal)
    asked = vragen(session=session, tertaal=tertaal)
    return {
        **heading(form),
        "vragen": [as_drawn(each) for each in asked],
        "navragen": asked_about(session, werkplein, tertaal),
        "velden": fields_of(session, form, asked, by),
        **around(session, form, by),
    }


def asked_about(session: Session, werkplein: str, tertaal: Tertaal) -> dict[str, list[str]]:
    """Return by code of the mijlpaal what the AKO asks about it and did not close yet, a sentence for each."""
    found: dict[str, list[str]] = {}
    for each in navragen(session=session, werkplein=werkplein, tertaal=tertaal):
        if each.mijlpaal and each.status is not NavraagStatus.GESLOTEN:
            found.setdefault(each.mijlpaal, []).append(in_the_form(each))
    return found


def heading(form: Formulier) -> dict[str, Any]:
    """Say which form it is, and until when it can change."""
    ronde = form.ronde
    return {
        "nu": ronde.moment.isoformat(),
        "werkplein": {"code": ronde.werkplein, "naam": ronde.naam},
        "tertaal": str(ronde.tertaal),
        "periode": sentences.periode(ronde.tertaal),
        "open": ronde.is_open,
        "reden": sentences.reden(ronde),
        "sluit": {"op": ronde.sluit.isoformat(), "tekst": sentences.closes(ronde)},
    }


def around(session: Session, form: Formulier, by: Gebruiker) -> dict[str, Any]:
    """Return what every save can move: the version, the bar, what was submitted, what can be taken back."""
    return {
        "version": form.ronde.version,
        "kop": sentences.lead(form),
        "bar": {
            "beoordeeld": len(form.now.banden),
            "van": len(catalogus().codes),
            "zin": sentences.progress(form),
            "score": sentences.whole(sentences.outlook(form)),
            "vorige": sentences.whole(form.score_before),
            "kan_indienen": form.can_submit,
            "te_bevestigen": form.to_confirm,
        },
        "ingediend": ingediend(session, form, by),
        "bevestigd": form.confirmed,
    }


def ingediend(session: Session, form: Formulier, by: Gebruiker) -> dict[str, Any] | None:
    """Return what counts now, with who signed it; None while nothing was submitted."""
    ronde, last = form.ronde, form.submitted
    if last is None:
        return None
    signed = akkoorden(session=session, werkplein=ronde.werkplein, tertaal=ronde.tertaal).get(last.versie, [])
    stands = plaats(session=session, ronde=ronde)
    return {
        "versie": last.versie,
        "op": last.ingediend_op.isoformat(),
        "door": last.by_whom,
        "tekst": sentences.submitted(form, last),
        "score": sentences.whole(score(last.banden)),
        "plaats_zin": stands and sentences.plaats(ronde, stands),
        "gewijzigd": form.is_changed,
        "akkoorden": [signature(each, by) for each in signed],
        "akkoord_zin": sentences.akkoord(last, signed, ronde.is_open),
        "mag_akkoord": ronde.is_open
        and by.weg is not Weg.NAMENS
        and all(each.account_id != by.account_id for each in signed),
    }


def signature(akkoord: Akkoord, by: Gebruiker) -> dict[str, Any]:
    return {
        "naam": akkoord.naam,
        "organisatie": akkoord.organisatie,
        "tekst": sentences.moment_text(akkoord.gegeven_op),
        "eigen": akkoord.account_id == by.account_id,
    }


def fields_of(session: Session, form: Formulier, asked: Sequence[Vraag], by: Gebruiker) -> dict[str, dict[str, Any]]:
    """Return every part of the form by its name."""
    here: dict[str, Any] = {"werkplein": form.ronde.werkplein, "tertaal": form.ronde.tertaal}
    said = vraag_antwoorden(session=session, **here) if asked else {}
    found = of_mijlpalen(form.now)
    for vraag in asked:
        found |= of_vraag(vraag, said.get(vraag.code))
    versions = [version for _, version, _ in found.values() if version]
    made = wijzigingen(session=session, versions=versions, **here)
    return {
        name(deel): described(inhoud, left_by(made, deel, inhoud[1]), form.ronde.moment, by)
        for deel, inhoud in found.items()
    }


def name(deel: Onderdeel) -> str:
    """Name a part as its address does: "band/ketenjaarplan"."""
    return "/".join(deel)


def of_mijlpalen(now: Invulling) -> dict[Onderdeel, Inhoud]:
    found: dict[Onderdeel, Inhoud] = {}
    for code in catalogus().codes:
        antwoord = now.antwoorden.get(code)
        how = {"wijze": antwoord.wijze.value} if antwoord else {}
        found["band", code] = (antwoord.band.code, antwoord.opgeslagen_op, how) if antwoord else (None, None, how)
        found["toelichting", code] = (now.toelichtingen.get(code, ""), now.toegelicht_op.get(code), {})
    return found


def as_drawn(vraag: Vraag) -> dict[str, Any]:
    """Return a vraag as the form draws it."""
    vorm, found = vraag.vorm, {"code": vraag.code, "tekst": vraag.tekst}
    if vorm.soort is VraagSoort.JA_NEE:
        return found
    return found | {"soort": vorm.soort.value, "eenheid": vorm.eenheid, "keuzes": list(vorm.keuzes)}


def of_vraag(vraag: Vraag, said: VraagAntwoord | None) -> dict[Onderdeel, Inhoud]:
    """Return both parts of a vraag: one row, so one version, and whoever changes one changes the version of both."""
    antwoord, uitleg = (vraag.vorm.typed(said.antwoord), said.toelichting or "") if said else (None, "")
    version = said.version if said else None
    return {("antwoord", vraag.code): (antwoord, version, {}), ("uitleg", vraag.code): (uitleg, version, {})}


def described(inhoud: Inhoud, by_whom: Wijziging | None, now: datetime, by: Gebruiker) -> dict[str, Any]:
    """Return a part as its screen knows it; `eigen`: left by this very account, on this screen or on another.

    `by_whom`: of what stands there, or of what was taken away; None when nothing ever did.
    """
    value, version, how = inhoud
    moment = None if version == INGELEZEN else version or (by_whom and by_whom.op)
    return {
        "waarde": value,
        "versie": version and version.isoformat(),
        "door": by_whom and by_whom.door,
        "op": moment and moment.isoformat(),
        "opgeslagen": moment and sentences.when(moment, now),
        "eigen": by_whom is not None and by_whom.account_id is not None and by_whom.account_id == by.account_id,
        **how,
    }

"""The form on paper and as a workbook that is filled in elsewhere: it is said what it would change, then it is saved."""

import json
from typing import Any

import streamlit as st
from starlette.responses import Response

from db.failures import failure_sentence
from landkaart.domein.fouten import Fout
from landkaart.domein.rechten import Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.rapport import dutch
from landkaart.web.api.asked import Asked
from landkaart.web.api.workbook import keep, parse, propose
from pages.shared.markdown import escaped
from pages.shared.visit import visit

COLUMNS = {"titel": "Mijlpaal of vraag", "wat": "Wat", "oud": "Er staat nu", "nieuw": "Dit wordt het"}


def show_werkmap(werkplein: str, tertaal: Tertaal) -> None:
    """Keep it closed until somebody wants it."""
    key = f"werkmap-{werkplein}-{tertaal}"
    with st.expander("Op papier of als werkmap (Excel)", on_change="rerun", key=key) as opened:
        if not opened.open:
            return
        here = f"/formulier/{werkplein}/{tertaal}"
        st.markdown(f"[Leeg formulier afdrukken]({here}) · [Werkmap ophalen]({here}.xlsx)")
        given = st.file_uploader("Ingevulde werkmap", type="xlsx", key=f"{key}-bestand-{saved_from(werkplein, tertaal)}")
        if said := st.session_state.pop(f"{key}-uitkomst", None):
            st.info(escaped(said))
        if given is not None:
            namens = not visit().may(Recht.INVULLEN, werkplein)
            show_offer(Asked(visit().visitor, werkplein, tertaal, {}, {}, namens), given.getvalue(), key)


def saved_from(werkplein: str, tertaal: Tertaal) -> int:
    """Count how often something was saved from a workbook here: the form looks again when it has become more."""
    return int(st.session_state.get(f"werkmap-{werkplein}-{tertaal}-keer", 0))


def show_offer(asked: Asked, data: bytes, key: str) -> None:
    """Show what the workbook would change, or all that is wrong with it."""
    try:
        found = parse(asked, data)
    except Fout as error:
        st.error(escaped(str(error)))
        return
    if isinstance(found, Response):
        refused = json.loads(bytes(found.body))
        st.error("  \n".join(map(escaped, [refused["zin"], *refused.get("fouten", [])])))
        return
    offered = propose(asked, found)
    st.markdown(escaped(offered["zin"]))
    if not offered["wijzigingen"]:
        return
    changes = offered["wijzigingen"]
    with_meanwhile = any(each["intussen"] for each in changes)
    st.table([as_row(each, with_meanwhile) for each in changes], alt="Wat de werkmap zou wijzigen")
    many = dutch.counted(len(offered["wijzigingen"]), "wijziging", "wijzigingen")
    st.button(
        f"{many} opslaan", type="primary", key=f"{key}-opslaan", on_click=save, args=(asked, data, offered["voorstel"], key)
    )


def as_row(each: dict[str, Any], with_meanwhile: bool) -> dict[str, str]:
    row = {label: escaped(each[name]) or dutch.DASH for name, label in COLUMNS.items()}
    meanwhile = each["intussen"]["zin"] if each["intussen"] else ""
    return row | {"Intussen": escaped(meanwhile)} if with_meanwhile else row


def save(asked: Asked, data: bytes, agreed: str, key: str) -> None:
    """Save what was shown, never submit it; the form shows it by itself."""
    try:
        given = parse(asked, data)
        found = given if isinstance(given, Response) else keep(asked, given, agreed)
    except Fout as error:
        said = str(error)
    except Exception as error:
        said = failure_sentence(error)
    else:
        said = zin_of(found) if isinstance(found, Response) else f"{found['opgeslagen']} opgeslagen. Indienen doet u zelf."
        if not isinstance(found, Response):
            st.session_state[f"{key}-keer"] = saved_from(asked.werkplein, asked.tertaal) + 1
    st.session_state[f"{key}-uitkomst"] = said


def zin_of(refused: Response) -> str:
    return str(json.loads(bytes(refused.body))["zin"])

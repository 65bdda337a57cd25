"""The form in the browser, as a component of our own: it saves by itself (`landkaart.web.api`), so a run costs nothing."""

from collections.abc import Mapping
from pathlib import Path

import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
from streamlit.components.v2.types import ComponentRenderer

from pages.shared.cache import kept_for_good

FOLDER = Path(__file__).parent
NAME = "landkaart.formulier"
# Until the script is there; after some seconds, that it does not come. Its style travels along: nothing else has loaded.
WAITING = """
<div data-wacht>
  <style>
    [data-wacht] {font-family: var(--st-font, sans-serif); color: var(--st-text-color); min-height: 60vh}
    [data-wacht] p + p {visibility: hidden; animation: toon 0s 6s forwards}
    @keyframes toon {to {visibility: visible}}
  </style>
  <p>Het formulier wordt geladen…</p>
  <p>Dat duurt langer dan gewoon. Wat u eerder invulde, staat er nog. Ververs de pagina; komt het formulier dan nog niet,
  geef dat dan door aan de beheerder van de landkaart.</p>
</div>
"""


def show_form(data: Mapping[str, object], key: str) -> None:
    """Show it; `data`: see `landkaart.web.api.form`.

    `key`: another one for another form, so that nothing of one shows in another.
    """
    component(get_bidi_component_manager())(data=data, key=key, height="content")


@kept_for_good(1)
def component(manager: BidiComponentManager) -> ComponentRenderer:
    """Return the form; made known once to each server, from files: the policy refuses scripts from anywhere else."""
    config = ComponentConfig("formulier", "component")
    manager.register_from_manifest(ComponentManifest("landkaart", "1", [config]), FOLDER)
    return st.components.v2.component(NAME, html=WAITING, js="form.js", css="form.css")

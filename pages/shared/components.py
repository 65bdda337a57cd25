"""Our own components in the browser: they save by themselves (`landkaart.web.api`), so that a run costs nothing."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import streamlit as st
from streamlit.components.v2.component_manager import BidiComponentManager
from streamlit.components.v2.get_bidi_component_manager import get_bidi_component_manager
from streamlit.components.v2.manifest_scanner import ComponentConfig, ComponentManifest
from streamlit.components.v2.types import ComponentRenderer

from pages.shared.cache import kept_for_good
from pages.shared.visit import blad

FOLDER = Path(__file__).parent
# By the name of the component: its script and its style, which lie in one folder with what they share.
FILES = {"formulier": ("form.js", "form.css"), "oordelen": ("oordelen.js", "oordelen.css")}
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


def show_component(name: str, data: Mapping[str, object], key: str, asks: str | None = None) -> None:
    """Show a component of FILES; `data`: what does not change while somebody works in it.

    `key`: another one for another form, so that nothing of one shows in another. `asks`: the name under which the component
    asks for a run of the page.
    """
    blad().gelezen = None
    heard: dict[str, Any] = {f"on_{asks}_change": lambda: None} if asks else {}
    component(get_bidi_component_manager(), name)(data=data, key=key, height="content", **heard)


@kept_for_good(len(FILES))
def component(manager: BidiComponentManager, name: str) -> ComponentRenderer:
    """Return it; made known once to each server, from files: the policy refuses scripts from anywhere else."""
    register(manager)
    js, css = FILES[name]
    return st.components.v2.component(f"landkaart.{name}", html=WAITING, js=js, css=css)


@kept_for_good(1)
def register(manager: BidiComponentManager) -> None:
    configs = [ComponentConfig(name, "component") for name in FILES]
    manager.register_from_manifest(ComponentManifest("landkaart", "1", configs), FOLDER)

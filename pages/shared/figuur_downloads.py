"""What stands with every chart: the way to have it as a picture or as a table of its own."""

from urllib.parse import urlencode

import streamlit as st


def show_save(naam: str, tertaal: str, **params: str) -> None:
    """Links to our own routes: nothing is drawn until somebody asks. `naam`, `params`: as in the registry of figures."""

    def link(kind: str, **more: str) -> str:
        query = urlencode(params | more)
        return f"/figuur/{tertaal}/{naam}.{kind}{'?' if query else ''}{query}"

    with st.popover("Opslaan", icon=":material/image:", type="tertiary"):
        st.markdown(
            f"- [Afbeelding (PNG)]({link('png')}), voor Word of een presentatie\n"
            f"- [Tekening (SVG)]({link('svg')}), scherp op elk formaat\n"
            f"- Cijfers als CSV: [Excel]({link('csv', scheiding='puntkomma')}) · [komma]({link('csv')})"
        )

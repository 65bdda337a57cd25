"""The files of a page, in one menu."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport.files import TABLES, workbook_name, zip_name


def show_file(tertaal: Tertaal, name: str) -> None:
    """One table of a tertaal, `name` as in TABLES."""
    file = f"/download/{tertaal}/{name}.csv"
    with st.popover("Downloaden", icon=":material/download:"):
        st.markdown(
            "Als CSV, voor Excel (puntkomma) of voor een programma (komma):\n"
            f"- [Excel]({file}?scheiding=puntkomma)\n- [komma]({file})"
        )


def show_downloads(beeld: Tertaalbeeld) -> None:
    """Plain links to our own routes: nothing is made until somebody asks for it."""
    folder = f"/download/{beeld.tertaal}"
    lines = [
        f"**[Excel-werkmap, alle tabellen]({folder}/{workbook_name(beeld)})**",
        f"**[Alle bestanden in één zip]({folder}/{zip_name(beeld)})**",
        "Losse tabellen als CSV, voor Excel (puntkomma) of voor een programma (komma):",
    ]
    lines += [
        f"- {title}: [Excel]({folder}/{name}.csv?scheiding=puntkomma) · [komma]({folder}/{name}.csv)"
        for name, (title, _) in TABLES.items()
    ]
    with st.popover("Downloaden", icon=":material/download:"):
        st.markdown("\n\n".join(lines[:3]) + "\n" + "\n".join(lines[3:]))


def show_csv(tertaal: Tertaal, files: Mapping[str, str], folder: str = "download", **asked: str) -> None:
    """`files`: the name of each on our routes, and what it is called here; `asked`: what stands behind the question mark."""

    def link(name: str, **more: str) -> str:
        query = urlencode(asked | more)
        return f"/{folder}/{tertaal}/{name}{'?' if query else ''}{query}"

    lines = [
        f"- {title}: [Excel]({link(name, scheiding='puntkomma')}) · [komma]({link(name)})" for name, title in files.items()
    ]
    with st.popover("Downloaden", icon=":material/download:"):
        st.markdown("Als CSV, voor Excel (puntkomma) of voor een programma (komma):\n\n" + "\n".join(lines))

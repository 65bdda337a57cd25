"""Links to the files of a page: nothing is made until somebody asks for one of them."""

from collections.abc import Mapping, Sequence
from urllib.parse import urlencode

import streamlit as st

from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport.files import TABLES, workbook_name, zip_name

# What stands behind the question mark: by name, or as pairs where a name comes more than once.
Asked = Mapping[str, str] | Sequence[tuple[str, str]]
KINDS = "CSV, voor Excel (puntkomma) of voor een programma (komma):"


def address(path: str, asked: Asked = ()) -> str:
    """Return the address of a file on our own routes."""
    query = urlencode(asked)
    return f"{path}{'?' if query else ''}{query}"


def csv_links(path: str, asked: Asked = ()) -> str:
    """Return the two kinds of one CSV file as Markdown: for a Dutch Excel, and for programs."""
    pairs = list(asked.items()) if isinstance(asked, Mapping) else list(asked)
    return f"[Excel]({address(path, [*pairs, ('scheiding', 'puntkomma')])}) · [komma]({address(path, pairs)})"


def show_csv(files: Mapping[str, str], asked: Asked = (), note: str = "") -> None:
    """Show the menu of a page that has CSV only.

    `files`: what each is called here, by its path; `asked`: of all of them; `note` stands below them.
    """
    lines = [f"- {title}: {csv_links(path, asked)}" for path, title in files.items()]
    show_menu(f"Als {KINDS}\n\n" + "\n".join(lines) + (f"\n\n{note}" if note else ""))


def show_all_tables(beeld: Tertaalbeeld) -> None:
    """Show the menu of a page over the country: the workbook, the zip, and each table of the tertaal."""
    folder = f"/download/{beeld.tertaal}"
    tables = [f"- {title}: {csv_links(f'{folder}/{name}.csv')}" for name, (title, _) in TABLES.items()]
    show_menu(
        f"**[Excel-werkmap, alle tabellen]({folder}/{workbook_name(beeld)})**\n\n"
        f"**[Alle bestanden in één zip]({folder}/{zip_name(beeld)})**\n\n"
        f"Losse tabellen als {KINDS}\n" + "\n".join(tables)
    )


def show_menu(links: str) -> None:
    with st.popover("Downloaden", icon=":material/download:"):
        st.markdown(links)


def show_save(naam: str, tertaal: Tertaal, asked: Asked = ()) -> None:
    """Show, with a chart, the way to have it as a picture or its figures as a table. `naam`, `asked`: as on our routes."""
    file = f"/figuur/{tertaal}/{naam}"
    with st.popover("Opslaan", icon=":material/image:", type="tertiary"):
        st.markdown(
            f"- [Afbeelding (PNG)]({address(f'{file}.png', asked)}), voor Word of een presentatie\n"
            f"- [Tekening (SVG)]({address(f'{file}.svg', asked)}), scherp op elk formaat\n"
            f"- Cijfers als CSV: {csv_links(f'{file}.csv', asked)}"
        )

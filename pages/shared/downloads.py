"""Links to the files of a page: nothing is made until somebody asks for one of them."""

from collections.abc import Mapping
from urllib.parse import urlencode

import streamlit as st

from landkaart.domein.tertaal import Tertaal
from landkaart.domein.tertaalbeeld import Tertaalbeeld
from landkaart.rapport.file_names import Asked
from landkaart.rapport.files import COMPARED, TABLES, edition_asked, ods_name, workbook_name, zip_name

KINDS = "CSV, voor Excel (puntkomma; ook met de herkomst eronder) of voor een programma (komma):"


def address(path: str, asked: Asked = ()) -> str:
    """Return the address of a file on our own routes."""
    query = urlencode(asked)
    return f"{path}{'?' if query else ''}{query}"


def csv_links(path: str, asked: Asked = ()) -> str:
    """Return the kinds of one CSV file as Markdown: for a Dutch Excel, for programs, and with where it comes from."""
    pairs = list(asked.items()) if isinstance(asked, Mapping) else list(asked)
    excel = [*pairs, ("scheiding", "puntkomma")]
    links = {"Excel": excel, "komma": pairs, "Excel met herkomst": [*excel, ("herkomst", "ja")]}
    return " · ".join(f"[{title}]({address(path, of)})" for title, of in links.items())


def csv_lines(files: Mapping[str, str], asked: Asked = ()) -> str:
    """Return a list of such files as Markdown. `files`: what each is called here, by its path; `asked`: of all of them."""
    return "\n".join(f"- {title}: {csv_links(path, asked)}" for path, title in files.items())


def show_csv(files: Mapping[str, str], asked: Asked = (), note: str = "") -> None:
    """Show the menu of a page that has CSV only; the rest as in `csv_lines`. `note` stands below them."""
    show_menu(f"Als {KINDS}\n\n{csv_lines(files, asked)}" + (f"\n\n{note}" if note else ""))


def show_all_tables(beeld: Tertaalbeeld) -> None:
    """Show the menu of a page over the country: the workbook, the zip, and each table of the tertaal."""
    show_menu(all_tables(beeld))


def show_compared_tables(beeld: Tertaalbeeld, met: Tertaal, seen: str = "") -> None:
    """Show the same of a page that lays it beside `met`; `seen`: the lines of what has the choices of the page too."""
    first = f"Wat u hier ziet, met uw keuzes, als {KINDS}\n\n{seen}\n\n" if seen else ""
    whole = f"Van heel {beeld.tertaal}, vergeleken met {met}, zonder de andere keuzes op deze pagina:"
    show_menu(f"{first}{whole}\n\n{all_tables(beeld, {'met': str(met)})}")


def all_tables(beeld: Tertaalbeeld, asked: Asked = ()) -> str:
    """Return them as Markdown; `asked`: of the tables that compare, and of what holds them."""
    folder, which = f"/download/{beeld.tertaal}", edition_asked(beeld)
    asked = {**dict(asked), **which}
    tables = [
        f"- {title}: {csv_links(f'{folder}/{name}.csv', asked if name in COMPARED else which)}"
        for name, (title, _) in TABLES.items()
    ]
    return (
        f"**[Excel-werkmap, alle tabellen]({address(f'{folder}/{workbook_name(beeld)}', asked)})**\n\n"
        f"**[OpenDocument-rekenblad (.ods), alle tabellen]({address(f'{folder}/{ods_name(beeld)}', asked)})**\n\n"
        f"**[Alle bestanden in één zip]({address(f'{folder}/{zip_name(beeld)}', asked)})**\n\n"
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

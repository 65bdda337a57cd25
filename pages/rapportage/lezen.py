"""A chapter of the report as it reads, its sentences and its tables each to be copied, to paste them elsewhere."""

from collections.abc import Sequence
from itertools import groupby

import pandas as pd
import streamlit as st

from landkaart.domein.rapportage import RapportDeel
from landkaart.rapport.rapportage.model import Block, RapportChart, RapportGrid
from landkaart.rapport.rapportage.rapport import Samengesteld
from pages.rapportage.zinnen import show_text
from pages.shared.choices import Choice
from pages.shared.markdown import escaped
from pages.shared.show_table import show_table

# What stands in an element with a key that begins so, can be copied as text (`landkaart/content/tabellen.js`).
ZINNEN = "zinnen-"
# What stands by itself between the sentences.
ALONE = (RapportGrid, RapportChart)
NOTHING = "Er is geen hoofdstuk opgenomen; kies er een bij Inhoud en volgorde."


def show_lezen(checked: Samengesteld) -> None:
    """Ask for a chapter and show it."""
    options = {each.deel.value: each.titel for each in checked.rapport.hoofdstukken}
    if not options:
        st.caption(NOTHING)
        return
    first = RapportDeel.CONCLUSIES.value if RapportDeel.CONCLUSIES.value in options else None
    chosen = Choice("Hoofdstuk", "lezen", options).from_list(first, width=440)
    st.caption("Kopieer hier zinnen en tabellen en plak ze in Word of een mail: ze komen er als tekst en als tabel in.")
    [chapter] = [each for each in checked.rapport.hoofdstukken if each.deel.value == chosen]
    for number, (is_text, blocks) in enumerate(groupby(chapter.blokken, lambda block: not isinstance(block, ALONE))):
        if is_text:
            show_zinnen(list(blocks), f"{ZINNEN}{chosen}-{number}")
        else:
            for block in blocks:
                show_alone(block)


def show_zinnen(blocks: Sequence[Block], key: str) -> None:
    """Show sentences that stand together, which are copied together."""
    with st.container(key=key):
        for block in blocks:
            show_text(block)


def show_alone(block: Block) -> None:
    """Show a table, or where the picture is."""
    match block:
        case RapportGrid():
            st.markdown(
                f"**{escaped(block.titel)}**  \n:small[Te controleren op [{block.plaats.pagina}]({block.plaats.pad})]"
            )
            show_grid(block)
        case RapportChart():
            place = f"te zien op [{block.plaats.pagina}]({block.plaats.pad})"
            st.markdown(f":material/bar_chart: {escaped(block.titel)}, {place}")


def show_grid(grid: RapportGrid) -> None:
    """Show its cells as the report writes them."""
    if not grid.rijen:
        st.markdown(escaped(grid.leeg))
        return
    # Two columns can have one heading, such as "%".
    names = [f"k{number}" for number in range(len(grid.kolommen))]
    table = pd.DataFrame(grid.text_rows(), columns=names, dtype="str")
    headings = {
        name: st.column_config.TextColumn(kolom.titel, alignment="right" if kolom.is_number else "left")
        for name, kolom in zip(names, grid.kolommen, strict=True)
    }
    show_table(table, key=f"rapport-{grid.naam}", alt=grid.titel, columns=headings)
    for noot in grid.noten:
        st.caption(escaped(noot))

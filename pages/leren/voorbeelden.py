"""The parts of Leren van: the weak mijlpalen, who came from there, what one of them said."""

import streamlit as st

from db.engine import read_session
from db.queries.invullingen import indieningen
from db.queries.momentopnamen import submitted_then
from db.queries.werkpleinen import contact as find_contact
from landkaart.domein.band import LAAG_ONDER
from landkaart.domein.catalogus import catalogus
from landkaart.domein.leren import Voorbeeld
from landkaart.domein.rechten import Recht
from landkaart.domein.tertaal import Tertaal
from landkaart.programma.namen import TERTAAL, TERTALEN, WERKPLEIN, WERKPLEIN_KOP, WERKPLEINEN, WERKPLEINEN_KOP
from landkaart.rapport import dutch
from landkaart.rapport.leren import path_text
from pages.leren.prepared import STEPS, Voorbeelden, Zwak, voorbeelden
from pages.shared.address import to_address
from pages.shared.choices import Choice
from pages.shared.contact import contact_text
from pages.shared.markdown import escaped
from pages.shared.page_links import open_werkplein
from pages.shared.show_table import show_table
from pages.shared.tertaalbeeld import tertaalbeeld
from pages.shared.visit import visit

WEAK = {
    "mijlpaal": st.column_config.TextColumn("Mijlpaal", width="medium"),
    "fase": st.column_config.TextColumn("Fase", width="medium"),
    "band": st.column_config.TextColumn("Nu", width="small"),
    "op_100": st.column_config.NumberColumn("Landelijk op 100%", width="small"),
    "voorbeelden": st.column_config.NumberColumn("Voorbeelden", width="small"),
}
EXAMPLES = {
    "naam": st.column_config.TextColumn(WERKPLEIN_KOP, width="medium"),
    "waar": st.column_config.TextColumn("Waar", width="medium"),
    "km": st.column_config.NumberColumn("Afstand", format="%d km", width="small"),
    "was": st.column_config.TextColumn("Stond op", width="medium"),
    "sinds": st.column_config.TextColumn("100% in", width="small"),
    "verschil": st.column_config.NumberColumn("Verschil met u", format="%d punten", width="small"),
}
NEAR, ALIKE = "dichtbij", "lijkt"
ORDERS = {NEAR: "Dichtbij eerst", ALIKE: "Lijkt het meest op u"}


def choose_steps() -> int:
    """Return how many tertalen to look back."""
    options = {str(number): tertalen(number) for number in STEPS}
    return int(Choice("Kwam op 100% in de laatste", "stappen", options).from_list("3", width=220))


def tertalen(number: int) -> str:
    return f"1 {TERTAAL}" if number == 1 else f"{number} {TERTALEN}"


def choose_mijlpaal(found: Zwak, tertaal: Tertaal, code: str) -> str:
    """Return one of the weak ones; a line of the table fills the same choice."""
    key = f"leren_mijlpaal-{code}"
    table = f"leren_zwak-{code}-{tertaal}"
    show_table(
        found.table,
        key=table,
        height="content",
        columns=WEAK,
        on_select=lambda: take_line(table, key, found.mijlpalen),
        selection_mode="single-row",
        alt="Mijlpalen onder de 100%: de zwakste eerst, daarvan wat landelijk het vaakst is opgelost",
    )
    titles = {mijlpaal: catalogus()[mijlpaal].titel for mijlpaal in found.mijlpalen}
    return Choice("Mijlpaal", "mijlpaal", titles, key).from_list(width=420)


def take_line(table: str, key: str, options: list[str]) -> None:
    """Make the chosen line of a table the choice; its callback."""
    for line in st.session_state[table].selection.rows:
        if line < len(options):
            st.session_state[key] = options[line]


def choose_example(tertaal: Tertaal, code: str, mijlpaal: str, steps: int) -> Voorbeeld | None:
    """Return from whom to learn; at first the nearest. None when nobody is at 100%."""
    order = Choice("Volgorde", "eerst", ORDERS).segment()
    examples = voorbeelden(tertaal, code, mijlpaal, steps, order == ALIKE)
    if not examples.nearest:
        st.info(f"Op deze mijlpaal staat nog geen enkel ander {WERKPLEIN} op 100%. Kies een andere mijlpaal.")
        return None
    st.markdown(how_many_text(examples, steps))
    by_code = {each.code: each for each in examples.nearest}
    key = f"leren_van-{code}-{mijlpaal}"
    # Who was chosen for another mijlpaal is not chosen for this one.
    if st.session_state.setdefault("leren_over", key) != key:
        to_address("van", None)
    st.session_state["leren_over"] = key
    table = f"leren_wie-{code}-{tertaal}-{mijlpaal}-{steps}-{order}"
    show_table(
        examples.table,
        key=table,
        height="content" if len(by_code) <= 8 else 318,
        columns=EXAMPLES,
        on_select=lambda: take_line(table, key, list(by_code)),
        selection_mode="single-row",
        alt=f"{WERKPLEINEN_KOP} om van te leren: {catalogus()[mijlpaal].titel}",
    )
    namen = {each: tertaalbeeld(tertaal).namen[each] for each in by_code}
    return by_code[Choice("Van wie wilt u leren?", "van", namen, key).from_list(width=420)]


def how_many_text(examples: Voorbeelden, steps: int) -> str:
    """Say how many came, or that the next ones are only near."""
    back = tertalen(steps)
    if not examples.came:
        return (
            f"In de laatste {back} kwam niemand van onder de {LAAG_ONDER.edge}% naar 100%. "
            f"Hieronder staan de {WERKPLEINEN} in de buurt die al op 100% staan."
        )
    people = dutch.counted(examples.totaal, f"{WERKPLEIN} kwam", f"{WERKPLEINEN} kwamen")
    first = f" Hieronder staan de eerste {len(examples.nearest)}." if examples.totaal > len(examples.nearest) else ""
    return f"**{people}** in de laatste {back} van onder de {LAAG_ONDER.edge}% naar 100%.{first}"


def show_example(tertaal: Tertaal, example: Voorbeeld, mijlpaal: str) -> None:
    """Show whence it came, what it said when it was there, and whom to reach if it shares that."""
    code, naam = example.code, escaped(tertaalbeeld(tertaal).namen[example.code])
    with read_session() as session:
        van = example.bereikt_op or next(
            each for each in submitted_then(session=session, werkplein=code, tertaal=tertaal) if each <= tertaal
        )
        versions = indieningen(session=session, werkplein=code, tertaal=van)
        contact = find_contact(session=session, code=code)
    said = versions[0].toelichtingen.get(mijlpaal) if versions else None
    words = f"> {escaped(said)}".replace("\n", "\n> ") if said else "Het schreef er toen geen toelichting bij."
    may = visit().may(Recht.CONTACT_WIJZIGEN, code)
    with st.container(border=True):
        st.markdown(f"**{naam}.** {path_text(example)}\n\n{words}\n\n**Contact.** {contact_text(contact, may)}")
        if st.button(f"Bekijk dit {WERKPLEIN}", key=f"leren_open-{code}", icon=":material/domain:"):
            open_werkplein(code, tertaal)

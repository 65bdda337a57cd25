"""The form as an Excel workbook to fill in: choice lists, and locked where nothing is to be typed.

What it was made from travels along out of sight, so that what comes back can be told from what was there (see
`landkaart/invoer/formulier.py`).
"""

import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.formulier import Formulier
from landkaart.domein.vraag import Vraag, VraagAntwoord
from landkaart.domein.vraagvorm import Antwoordwaarde, JaNee, Vorm, VraagSoort
from landkaart.domein.werkmap import ONGEWIJZIGD, mark
from landkaart.programma.inhoud import Mijlpaal
from landkaart.programma.namen import WERKPLEIN
from landkaart.rapport.colours import GROUND, PRIMARY, TO_TYPE
from landkaart.rapport.formulier import closes, periode
from landkaart.rapport.herkomst import TITLE, Herkomst
from landkaart.rapport.werkbladen.xlsx import OPTIONS

SOORT = "landkaart-formulier"
HEADINGS = ("Fase", "Mijlpaal", "Vorige keer", "Nu", "Toelichting", *(f"{band.label} ({band.range})" for band in Band))
WIDTHS = (22, 34, 18, 18, 50, *(38 for _ in Band))
# From here on out of sight: what a row is about, and of its choice and its text what they were and since when.
HIDDEN = len(HEADINGS)
FIRST = 4
# What Excel takes of a list in a cell, and of the sentence beside it.
LONGEST_LIST = 255


@dataclass(frozen=True)
class WerkmapRij:
    """A row: what is read, what can be chosen, what stands there now, and what is kept out of sight."""

    shown: tuple[str, str, str]
    choices: tuple[str, ...]
    keuze: str
    tekst: str
    sentences: tuple[str, ...]
    hidden: tuple[str, ...]


def workbook(form: Formulier, vragen: Sequence[Vraag], beantwoord: Mapping[str, VraagAntwoord], herkomst: Herkomst) -> bytes:
    """Write the form on one sheet and where it comes from on another; a program reads back the first alone."""
    packed = io.BytesIO()
    ronde = form.ronde
    with xlsxwriter.Workbook(packed, OPTIONS) as book:
        book.set_properties(
            {"title": f"Landkaart {ronde.naam} {ronde.tertaal}", "created": ronde.moment.replace(tzinfo=None)}
        )
        sheet = book.add_worksheet("Landkaart")
        write_top(book, sheet, form)
        rows = [*mijlpalen(form), *(of_vraag(each, beantwoord.get(each.code)) for each in vragen)]
        for number, row in enumerate(rows, start=FIRST):
            write_row(book, sheet, number, row)
        dress(sheet)
        write_herkomst(book, book.add_worksheet(TITLE), herkomst)
    return packed.getvalue()


def write_top(book: xlsxwriter.Workbook, sheet: Worksheet, form: Formulier) -> None:
    ronde, title = form.ronde, book.add_format({"bold": True, "font_size": 16, "font_color": PRIMARY})
    sheet.write_string(0, 0, f"Landkaart {WERKPLEIN} {ronde.naam}, {ronde.tertaal} ({periode(ronde.tertaal)})", title)
    for place, text in enumerate((SOORT, ronde.werkplein, str(ronde.tertaal))):
        sheet.write_string(0, HIDDEN + place, text)
    how = "Kies in de gele kolom Nu, en schrijf wat u wilt in Toelichting. De rest is vergrendeld."
    sheet.write_string(1, 0, f"{how} Bied het bestand daarna aan op de pagina Invullen; dat kan {closes(ronde)}.")
    head = book.add_format({"bold": True, "bottom": 1, "bg_color": GROUND, "text_wrap": True, "valign": "top"})
    for place, (text, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
        sheet.write_string(FIRST - 1, place, text, head)
        sheet.set_column(place, place, width)


def mijlpalen(form: Formulier) -> Iterator[WerkmapRij]:
    numbers = count(1)
    for fase in catalogus().fasen:
        for mijlpaal in fase.mijlpalen:
            yield of_mijlpaal(form, fase.naam, f"{next(numbers)}. {mijlpaal.titel}", mijlpaal)


def of_mijlpaal(form: Formulier, fase: str, titel: str, mijlpaal: Mijlpaal) -> WerkmapRij:
    code, antwoord = mijlpaal.code, form.now.antwoorden.get(mijlpaal.code)
    before = form.before.banden.get(code) if form.before else None
    tekst, said_at = form.now.toelichtingen.get(code, ""), form.now.toegelicht_op.get(code)
    keuze = antwoord.band.label if antwoord else ""
    labels = tuple(band.label for band in Band)
    return WerkmapRij(
        (fase, titel, before.label if before is not None else ""),
        labels if before is None else (*labels, ONGEWIJZIGD),
        keuze,
        tekst,
        tuple(mijlpaal.sentence(band) for band in Band),
        (f"mijlpaal/{code}", keuze, iso(antwoord.opgeslagen_op if antwoord else None), mark(tekst), iso(said_at)),
    )


def of_vraag(vraag: Vraag, said: VraagAntwoord | None) -> WerkmapRij:
    vorm = vraag.vorm
    keuze, tekst = (as_cell(vorm, said.antwoord), said.toelichting or "") if said else ("", "")
    version = iso(said.version if said else None)
    hidden = (f"vraag/{vraag.code}", keuze, version, mark(tekst), version)
    asked = f"{vraag.tekst} ({vorm.eenheid})" if vorm.eenheid else vraag.tekst
    return WerkmapRij(("Vragen bij deze uitvraag", asked, ""), choices_of(vorm), keuze, tekst, (), hidden)


def choices_of(vorm: Vorm) -> tuple[str, ...]:
    """Return what can be chosen; nothing where an answer is typed."""
    return tuple(each.label for each in JaNee) if vorm.soort is VraagSoort.JA_NEE else vorm.keuzes


def as_cell(vorm: Vorm, antwoord: Antwoordwaarde) -> str:
    """Write an answer as it is chosen or typed in its cell: a number without its unit."""
    return antwoord.label if isinstance(antwoord, JaNee) else vorm.typed(antwoord)


def iso(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


def write_row(book: xlsxwriter.Workbook, sheet: Worksheet, number: int, row: WerkmapRij) -> None:
    plain = book.add_format({"text_wrap": True, "valign": "top", "bottom": 4})
    open_cell = book.add_format({"text_wrap": True, "valign": "top", "border": 1, "bg_color": TO_TYPE, "locked": False})
    for place, text in enumerate(row.shown):
        sheet.write_string(number, place, text, plain)
    for place, text in ((3, row.keuze), (4, row.tekst)):
        sheet.write_blank(number, place, None, open_cell) if not text else sheet.write_string(number, place, text, open_cell)
    for place, text in enumerate(row.sentences, start=5):
        sheet.write_string(number, place, text, plain)
    for place, text in enumerate(row.hidden):
        sheet.write_string(number, HIDDEN + place, text)
    if row.choices and len(",".join(row.choices)) <= LONGEST_LIST:
        sheet.data_validation(number, 3, number, 3, choice_list(row))
    sheet.set_row(number, 78)


def choice_list(row: WerkmapRij) -> dict[str, object]:
    return {
        "validate": "list",
        "source": list(row.choices),
        "ignore_blank": True,
        "error_title": "Dit is geen keuze",
        "error_message": f"Kies een van: {', '.join(row.choices)}. Leeg laat staan wat er staat."[:LONGEST_LIST],
    }


def dress(sheet: Worksheet) -> None:
    """Close all but the yellow cells, without a password: it keeps slips out, not people."""
    sheet.set_column(HIDDEN, HIDDEN + 4, 10, None, {"hidden": True})
    sheet.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
    sheet.freeze_panes(FIRST, 2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(FIRST - 1)


def write_herkomst(book: xlsxwriter.Workbook, sheet: Worksheet, herkomst: Herkomst) -> None:
    """Write what each part of it is about, and beside that what it says."""
    wrapped, bold = book.add_format({"text_wrap": True, "valign": "top"}), book.add_format({"bold": True, "valign": "top"})
    sheet.set_column(0, 0, 18)
    sheet.set_column(1, 1, 100)
    for row, (name, text) in enumerate(herkomst.velden.items()):
        sheet.write_string(row, 0, name, bold)
        sheet.write_string(row, 1, text, wrapped)

"""A form that comes back as a workbook: what was changed in it, and everything that is wrong with it.

Rows are known by what `landkaart/rapport/formulier_workbook.py` keeps out of sight, so that their order and a row that was
taken out do no harm.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from landkaart.domein.band import Band
from landkaart.domein.catalogus import catalogus
from landkaart.domein.fouten import OngeldigeInvoer
from landkaart.domein.tertaal import Tertaal
from landkaart.domein.typed_text import clean
from landkaart.domein.vraag import Vraag
from landkaart.domein.vraagvorm import JA_OF_NEE, JaNee
from landkaart.domein.werkmap import ONGEWIJZIGD, Ingevuld, mark
from landkaart.invoer.choices import band
from landkaart.invoer.faults import Onleesbaar, quote
from landkaart.invoer.xlsx_file import Sheet, read_sheets
from landkaart.invoer.xlsx_guard import MAX_BYTES
from landkaart.invoer.xlsx_layout import SheetLayout
from landkaart.programma.namen import WERKPLEIN

SOORT, TEXT_LENGTH = "landkaart-formulier", 4000
# As `formulier_workbook` lays it out: five columns and a sentence for each band, then what is kept out of sight.
HIDDEN = 5 + len(Band)
WIDTH = HIDDEN + 5
HEAD = 4
KEUZE, TEKST = 3, 4
FORMULA = "hier staat een formule zonder uitkomst. Typ wat er moet staan, of bewaar het bestand eerst in Excel."
NOT_OURS = "dit is geen formulier van de landkaart. Haal het opnieuw op bij Invullen, en vul dat in."


@dataclass
class Werkmap:
    """What was changed in a workbook, what is wrong with it, a sentence for each, and what it has no row for, by name."""

    ingevuld: list[Ingevuld] = field(default_factory=list)
    fouten: list[str] = field(default_factory=list)
    zonder_rij: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class IngevuldeRij:
    """`number` as Excel has it; `soort`: mijlpaal or vraag. Of choice and text also what they were, and since when."""

    number: int
    soort: str
    code: str
    keuze: str
    tekst: str
    was: str
    keuze_op: str
    mark: str
    tekst_op: str


def read(data: bytes, werkplein: str, tertaal: Tertaal, vragen: Mapping[str, Vraag], before: Mapping[str, Band]) -> Werkmap:
    """Read a workbook; `vragen`: by their code, `before`: last time's bands.

    Raises Onleesbaar for what is no workbook, or is one of another form.
    """
    sheet = form_sheet(data)
    rows = iter(sheet.rows)
    require_ours(next(rows)[1], werkplein, tertaal)
    found, seen = Werkmap(), set()
    for row in known_rows(rows, vragen, found):
        if (row.soort, row.code) in seen:
            found.fouten.append(f"Rij {row.number}: deze rij staat er twee keer in. Laat er één staan.")
        seen.add((row.soort, row.code))
        empty = without_outcome(row, sheet.layout)
        found.fouten += [f"Rij {row.number} ({name(row)}), kolom {column}: {FORMULA}" for column in empty]
        if "Nu" not in empty:
            read_keuze(row, found, before) if row.soort == "mijlpaal" else read_antwoord(row, found, vragen[row.code])
        if "Toelichting" not in empty:
            read_tekst(row, found)
    if not seen:
        raise Onleesbaar(NOT_OURS)
    found.zonder_rij += [catalogus()[code].titel for code in catalogus().codes if ("mijlpaal", code) not in seen]
    found.zonder_rij += [vraag.tekst for code, vraag in vragen.items() if ("vraag", code) not in seen]
    return found


def without_outcome(row: IngevuldeRij, layout: SheetLayout) -> list[str]:
    """Name the columns that look empty because what a formula comes to was not kept: that is no empty cell."""
    given = {"Nu": (KEUZE, row.keuze), "Toelichting": (TEKST, row.tekst)}
    return [
        column for column, (place, text) in given.items() if not text and place + 1 in layout.unworked.get(row.number, ())
    ]


def form_sheet(data: bytes) -> Sheet:
    """Return the sheet with the form, or the first when there is none: somebody may have put a sheet of his own before it.

    Raises Onleesbaar.
    """
    sheets, _ = read_sheets(data)
    return next((sheet for sheet in sheets if marks_of(sheet.rows[0][1])[0] == SOORT), sheets[0])


def is_form(path: Path) -> bool:
    """Tell whether a file is a form that somebody filled in; anything else, whatever it is, is none."""
    if path.suffix.lower() != ".xlsx" or path.stat().st_size > MAX_BYTES:
        return False
    try:
        return marks_of(form_sheet(path.read_bytes()).rows[0][1])[0] == SOORT
    except (Onleesbaar, OSError, IndexError):
        return False


def marks_of(row: list[str]) -> list[str]:
    """Return what the first row keeps out of sight: that it is a form, of which werkplein, over which tertaal."""
    return padded(row)[HIDDEN : HIDDEN + 3]


def require_ours(row: list[str], werkplein: str, tertaal: Tertaal) -> None:
    """Judge by the first row, which begins with a title for readers."""
    soort, *about = marks_of(row)
    if soort != SOORT:
        raise Onleesbaar(NOT_OURS)
    if about != [werkplein, str(tertaal)]:
        title = row[0] or " ".join(about)
        raise Onleesbaar(f"boven dit formulier staat {quote(title)}. Het is niet van dit {WERKPLEIN} over {tertaal}.")


def padded(row: list[str]) -> list[str]:
    """Fill the row up: cells at its end may be left out."""
    return row + [""] * (WIDTH - len(row))


def known_rows(rows: Iterator[tuple[int, list[str]]], vragen: Mapping[str, Vraag], found: Werkmap) -> Iterator[IngevuldeRij]:
    for number, given in rows:
        cells = padded(given)
        soort, _, code = cells[HIDDEN].partition("/")
        if soort not in ("mijlpaal", "vraag"):
            if number > HEAD and any(cell.strip() for cell in cells):
                found.fouten.append(f"Rij {number}: bij deze rij hoort geen mijlpaal. Vul alleen de gele cellen in.")
            continue
        found.fouten += beside(number, cells[WIDTH:])
        if code not in (catalogus().codes if soort == "mijlpaal" else vragen):
            found.fouten.append(f"Rij {number}: deze {soort} is er niet meer. Haal het formulier opnieuw op.")
            continue
        yield IngevuldeRij(number, soort, code, cells[KEUZE].strip(), cells[TEKST], *cells[HIDDEN + 1 : HIDDEN + 5])


def beside(number: int, cells: Sequence[str]) -> list[str]:
    """Name what somebody wrote beside the form: nothing of it would come in."""
    text = next((cell.strip() for cell in cells if cell.strip()), "")
    return (
        [f"Rij {number}: naast het formulier staat {quote(text)}. Zet dat in Toelichting, of haal het weg."] if text else []
    )


def read_keuze(row: IngevuldeRij, found: Werkmap, before: Mapping[str, Band]) -> None:
    """Read what was chosen; an empty cell leaves what stands there: taking a choice back is done in the form itself."""
    if not row.keuze or row.keuze == row.was:
        return
    confirms = row.code in before and row.keuze.casefold() == ONGEWIJZIGD.casefold()
    chosen = None if confirms else chosen_in(row)
    if not confirms and chosen is None:
        labels = [each.label for each in Band] + ([ONGEWIJZIGD] if row.code in before else [])
        return no_choice(row, found, labels)
    add(found, row, Ingevuld(("band", row.code), chosen, None, confirms), row.keuze_op)


def no_choice(row: IngevuldeRij, found: Werkmap, labels: Sequence[str]) -> None:
    found.fouten.append(
        f"Rij {row.number} ({name(row)}), kolom Nu: {quote(row.keuze)} is geen keuze. Kies {', '.join(labels)}."
    )


def read_antwoord(row: IngevuldeRij, found: Werkmap, vraag: Vraag) -> None:
    """Read an answer in the vorm of its vraag; an empty cell leaves what stands there."""
    if not row.keuze or row.keuze == row.was:
        return
    try:
        given = vraag.vorm.read(row.keuze)
    except OngeldigeInvoer as error:
        if labels := [each.label for each in JaNee] if vraag.vorm == JA_OF_NEE else vraag.vorm.keuzes:
            return no_choice(row, found, labels)
        found.fouten.append(f"Rij {row.number} ({name(row)}), kolom Nu: {error}")
        return
    add(found, row, Ingevuld(("antwoord", row.code), given, None), row.keuze_op)


def chosen_in(row: IngevuldeRij) -> Band | None:
    """Return what was chosen, read as in any file: a label, or the range of a band; None for what is no choice."""
    try:
        return band(row.keuze)
    except OngeldigeInvoer:
        return None


def read_tekst(row: IngevuldeRij, found: Werkmap) -> None:
    try:
        tekst = clean(row.tekst, TEXT_LENGTH)
    except OngeldigeInvoer as error:
        found.fouten.append(f"Rij {row.number} ({name(row)}), kolom Toelichting: {error}")
        return
    if tekst and row.soort == "vraag" and not row.keuze:
        found.fouten.append(f"Rij {row.number} (vraag): antwoord eerst; daarna kunt u dat toelichten.")
    elif mark(tekst) != row.mark:
        kind = "toelichting" if row.soort == "mijlpaal" else "uitleg"
        add(found, row, Ingevuld((kind, row.code), tekst, None), row.tekst_op)


def add(found: Werkmap, row: IngevuldeRij, given: Ingevuld, since: str) -> None:
    """Add what was given, on the version that the row was made from (`since`, as the workbook keeps it)."""
    try:
        basis = datetime.fromisoformat(since) if since else None
    except ValueError:
        found.fouten.append(f"Rij {row.number}: wat bij deze rij hoort is beschadigd. Haal het formulier opnieuw op.")
        return
    found.ingevuld.append(replace(given, basis=basis))


def name(row: IngevuldeRij) -> str:
    return catalogus()[row.code].titel if row.soort == "mijlpaal" else "vraag"

"""What stands beside the rows of a table: totals, columns without a name, cells that are one, what is hidden."""

from collections.abc import Sequence

from landkaart.domein.typed_text import seen
from landkaart.invoer.faults import Fault, Findings, quote, spans
from landkaart.invoer.heading import tidy
from landkaart.invoer.tables import Table
from landkaart.invoer.xlsx_layout import Merge, SheetLayout, column_letters

# With what the first cell of a total begins.
TOTALS = ("totaal", "totalen", "subtotaal", "eindtotaal", "gemiddeld", "som ", "som:", "total", "grand total", "average")


def is_total(fields: Sequence[str], table: Table) -> bool:
    """Say whether a row adds up others: it says so, and leaves something empty that a row of the table must have."""
    filled = [text.strip().casefold() for text in fields if text.strip()]
    return bool(filled) and (filled[0] + " ").startswith(TOTALS) and len(filled) < max(len(table.needed), 2)


def is_repeated(fields: Sequence[str], header: Sequence[str], table: Table) -> bool:
    """Say whether a row is the header once more, as on every page of what was printed."""
    if fields[:1] and seen(fields[0]).strip().casefold() != seen(header[0]).strip().casefold():
        return False
    return tidy(fields[: len(header)], table) == tidy(header, table)


class Beside:
    """What lies beside or over the rows of one file, watched row by row; each is told once."""

    def __init__(self, header: Sequence[str], layout: SheetLayout | None, found: Findings):
        self.found, self.layout, self.width = found, layout, len(header)
        self.nameless = [place for place, name in enumerate(header) if not name.strip()]
        inside = (merge for merge in layout.merges if merge.left <= len(header)) if layout else ()
        # Those that begin further on, the next one last; and those that we are in.
        self.coming = sorted(inside, key=lambda merge: (merge.top, merge.left), reverse=True)
        self.merges: list[Merge] = []
        self.told: set[int] = set()
        self.values: dict[str, str] = {}
        self.hidden: list[int] = []
        self.unworked = layout.unworked if layout else {}
        # Whether there is anything to watch for: most files have nothing of the kind.
        self.is_watchful = bool(self.nameless or (layout and (layout.merges or layout.hidden_rows)))

    def watch(self, regel: int, fields: list[str]) -> None:
        """Name what stands in a column without a name, and cells that are one; fill in what these hide."""
        for place in self.nameless:
            if place < len(fields) and fields[place].strip():
                self.tell_nameless(regel, place, fields[place])
        if self.layout and regel in self.layout.hidden_rows:
            self.hidden.append(regel)
        if self.merges or self.coming:
            self.fill_merged(regel, fields)

    def is_unworked(self, regel: int, place: int) -> bool:
        """Say whether a cell, counted from 0, looks empty because nobody kept what its formula comes to."""
        return place + 1 in self.unworked.get(regel, ())

    def tell_nameless(self, regel: int, place: int, text: str) -> None:
        if place in self.told:
            return
        self.told.add(place)
        wrong = f"{self.column(place)} heeft geen naam, en hier staat {quote(text.strip())} in."
        told = f"{wrong} Geef de kolom een naam, of maak haar leeg."
        self.found.add(Fault(self.found.bestand, regel, None, told))

    def column(self, place: int) -> str:
        """Return how a column is called: by its letter in a sheet, else by its number."""
        return f"kolom {column_letters(place + 1) if self.layout else place + 1}"

    def fill_merged(self, regel: int, fields: list[str]) -> None:
        """Put the value of cells that are one in each of them: the merging is named, and not its empty cells."""
        while self.coming and self.coming[-1].top <= regel:
            self.merges.append(self.coming.pop())
        # Each is in a column of its own, unless somebody made the sheet to take long.
        self.merges = [merge for merge in self.merges if merge.bottom >= regel][: self.width]
        for merge in self.merges:
            inside = range(merge.left - 1, min(merge.right, self.width))
            if merge.area not in self.values:
                self.values[merge.area] = fields[inside[0]] if inside[0] < len(fields) else ""
                told = (
                    f"de cellen {merge.area.replace(':', ' t/m ')} zijn samengevoegd. Hef de samenvoeging op en zet in elke "
                    "cel wat erin hoort."
                )
                self.found.add(Fault(self.found.bestand, regel, None, told))
            fields.extend([""] * (inside[-1] + 1 - len(fields)))
            for place in inside:
                fields[place] = fields[place] or self.values[merge.area]

    def fitted(self, regel: int, fields: list[str]) -> list[str]:
        """Return a row of a sheet as wide as its header: a sheet leaves empty cells out, and may have more beside it."""
        if self.layout is None:
            return fields
        for place in range(self.width, len(fields)):
            if fields[place].strip():
                self.tell_nameless(regel, place, fields[place])
        return [*fields, *[""] * (self.width - len(fields))][: self.width]

    def say_what_was_hidden(self) -> None:
        """Say which hidden rows and columns were read all the same."""
        if self.hidden:
            one, many = "1 verborgen regel is ook gelezen", f"{len(self.hidden)} verborgen regels zijn ook gelezen"
            self.found.note(f"{one if len(self.hidden) == 1 else many}: {spans(self.hidden)}.")
        groups = self.layout.hidden_columns if self.layout else []
        hidden = sorted({n for first, last in groups for n in range(first, min(last, self.width) + 1) if n})
        for number in hidden:
            self.found.note(f"kolom {column_letters(number)} is verborgen en ook gelezen.")

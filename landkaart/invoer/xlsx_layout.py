"""What a sheet shows and hides, and which of its cells are one: seen while its parts are counted."""

import re
from dataclasses import dataclass, field

TRUE = ("1", "true")
AREA = re.compile("([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
# More are never told; a sheet with more is refused for its layout.
MOST_MERGES = 1_000


@dataclass(frozen=True)
class Merge:
    """Cells that are one, by the numbers of their first and last row and column; the value stands in the first."""

    area: str  # As Excel writes it: "A2:A15".
    top: int
    bottom: int
    left: int
    right: int


@dataclass
class SheetLayout:
    """Of one sheet; rows and columns are numbered from 1."""

    last: int = 0  # The last row in which something stands.
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)  # First and last of each group.
    merges: list[Merge] = field(default_factory=list)
    # By row the columns of the cells with a formula of which nobody kept what it comes to: these only look empty.
    unworked: dict[int, set[int]] = field(default_factory=dict)

    def add(self, name: str, attributes: dict[str, str], row: int) -> None:
        """Keep what an element says of rows, columns or merged cells; `row`: the number of the row we are in."""
        if name == "row" and attributes.get("hidden") in TRUE:
            self.hidden_rows.add(row)
        elif name == "col" and attributes.get("hidden") in TRUE:
            self.hidden_columns.append((number(attributes.get("min")), number(attributes.get("max"))))
        elif name == "mergeCell" and len(self.merges) < MOST_MERGES:
            found = AREA.fullmatch(attributes.get("ref", ""))
            if found:
                left, top, right, bottom = found.groups()
                self.merges.append(Merge(found[0], int(top), int(bottom), column_number(left), column_number(right)))


def number(text: str | None) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 8 else 0


def column_number(letters: str) -> int:
    """Return the number of a column: A is 1, AA is 27."""
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - ord("A") + 1
    return found


def column_letters(number: int) -> str:
    """Return how Excel calls a column: 1 is A, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters

"""A cell with more werkpleinen in it: "assen; Harderwijk", each by its code or its naam."""

import re

from landkaart.domein.fouten import Fout, OngeldigeInvoer
from landkaart.invoer.cells import Parser, optional_text, remembered
from landkaart.programma.namen import WERKPLEIN

# Not a slash or "en": those stand in namen.
BETWEEN = re.compile(r"[;,|\n]")
ALL, NONE = "ja", "nee"


def several(parse: Parser) -> Parser:
    """Return a parser for a column of which a cell has any number of werkpleinen, also none; `parse` reads one."""

    def parse_cell(text: str) -> object:
        found = optional_text(text)
        return () if found is None else codes_in(found, parse)

    return remembered(parse_cell)


def coordinator(parse: Parser) -> Parser:
    """Return a parser for the column that says of which werkpleinen somebody is the coördinator: ja, nee, or which."""

    def parse_cell(text: str) -> object:
        found = optional_text(text) if text else None
        if found is None:
            return None
        word = found.casefold()
        return ALL if word == ALL else () if word == NONE else codes_in(found, parse)

    return remembered(parse_cell)


def codes_in(text: str, parse: Parser) -> tuple[object, ...]:
    """Return the codes of the werkpleinen in a cell, each once.

    Raises Fout; of more that are wrong, all of them.
    """
    parts = [part.strip() for part in BETWEEN.split(text) if part.strip()]
    if len(parts) > 1:
        try:
            # A naam may have a comma in it.
            return (parse(text),)
        except Fout:
            pass
    found: dict[object, None] = {}
    wrong: list[Fout] = []
    for part in parts:
        try:
            found[parse(part)] = None
        except Fout as fout:
            wrong.append(fout)
    if len(wrong) == 1:
        raise wrong[0]
    if wrong or not found:
        raise OngeldigeInvoer(" ".join(map(str, wrong)) or f"hier staat geen {WERKPLEIN}.")
    return tuple(found)

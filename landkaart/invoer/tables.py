"""The tables that can be delivered: their columns, how a cell of each is read, and what makes a row unique."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from landkaart.invoer import cells, choices, kengetallen, plan
from landkaart.invoer.cells import Parser, optional, remembered, required
from landkaart.invoer.werkplein_lists import coordinator, several


@dataclass(frozen=True)
class Column:
    """One column of a table."""

    naam: str
    # Takes the text of a cell, empty or not.
    parse: Parser
    # Whether the header must have the column.
    needed: bool = True
    # Of a column with werkpleinen: makes its parser of one that reads a single werkplein.
    of_werkplein: Callable[[Parser], Parser] | None = None

    def with_werkpleinen(self, parse: Parser) -> "Column":
        """Return the same column, whose werkpleinen are read by `parse`."""
        return replace(self, parse=self.of_werkplein(parse)) if self.of_werkplein else self


@dataclass(frozen=True)
class Table:
    """One table, delivered as one file."""

    # The stem of the file: scores.csv, scores.xlsx.
    naam: str
    # No two rows have the same values in these columns.
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    # The most lines a .csv of it may have: a record of any other table weighs ten times a score.
    longest: int = 50_000

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the columns, in their order."""
        return tuple(column.naam for column in self.columns)

    @property
    def needed(self) -> tuple[str, ...]:
        """Return the names of the columns in which no cell may be empty, or that must at least be there."""
        return tuple(column.naam for column in self.columns if column.needed)

    def with_werkpleinen(self, parse: Parser) -> "Table":
        """Return the same table, whose werkplein is read by `parse`: by its naam too, where the namen are known."""
        return replace(self, columns=tuple(column.with_werkpleinen(parse) for column in self.columns))


def one(parse: Parser) -> Parser:
    """Return the parser of a column with one werkplein in each cell."""
    return remembered(required(parse))


WERKPLEIN = Column("werkplein", one(cells.code), of_werkplein=one)
TERTAAL = Column("tertaal", remembered(required(cells.tertaal)))
MOMENT = remembered(required(cells.moment))
DAY_OR_EMPTY = remembered(optional(cells.day))

WERKPLEINEN = Table(
    "werkpleinen",
    ("code",),
    (
        Column("code", required(cells.code)),
        Column("naam", required(cells.line("een naam"))),
        Column("plaats", required(cells.line("een plaats"))),
        Column("gemeente", required(cells.line("een gemeente"))),
        Column("provincie", required(cells.line("een provincie"))),
        Column("arbeidsmarktregio", required(cells.line("een arbeidsmarktregio"))),
        Column("breedtegraad", required(cells.breedtegraad)),
        Column("lengtegraad", required(cells.lengtegraad)),
        Column("kaart_breedtegraad", optional(cells.breedtegraad), needed=False),
        Column("kaart_lengtegraad", optional(cells.lengtegraad), needed=False),
        Column("actief_van", DAY_OR_EMPTY, needed=False),
        Column("actief_tot", DAY_OR_EMPTY, needed=False),
        Column("bron", optional(cells.line("een bron")), needed=False),
    ),
)
UITVRAGEN = Table(
    "uitvragen",
    ("tertaal",),
    (
        TERTAAL,
        Column("opent", MOMENT),
        Column("herinnering", MOMENT),
        Column("sluit", MOMENT),
        Column("actueel_vanaf", MOMENT),
    ),
)
SCORES = Table(
    "scores",
    ("werkplein", "tertaal", "mijlpaal"),
    (
        WERKPLEIN,
        TERTAAL,
        Column("ingevuld_op", remembered(required(cells.day))),
        Column("mijlpaal", remembered(required(choices.mijlpaal))),
        Column("band", remembered(required(choices.band))),
        Column("toelichting", optional(cells.toelichting), needed=False),
    ),
    longest=200_000,
)
VRAGEN = Table(
    "vragen",
    ("code", "tertaal"),
    (
        Column("code", required(cells.code)),
        TERTAAL,
        Column("tekst", required(cells.tekst)),
        Column("soort", optional(choices.soort), needed=False),
        Column("eenheid", optional(cells.toelichting), needed=False),
        Column("keuzes", optional(cells.toelichting), needed=False),
    ),
)
ANTWOORDEN = Table(
    "antwoorden",
    ("werkplein", "tertaal", "vraag"),
    (
        WERKPLEIN,
        TERTAAL,
        Column("vraag", remembered(required(cells.code))),
        Column("antwoord", remembered(required(cells.toelichting))),
        Column("toelichting", optional(cells.toelichting)),
    ),
)
AKO_INDICATIE = Table(
    "ako_indicatie",
    ("werkplein", "tertaal"),
    (
        WERKPLEIN,
        TERTAAL,
        Column("indicatie", remembered(required(choices.indicatie))),
    ),
)
ACCOUNTS = Table(
    "accounts",
    ("adres",),
    (
        Column("adres", required(cells.adres)),
        Column("naam", required(cells.persoon)),
        Column("organisatie", optional(cells.line("een organisatie"))),
        Column("rol", remembered(required(choices.rol))),
        Column("werkpleinen", several(cells.code), of_werkplein=several),
        Column("coordinator", coordinator(cells.code), needed=False, of_werkplein=coordinator),
    ),
)
CONTACTEN = Table(
    "contacten",
    ("werkplein",),
    (
        WERKPLEIN,
        Column("naam", required(cells.line("de naam van het contact"))),
        Column("adres", required(cells.adres)),
        Column("gedeeld", optional(choices.ja_nee), needed=False),
    ),
)
KENGETALLEN = Table(
    "kengetallen",
    ("tabel", "onderdeel", "indicator", "uitsplitsing", "periode", "soort", "tertaal"),
    (
        Column("tabel", required(kengetallen.line)),
        Column("onderdeel", kengetallen.line, needed=False),
        Column("indicator", required(kengetallen.line)),
        Column("uitsplitsing", kengetallen.uitsplitsing, needed=False),
        Column("periode", required(kengetallen.periode)),
        Column("soort", required(kengetallen.line)),
        Column("waarde", kengetallen.waarde),
        Column("eenheid", required(kengetallen.line)),
        Column("noot", kengetallen.note, needed=False),
        Column("bron", kengetallen.note, needed=False),
        Column("tertaal", remembered(optional(cells.tertaal)), needed=False),
    ),
)
AFSPRAKEN = Table(
    "afspraken",
    ("nummer",),
    (
        Column("nummer", required(kengetallen.line)),
        Column("thema", required(cells.line("een thema"))),
        Column("afspraak", required(cells.toelichting)),
        Column("wie", required(cells.line("wie het doet"))),
        Column("wanneer_plan", kengetallen.line),
        Column("wanneer_stand", kengetallen.line),
        Column("stand_van_zaken", optional(cells.toelichting)),
        Column("status", remembered(required(plan.status))),
        Column("uiterlijk", DAY_OR_EMPTY, needed=False),
        Column("stand_op", DAY_OR_EMPTY, needed=False),
    ),
)
TABLES = {
    table.naam: table
    for table in (
        WERKPLEINEN,
        UITVRAGEN,
        SCORES,
        VRAGEN,
        ANTWOORDEN,
        AKO_INDICATIE,
        ACCOUNTS,
        CONTACTEN,
        KENGETALLEN,
        AFSPRAKEN,
    )
}
